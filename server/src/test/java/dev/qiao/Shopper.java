package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser.Answer;
import dev.qiao.identity.ConfirmationId;
import dev.qiao.identity.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A person with a wallet, and the browser in which they are signed in. Amounts are minor units. */
public record Shopper(Person person, TestBrowser browser) {

  public void signIn() {
    Answer answer = browser.signIn(phone(), Town.PASSWORD);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
  }

  /** Begins to pay by the code on a counter. */
  public Answer begin(String code, long minor) {
    return browser.post(
        "/v1/payments", UUID.randomUUID(), Map.of("qr", code, "amount", Town.cny(minor)));
  }

  public Answer read(String code) {
    return browser.post("/v1/qr-codes/read", Map.of("payload", code));
  }

  /** Confirms a payment or transfer with the right PIN under a new key. */
  public Answer confirm(String id, long minor) {
    return confirm(id, UUID.randomUUID(), minor, Town.PIN);
  }

  public Answer confirm(String id, UUID key, long minor, String pin) {
    Answer asked = ask(id);
    // Nothing can be confirmed from a frozen wallet.
    if (asked.status() >= 500 || asked.code().equals("account_frozen")) {
      return asked;
    }
    Map<String, Object> words = new HashMap<>();
    words.put("confirmation_id", confirmation(asked));
    words.put("pin", pin);
    // What is out of habit takes a code beside the PIN, from whoever has nothing stronger.
    if (asked.body().path("methods").toString().equals("[\"pin_and_code\"]")) {
      words.putAll(code());
    }
    return confirm(id, key, minor, words);
  }

  /** A code that was sent to them beside their PIN. */
  public Map<String, Object> code() {
    Answer sent = browser.post("/v1/one-time-codes", Map.of("purpose", "confirm"));
    return Map.of("code_id", sent.text("code_id"), "code", browser.lastCode(phone()));
  }

  /** Confirms with these words. */
  public Answer confirm(String id, UUID key, long minor, Map<String, Object> words) {
    Map<String, Object> body = new HashMap<>(words);
    body.put("amount", Town.cny(minor));
    return browser.post(things(id) + "/confirm", key, body);
  }

  /** Asks to confirm a payment or transfer. */
  public Answer ask(String id) {
    return browser.post(things(id) + "/confirmation", Map.of());
  }

  /** What is over has nothing to confirm: then the answer to the confirmation says so. */
  private static String confirmation(Answer asked) {
    return asked.status() == 201 ? asked.text("id") : new ConfirmationId(UUID.randomUUID()).text();
  }

  private static String things(String id) {
    return (id.startsWith("trf_") ? "/v1/transfers/" : "/v1/payments/") + id;
  }

  /** Pays by the code on a counter, and answers the payment's id. */
  public String pay(Shop shop, long minor) {
    Answer begun = begin(shop.code(), minor);
    assertThat(begun.status()).as(begun.raw().body()).isEqualTo(201);
    return confirmed(begun.text("id"), minor);
  }

  private String confirmed(String id, long minor) {
    Answer paid = confirm(id, minor);
    assertThat(paid.status()).as(paid.raw().body()).isEqualTo(200);
    return id;
  }

  /** Looks somebody up and begins a transfer to them. */
  public Answer beginTransfer(Shopper payee, long minor) {
    String found = browser.post("/v1/payees", Map.of("phone", payee.phone())).text("payee_id");
    return browser.post(
        "/v1/transfers", UUID.randomUUID(), Map.of("payee_id", found, "amount", Town.cny(minor)));
  }

  /** Sends money to somebody, and answers the transfer's id. */
  public String send(Shopper payee, long minor) {
    return confirmed(beginTransfer(payee, minor).text("id"), minor);
  }

  public long balance() {
    return browser.get("/v1/wallet").body().at("/balances/0/posted/amount").asLong();
  }

  public String phone() {
    return person.phone().orElseThrow().e164();
  }
}
