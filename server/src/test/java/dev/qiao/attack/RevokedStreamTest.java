package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.EventsSeen;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.StaffRole;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever is put out goes on listening to what they had opened before. */
class RevokedStreamTest extends TownTest {
  private static final Optional<String> FROM_NOW = Optional.empty();

  @Test
  void aRevokedSessionsStreamEnds() {
    Shopper ming = town.shopper("林小满", 50_00);
    TestBrowser stolen = town.browser("wallet");
    assertThat(stolen.signIn(ming.phone(), Town.PASSWORD).status()).isEqualTo(201);
    String session = stolen.get("/v1/session").text("id");
    try (EventsSeen theirs = stolen.listen(FROM_NOW);
        EventsSeen mine = ming.browser().listen(FROM_NOW)) {
      assertThat(ming.browser().delete("/v1/sessions/" + session).status()).isEqualTo(204);
      theirs.untilEnd();
      Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
      String paid = ming.pay(cafe, 5_00);
      mine.until(seen -> seen.thing().equals(paid));
      assertThat(theirs.untilEnd()).isEmpty();
    }
  }

  @Test
  void theStreamEndsOfSomebodyWhoIsLockedOrRemoved() {
    Shopper ming = town.shopper("林小满", 0);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    String id = cashier.get("/v1/session").body().at("/staff/id").asString();
    try (EventsSeen locked = ming.browser().listen(FROM_NOW);
        EventsSeen removed = cashier.listen(FROM_NOW)) {
      assertThat(
              town.operator(OperatorRole.SUPPORT)
                  .put(
                      "/v1/operations/locks/" + ming.person().id().text(),
                      Map.of("reason", "CASE-9"))
                  .status())
          .isEqualTo(204);
      assertThat(cafe.owner().delete("/v1/merchant/staff/" + id).status()).isEqualTo(204);
      assertThat(locked.untilEnd()).isEmpty();
      assertThat(removed.untilEnd()).isEmpty();
    }
  }
}
