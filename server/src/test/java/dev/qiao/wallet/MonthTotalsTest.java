package dev.qiao.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * Ends its server: ids never run backwards, so a server that has seen next year does not come back
 * from it.
 */
@DirtiesContext
class MonthTotalsTest extends TownTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Shopper ming;
  private Shopper chen;
  private Shop cafe;
  private Shop market;

  @Test
  void totalsOfDaysAndMonthsAreTheSumsOfTheirItems() {
    ming = town.shopper("林小满", 1_000_00);
    chen = town.shopper("陈知远", 1_000_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    market = town.shop("河畔菜市", "Riverside Market");
    // Two days of one month and one of the next, by the platform's zone.
    at("2027-01-30T09:00");
    String paid = ming.pay(cafe, 10_00);
    at("2027-01-31T23:59");
    cafe.refund(paid, 4_00);
    ming.send(chen, 3_00);
    at("2027-02-01T00:00");
    ming.pay(market, 7_00);
    chen.send(ming, 2_00);

    Answer january = list("month=2027-01&limit=100");
    assertThat(items(january)).hasSize(3);
    assertThat(january.body().at("/month/month").asString()).isEqualTo("2027-01");
    assertThat(january.body().at("/month/out/amount").asLong())
        .isEqualTo(13_00)
        .isEqualTo(sum(january, "out"));
    assertThat(january.body().at("/month/in/amount").asLong())
        .isEqualTo(4_00)
        .isEqualTo(sum(january, "in"));
    assertThat(january.body().path("days")).hasSize(2);
    assertThat(january.body().at("/days/0/date").asString()).isEqualTo("2027-01-31");
    assertThat(january.body().at("/days/0/out/amount").asLong()).isEqualTo(3_00);
    assertThat(january.body().at("/days/1/out/amount").asLong()).isEqualTo(10_00);

    Answer february = list("month=2027-02");
    assertThat(items(february)).hasSize(2);
    assertThat(february.body().at("/month/out/amount").asLong())
        .isEqualTo(7_00)
        .isEqualTo(sum(february, "out"));
    assertThat(february.body().at("/month/in/amount").asLong())
        .isEqualTo(2_00)
        .isEqualTo(sum(february, "in"));
  }

  /** Lets it be that time there; whoever was signed in has been signed out by then. */
  private void at(String time) {
    town.clock().stand(LocalDateTime.parse(time).atZone(SHANGHAI).toInstant());
    ming.signIn();
    chen.signIn();
    cafe.signIn();
    market.signIn();
  }

  private Answer list(String query) {
    return ming.browser().get("/v1/activities?" + query);
  }

  private static List<JsonNode> items(Answer page) {
    return StreamSupport.stream(page.body().path("items").spliterator(), false).toList();
  }

  private static long sum(Answer page, String direction) {
    return items(page).stream()
        .filter(item -> item.path("direction").asString().equals(direction))
        .mapToLong(item -> item.at("/amount/amount").asLong())
        .sum();
  }
}
