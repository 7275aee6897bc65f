package dev.qiao.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest extends TownTest {
  private Shopper ming;
  private Shopper chen;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 100_00);
    chen = town.shopper("陈知远", 0);
  }

  @Test
  void showsAMaskedNameThenMovesTheMoney() {
    Answer found = look(chen.phone());
    assertThat(found.text("name")).isEqualTo("*知远");
    assertThat(found.raw().body()).doesNotContain(chen.phone(), "陈");

    Answer begun = ming.beginTransfer(chen, 20_00);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(ming.balance()).isEqualTo(100_00);
    Answer sent = ming.confirm(begun.text("id"), 20_00);
    assertThat(sent.text("state")).isEqualTo("succeeded");
    assertThat(ming.balance()).isEqualTo(80_00);
    assertThat(chen.balance()).isEqualTo(20_00);
    assertThat(chen.browser().get("/v1/activities/" + begun.text("id")).text("direction"))
        .isEqualTo("in");
    assertThat(ming.browser().get("/v1/payees/recent").body().at("/items/0/name").asString())
        .isEqualTo("*知远");
  }

  @Test
  void whoIsNotHereIsUnknown() {
    assertThat(look("13900000001").code()).isEqualTo("payee_unknown");
    assertThat(look("nobody").code()).isEqualTo("phone_invalid");
    assertThat(look("").code()).isEqualTo("field_invalid");
  }

  @Test
  void nobodySendsMoneyToThemselves() {
    Answer own = look(ming.phone());
    assertThat(own.code()).isEqualTo("payee_is_self");
    assertThat(own.text("money")).isEqualTo("not_taken");
  }

  @Test
  void aLookUpIsGoodForAWhileAndForWhoAsked() {
    String found = look(chen.phone()).text("payee_id");
    Shopper stranger = town.shopper("周宁", 100_00);
    assertThat(begin(stranger, found).code()).isEqualTo("payee_expired");
    assertThat(begin(ming, "pye_00000000000000000000000000").code()).isEqualTo("payee_expired");

    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(15)));
    assertThat(begin(ming, found).code()).isEqualTo("payee_expired");
  }

  @Test
  void numbersCannotBeTriedThrough() {
    List<Answer> answers =
        InParallel.times(PayeeFinder.LOOKUPS_PER_HOUR + 6, n -> look("139%08d".formatted(n)));

    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("payee_unknown"))
        .hasSize(PayeeFinder.LOOKUPS_PER_HOUR);
    assertThat(answers).filteredOn(answer -> answer.code().equals("too_many_lookups")).hasSize(6);
    assertThat(look(chen.phone()).code()).isEqualTo("too_many_lookups");
  }

  @Test
  void isConfirmedLikeAPayment() {
    String transfer = ming.beginTransfer(chen, 20_00).text("id");

    assertThat(ming.confirm(transfer, UUID.randomUUID(), 20_00, "971350").code())
        .isEqualTo("pin_wrong");
    assertThat(ming.confirm(transfer, 2_00).code()).isEqualTo("confirmation_mismatch");
    assertThat(ming.balance()).isEqualTo(100_00);
    UUID key = UUID.randomUUID();
    Answer sent = ming.confirm(transfer, key, 20_00, Town.PIN);
    Answer again = ming.confirm(transfer, key, 20_00, Town.PIN);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.raw().body()).isEqualTo(sent.raw().body());
    assertThat(ming.confirm(transfer, 20_00).code()).isEqualTo("payment_finished");
    assertThat(ming.balance()).isEqualTo(80_00);
  }

  @Test
  void tooLittleMoneyIsRefusedAndTheRefusalLasts() {
    String transfer = ming.beginTransfer(chen, 100_01).text("id");
    UUID key = UUID.randomUUID();
    Answer refused = ming.confirm(transfer, key, 100_01, Town.PIN);
    assertThat(refused.code()).isEqualTo("insufficient_funds");
    town.fund(ming.person(), 1);

    assertThat(ming.confirm(transfer, key, 100_01, Town.PIN).raw().body())
        .isEqualTo(refused.raw().body());
    assertThat(ming.confirm(transfer, 100_01).status()).isEqualTo(200);
  }

  @Test
  void isOverWhenItWaitedTooLong() {
    String transfer = ming.beginTransfer(chen, 20_00).text("id");
    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(15)));

    assertThat(ming.confirm(transfer, 20_00).code()).isEqualTo("payment_expired");
    assertThat(ming.browser().get("/v1/transfers/" + transfer).text("state")).isEqualTo("expired");
  }

  @Test
  void sixteenConfirmationsAtOnceMoveItOnce() {
    String transfer = ming.beginTransfer(chen, 20_00).text("id");
    UUID key = UUID.randomUUID();

    List<Answer> answers =
        InParallel.times(
            16, n -> ming.confirm(transfer, n % 2 == 0 ? key : UUID.randomUUID(), 20_00, Town.PIN));

    assertThat(answers)
        .filteredOn(
            answer -> answer.status() == 200 && answer.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(chen.balance()).isEqualTo(20_00);
  }

  @Test
  void peopleWhoSendToEachOtherAtOnceNeverBlockEachOther() {
    town.fund(chen.person(), 100_00);
    InParallel.times(
        2,
        n -> {
          for (int i = 0; i < 10; i++) {
            (n == 0 ? ming : chen).send(n == 0 ? chen : ming, 1_00);
          }
          return n;
        });
    assertThat(ming.balance()).isEqualTo(100_00);
    assertThat(chen.balance()).isEqualTo(100_00);
  }

  @Test
  void otherPeoplesTransfersDoNotExist() {
    Shopper stranger = town.shopper("周宁", 100_00);
    String waiting = ming.beginTransfer(chen, 1_00).text("id");
    String sent = ming.send(chen, 2_00);

    for (String transfer : List.of(waiting, sent)) {
      assertThat(stranger.browser().get("/v1/transfers/" + transfer).status()).isEqualTo(404);
      assertThat(stranger.browser().get("/v1/activities/" + transfer).status()).isEqualTo(404);
      assertThat(stranger.confirm(transfer, 1_00).status()).isEqualTo(404);
    }
    assertThat(chen.confirm(waiting, 1_00).status()).as("not even the payee's").isEqualTo(404);
    assertThat(chen.browser().get("/v1/activities/" + waiting).status())
        .as("before it has arrived")
        .isEqualTo(404);
  }

  private Answer look(String phone) {
    return ming.browser().post("/v1/payees", Map.of("phone", phone));
  }

  private static Answer begin(Shopper payer, String found) {
    return payer
        .browser()
        .post(
            "/v1/transfers",
            UUID.randomUUID(),
            Map.of("payee_id", found, "amount", Town.cny(1_00)));
  }
}
