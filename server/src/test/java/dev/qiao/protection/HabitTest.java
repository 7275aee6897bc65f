package dev.qiao.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.Authenticators;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person does not usually do takes more than a PIN, and a word of warning where it helps.
 */
class HabitTest extends TownTest {
  private static final long MUCH = 1_200_00;

  private Shopper ming;
  private Shopper chen;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 4_900_00);
    chen = town.shopper("陈远航", 0);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aFirstLargeTransferToSomebodyNewWarnsAndTakesACode() {
    String transfer = ming.beginTransfer(chen, MUCH).text("id");
    Answer asked = ming.ask(transfer);
    assertThat(asked.body().path("methods").toString()).isEqualTo("[\"pin_and_code\"]");
    assertThat(asked.body().path("cautions").toString())
        .isEqualTo("[\"unusual_amount\",\"new_payee\"]");
    assertThat(asked.body().path("payee_since").isNull()).isFalse();
    Map<String, Object> words =
        new HashMap<>(Map.of("confirmation_id", asked.text("id"), "pin", Town.PIN));
    assertThat(ming.confirm(transfer, UUID.randomUUID(), MUCH, words).code())
        .isEqualTo("stronger_factor_required");

    Answer sent = ming.browser().post("/v1/one-time-codes", Map.of("purpose", "confirm"));
    words.put("code_id", sent.text("code_id"));
    words.put("code", "000000");
    assertThat(ming.confirm(transfer, UUID.randomUUID(), MUCH, words).code())
        .isEqualTo("code_refused");
    words.put("code", ming.browser().lastCode(ming.phone()));
    assertThat(ming.confirm(transfer, UUID.randomUUID(), MUCH, words).status()).isEqualTo(200);
  }

  @Test
  void anothersCodeIsWorthNothing() {
    String transfer = ming.beginTransfer(chen, MUCH).text("id");
    Answer asked = ming.ask(transfer);
    Answer sent = chen.browser().post("/v1/one-time-codes", Map.of("purpose", "confirm"));
    Map<String, Object> words =
        Map.of(
            "confirmation_id", asked.text("id"),
            "pin", Town.PIN,
            "code_id", sent.text("code_id"),
            "code", chen.browser().lastCode(chen.phone()));
    assertThat(ming.confirm(transfer, UUID.randomUUID(), MUCH, words).code())
        .isEqualTo("code_refused");
    assertThat(ming.balance()).isEqualTo(4_900_00);
  }

  @Test
  void smallAmountsAreNoMatter() {
    Answer asked = ming.ask(ming.beginTransfer(chen, 999_99).text("id"));
    assertThat(asked.body().path("methods").toString()).isEqualTo("[\"pin\"]");
    assertThat(asked.body().path("cautions").isEmpty()).isTrue();
  }

  @Test
  void whatTheyDidBeforeIsTheirHabitButNotWhatTheyDidToday() {
    String before = ming.beginTransfer(chen, MUCH).text("id");
    confirmStrongly(before, MUCH);
    assertThat(methods(ming.beginTransfer(chen, MUCH).text("id")))
        .as("a thief could have done that an hour ago")
        .isEqualTo("[\"pin_and_code\"]");
    makeOlder("wallet.transfer");
    assertThat(methods(ming.beginTransfer(chen, MUCH).text("id"))).isEqualTo("[\"pin\"]");
    assertThat(methods(ming.beginTransfer(chen, MUCH + 1).text("id")))
        .isEqualTo("[\"pin_and_code\"]");
    Answer known = ming.ask(ming.beginTransfer(chen, MUCH + 1).text("id"));
    assertThat(known.body().path("cautions").isEmpty()).as("no stranger, no warning").isTrue();
  }

  @Test
  void anOldShopIsNoReasonToWarn() {
    String payment = ming.begin(cafe.code(), MUCH).text("id");
    assertThat(ming.ask(payment).body().path("cautions").toString())
        .as("opened just now")
        .isEqualTo("[\"unusual_amount\",\"new_payee\"]");
  }

  @Test
  void whoHasAnAuthenticatorUsesIt() {
    town.the(Authenticators.class).adopt(ming.person().id().value(), Town.SECRET);
    assertThat(methods(ming.beginTransfer(chen, MUCH).text("id"))).isEqualTo("[\"pin_and_totp\"]");
  }

  @Test
  void aPinThatACodeHasSetDoesNotCountBesideACode() {
    Answer sent = ming.browser().post("/v1/one-time-codes", Map.of("purpose", "reset_pin"));
    assertThat(
            ming.browser()
                .put(
                    "/v1/me/pin",
                    Map.of(
                        "pin", "830174",
                        "code_id", sent.text("code_id"),
                        "code", ming.browser().lastCode(ming.phone())))
                .status())
        .isEqualTo(200);
    town.the(JdbcClient.class).sql("update identity.person set cooling_until = null").update();
    assertThat(methods(ming.beginTransfer(chen, MUCH).text("id"))).isEqualTo("[]");
  }

  private String methods(String id) {
    return ming.ask(id).body().path("methods").toString();
  }

  private void confirmStrongly(String id, long minor) {
    Answer asked = ming.ask(id);
    Answer sent = ming.browser().post("/v1/one-time-codes", Map.of("purpose", "confirm"));
    Answer done =
        ming.confirm(
            id,
            UUID.randomUUID(),
            minor,
            Map.of(
                "confirmation_id", asked.text("id"),
                "pin", Town.PIN,
                "code_id", sent.text("code_id"),
                "code", ming.browser().lastCode(ming.phone())));
    assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
  }

  /** As if it had happened two days ago: the id of a posting carries its time. */
  private void makeOlder(String table) {
    long ms = town.clock().instant().minus(Duration.ofDays(2)).toEpochMilli();
    UUID older = new UUID(ms << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
    town.the(JdbcClient.class)
        .sql(
            "update "
                + table
                + " set posting = :posting where payer = :payer and posting is not null")
        .param("posting", older)
        .param("payer", ming.person().id().value())
        .update();
  }
}
