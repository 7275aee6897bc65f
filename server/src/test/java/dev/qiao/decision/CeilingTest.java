package dev.qiao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shopper;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server whose operator's pack says how much a wallet of the lowest tier may hold: 500.00. */
class CeilingTest extends TownTest {
  @DynamicPropertySource
  static void packs(DynamicPropertyRegistry properties) {
    properties.add("qiao.limit-packs", CeilingTest::folder);
  }

  private static String folder() {
    return PackFolder.of(
        pack ->
            pack.replace("\"valid_from\": \"2016-07-01\"", "\"valid_from\": \"2020-01-01\"")
                .replaceFirst(
                    "\"documents\": \\[\\],",
                    "\"documents\": [], \"ceiling\": {\"amount\": 50000, \"source\": \"operator\"},"));
  }

  @Test
  void aWalletHoldsNoMoreThanItsTierLetsIt() {
    Shopper rich = town.shopper("林小满", 1_000_00);
    Shopper basic = town.shopper("陈知远", 300_00);
    lowest(basic);

    String tooMuch = rich.beginTransfer(basic, 200_01).text("id");
    var refused = rich.confirm(tooMuch, 200_01);
    assertThat(refused.code()).isEqualTo("payee_cannot_receive");
    assertThat(refused.body().toString()).as("nothing of the other's").doesNotContain("50000");
    rich.send(basic, 150_00);

    assertThat(topUp(basic, 60_00)).isEqualTo("balance_limit_reached");
    assertThat(topUp(basic, 30_00)).isEmpty();
    assertThat(topUp(basic, 30_00)).as("one is on its way").isEqualTo("balance_limit_reached");

    // Whoever comes down with more keeps it, and takes nothing more.
    lowest(rich);
    assertThat(rich.balance()).isEqualTo(850_00);
    assertThat(topUp(rich, 1_00)).isEqualTo("balance_limit_reached");
    assertThat(basic.confirm(basic.beginTransfer(rich, 1_00).text("id"), 1_00).code())
        .isEqualTo("payee_cannot_receive");
    rich.send(town.shopper("周宁", 0), 400_00);
    basic.send(rich, 20_00);
    assertThat(basic.confirm(basic.beginTransfer(rich, 31_00).text("id"), 31_00).code())
        .isEqualTo("payee_cannot_receive");
  }

  private static String topUp(Shopper who, long minor) {
    String account = who.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    return who.browser()
        .post(
            "/v1/top-ups",
            UUID.randomUUID(),
            Map.of("linked_account_id", account, "amount", Town.cny(minor)))
        .code();
  }

  private void lowest(Shopper who) {
    town.the(Limits.class)
        .place(Subject.person(who.person().id().value()), Optional.empty(), Optional.empty());
  }
}
