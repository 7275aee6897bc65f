package dev.qiao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frozen account does not move, and is freed by two. */
class FreezeTest extends TownTest {
  private TestBrowser ann;
  private TestBrowser bob;
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ann = town.operator(OperatorRole.RISK);
    bob = town.operator(OperatorRole.COMPLIANCE);
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aFrozenWalletPaysNothingUntilTwoHaveFreedIt() {
    String account = "/v1/operations/accounts/" + ming.person().id().text();
    String waiting = ming.begin(cafe.code(), 5_00).text("id");
    UUID key = UUID.randomUUID();
    Answer frozen = ann.post(account + "/freeze", key, freeze("debit"));
    assertThat(frozen.status()).as(frozen.raw().body()).isEqualTo(200);
    assertThat(ann.post(account + "/freeze", key, freeze("debit")).status()).isEqualTo(200);
    assertThat(ann.get(account).body().path("debit_frozen").asBoolean()).isTrue();
    assertThat(ann.get(account).text("name")).as("masked").isEqualTo("*小满");
    assertThat(ming.confirm(waiting, 5_00).code()).isEqualTo("account_frozen");

    Answer proposed = ann.post(account + "/unfreeze", UUID.randomUUID(), freeze("debit"));
    assertThat(proposed.status()).isEqualTo(202);
    assertThat(ming.confirm(waiting, 5_00).code()).isEqualTo("account_frozen");
    Answer approved =
        bob.post(
            "/v1/operations/proposals/" + proposed.text("proposal_id") + "/approve",
            UUID.randomUUID(),
            Map.of("reason", "cleared"));
    assertThat(approved.status()).as(approved.raw().body()).isEqualTo(200);
    assertThat(ming.confirm(waiting, 5_00).status()).isEqualTo(200);
  }

  @Test
  void aMerchantWhoseIncomeIsFrozenIsNotPaid() {
    String account = "/v1/operations/accounts/" + cafe.merchant().id().text();
    String waiting = ming.begin(cafe.code(), 5_00).text("id");
    ann.post(account + "/freeze", UUID.randomUUID(), freeze("credit"));
    assertThat(ming.confirm(waiting, 5_00).code()).isEqualTo("payee_cannot_receive");
    assertThat(ann.get(account).text("name")).isEqualTo("山岚咖啡");
  }

  @Test
  void whatIsNobodysIsNotThere() {
    for (String party : new String[] {"per_x", "mer_x", ming.person().id().text() + "0"}) {
      assertThat(ann.get("/v1/operations/accounts/" + party).status()).as(party).isEqualTo(404);
    }
    assertThat(
            town.operator(OperatorRole.SUPPORT)
                .get("/v1/operations/accounts/" + ming.person().id().text())
                .code())
        .isEqualTo("not_permitted");
  }

  private static Map<String, String> freeze(String side) {
    return Map.of("side", side, "reason", "CASE-3");
  }
}
