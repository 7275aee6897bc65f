package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser.Answer;
import dev.qiao.merchant.Merchant;
import java.util.Map;
import java.util.UUID;

/**
 * A shop with one store, and the browser in which its owner is signed in. Amounts are minor units.
 */
public record Shop(Merchant merchant, String store, String login, TestBrowser owner) {

  /** Signs the owner in. */
  public void signIn() {
    Answer answer = owner.signIn(login, Town.PASSWORD);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
  }

  /** What the code on the counter says. */
  public String code() {
    Answer answer = owner.get("/v1/merchant/stores/" + store + "/code");
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.text("payload");
  }

  /** Asks for an amount: the answer carries a code of its own. */
  public Answer ask(long minor) {
    return owner.post(
        "/v1/merchant/payments",
        UUID.randomUUID(),
        Map.of("store_id", store, "amount", Town.cny(minor)));
  }

  public Answer refund(String payment, long minor) {
    return refund(payment, UUID.randomUUID(), minor);
  }

  public Answer refund(String payment, UUID key, long minor) {
    return owner.post(
        "/v1/merchant/payments/" + payment + "/refunds", key, Map.of("amount", Town.cny(minor)));
  }

  public long balance() {
    return owner.get("/v1/merchant").body().at("/balance/amount").asLong();
  }
}
