package dev.qiao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits over HTTP: never exceeded, told with what is left, and kept through a change of tier. */
class LimitsTest extends TownTest {
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 5_000_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    place("class_1");
  }

  private void place(String tier) {
    town.the(Limits.class).place(Subject.person(id()), Optional.of(tier), Optional.empty());
  }

  private UUID id() {
    return ming.person().id().value();
  }

  private Answer pay(long minor) {
    return ming.confirm(ming.begin(cafe.code(), minor).text("id"), minor);
  }

  private Answer topUp(long minor, int place) {
    String account =
        ming.browser().get("/v1/linked-accounts").body().at("/items/" + place + "/id").asString();
    return ming.browser()
        .post(
            "/v1/top-ups",
            UUID.randomUUID(),
            Map.of("linked_account_id", account, "amount", Town.cny(minor)));
  }

  private static long left(Shopper who, String limit) {
    return who.browser()
        .get("/v1/limits")
        .body()
        .at("/limits")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(limit))
        .findFirst()
        .orElseThrow()
        .at("/left/amount")
        .asLong(-1);
  }

  @Test
  void isNeverExceededHoweverManyPayAtOnce() {
    List<String> begun =
        java.util.stream.IntStream.range(0, 16)
            .mapToObj(n -> ming.begin(cafe.code(), 100_00).text("id"))
            .toList();
    List<Answer> first = InParallel.times(16, n -> ming.confirm(begun.get(n), 100_00));
    // Of more PINs at once than may be wrong, some are turned away until the others were right.
    List<Answer> answers =
        java.util.stream.IntStream.range(0, 16)
            .mapToObj(
                n ->
                    first.get(n).code().equals("pin_locked")
                        ? ming.confirm(begun.get(n), 100_00)
                        : first.get(n))
            .toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(Answer::code)
        .containsOnly("limit_reached");
    assertThat(ming.balance()).isEqualTo(4_000_00);
    assertThat(left(ming, "spending_life")).isZero();
  }

  @Test
  void countsPaymentsAndTransfersTogetherAndSaysWhatIsLeft() {
    Shopper chen = town.shopper("陈知远", 0);
    ming.pay(cafe, 400_00);
    ming.send(chen, 500_00);

    String transfer = ming.beginTransfer(chen, 200_00).text("id");
    UUID key = UUID.randomUUID();
    Answer refused = ming.confirm(transfer, key, 200_00, Town.PIN);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("limit_reached");
    assertThat(refused.body().path("money").asString()).isEqualTo("not_taken");
    assertThat(refused.body().path("parameters").toString())
        .contains(
            "\"movement\":\"transfer\"",
            "\"window\":\"life\"",
            "\"cap\":100000",
            "\"left\":10000",
            "\"higher_tier\":true");
    assertThat(ming.balance()).isEqualTo(4_100_00);
    assertThat(pay(100_00).status()).isEqualTo(200);
  }

  @Test
  void keepsWhatWasUsedWhenTheTierChanges() {
    ming.pay(cafe, 900_00);
    place("class_2");
    assertThat(left(ming, "spending_year")).isEqualTo(100_000_00 - 900_00);
    assertThat(pay(1_000_00).status()).isEqualTo(200);

    place("class_1");
    assertThat(left(ming, "spending_life")).isZero();
    assertThat(pay(1).code()).isEqualTo("limit_reached");
    place("class_2");
    assertThat(pay(1_00).status()).isEqualTo(200);
  }

  @Test
  void capsWhatComesInAndGivesBackWhatDidNotCome() {
    List<Answer> answers = InParallel.times(16, n -> topUp(100_00, 0));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("limit_reached");
    assertThat(left(ming, "top_ups_day")).isZero();
  }

  @Test
  void moneyToOnesOwnBankIsNoSpending() {
    String account = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    Map<String, Object> order = Map.of("linked_account_id", account, "amount", Town.cny(600_00));
    String confirmation = ming.browser().post("/v1/withdrawals/confirmation", order).text("id");
    Answer done =
        ming.browser()
            .post(
                "/v1/withdrawals",
                UUID.randomUUID(),
                Map.of(
                    "linked_account_id",
                    account,
                    "amount",
                    Town.cny(600_00),
                    "confirmation_id",
                    confirmation,
                    "pin",
                    Town.PIN));
    assertThat(done.status()).isEqualTo(201);
    assertThat(left(ming, "spending_life")).isEqualTo(1_000_00);
    assertThat(left(ming, "withdrawals_day")).isEqualTo(400_00);
  }

  @Test
  void aRunOutTierCountsForNothingFromThatMomentOn() {
    Instant end = town.clock().instant().plus(Duration.ofMinutes(2));
    town.the(Limits.class).place(Subject.person(id()), Optional.of("class_2"), Optional.of(end));
    assertThat(pay(1_200_00).status()).isEqualTo(200);

    town.clock().stand(end);
    assertThat(pay(1_00).code()).isEqualTo("limit_reached");
  }

  @Test
  void theirDaysBeginWhereTheySay() {
    assertThat(
            ming.browser()
                .put("/v1/limits/time-zone", Map.of("time_zone", "America/New_York"))
                .text("time_zone"))
        .isEqualTo("America/New_York");
    for (String odd : List.of("Nowhere/City", "+08:00", "EST5EDT4,M3.2.0", "")) {
      assertThat(ming.browser().put("/v1/limits/time-zone", Map.of("time_zone", odd)).code())
          .isEqualTo("field_invalid");
    }
  }

  @Test
  void tellsEveryTierAndWhereItsFiguresComeFrom() {
    var limits = ming.browser().get("/v1/limits").body();
    assertThat(limits.at("/tier/id").asString()).isEqualTo("class_1");
    assertThat(limits.at("/tiers/2/caps/0/amount/amount").asLong()).isEqualTo(200_000_00);
    assertThat(limits.at("/tiers/2/caps/0/article").asString()).isEqualTo("第十一条");
    assertThat(limits.at("/tiers/2/caps/0/article_en").asString()).isEqualTo("art. 11");
    assertThat(limits.at("/tiers/2/caps/1/article").isNull()).isTrue();
    assertThat(limits.at("/tiers/0/current").asBoolean()).isTrue();
    assertThat(limits.at("/tiers/1/above").asBoolean()).isTrue();
  }
}
