package dev.qiao.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a shop sees of its payments. */
class ShopListTest extends TownTest {
  private Shopper ming;
  private Shop bakery;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 500_00);
    bakery = town.shop("麦香坊", "Wheat Lane");
  }

  @Test
  void holdsWhatWasPaidAskedForAndGivenBackTheNewestFirst() {
    String paid = ming.pay(bakery, 30_00);
    String asked = bakery.ask(10_00).text("id");
    bakery.refund(paid, 5_00);

    JsonNode items = list("");
    assertThat(column(items, "kind")).containsExactly("refund", "payment", "payment");
    assertThat(column(items, "payment_id")).containsExactly(paid, asked, paid);
    assertThat(column(items, "state"))
        .containsExactly("succeeded", "requires_confirmation", "succeeded");
    assertThat(items.get(2).at("/refunded/amount").asLong()).isEqualTo(5_00);
    assertThat(items.get(0).path("by").asString()).isEqualTo("王掌柜");
  }

  @Test
  void leavesOutWhatAPayerBeganAndDidNotConfirm() {
    ming.begin(bakery.code(), 12_00);
    assertThat(list("")).isEmpty();
  }

  @Test
  void tellsOfAPayerOnlyTheEndOfTheirNumberAndWhetherTheyAreNew() {
    ming.pay(bakery, 30_00);
    ming.pay(bakery, 31_00);

    Answer answer = bakery.owner().get("/v1/merchant/payments");
    JsonNode items = answer.body().path("items");
    assertThat(column(items, "payer")).containsOnly(tail());
    assertThat(column(items, "new_customer")).containsExactly("false", "true");
    assertThat(answer.raw().body()).doesNotContain(ming.phone().substring(4)).doesNotContain("小满");
  }

  @Test
  void isNarrowedByState() {
    String paid = ming.pay(bakery, 30_00);
    bakery.refund(paid, 5_00);
    String cancelled = bakery.ask(10_00).text("id");
    assertThat(
            bakery
                .owner()
                .post("/v1/merchant/payments/" + cancelled + "/cancel", UUID.randomUUID(), Map.of())
                .text("state"))
        .isEqualTo("cancelled");
    String late = bakery.ask(11_00).text("id");
    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(6)));

    assertThat(column(list("?state=succeeded"), "kind")).containsExactly("refund", "payment");
    assertThat(column(list("?state=refund"), "kind")).containsExactly("refund");
    assertThat(column(list("?state=closed"), "payment_id")).containsExactly(late, cancelled);
    assertThat(column(list("?state=expired"), "payment_id")).containsExactly(late);
    assertThat(list("?state=requires_confirmation")).isEmpty();
    assertThat(bakery.owner().get("/v1/merchant/payments?state=nonsense").code())
        .isEqualTo("field_invalid");
  }

  @Test
  void isSearchedByPhoneEndReceiptOrderAndId() {
    String paid = ming.pay(bakery, 30_00);
    Answer ordered =
        bakery
            .owner()
            .post(
                "/v1/merchant/payments",
                UUID.randomUUID(),
                Map.of(
                    "store_id",
                    bakery.store(),
                    "amount",
                    Town.cny(7_00),
                    "order_reference",
                    "A%-77_x"));
    String receipt = bakery.owner().get("/v1/merchant/payments/" + paid).text("receipt_number");

    assertThat(column(list("?q=" + tail()), "id")).containsExactly(paid);
    assertThat(column(list("?q=" + receipt), "id")).containsExactly(paid);
    assertThat(column(list("?q=" + paid), "id")).containsExactly(paid);
    assertThat(column(list("?q=%25-77_"), "id")).containsExactly(ordered.text("id"));
    assertThat(list("?q=%25%25")).isEmpty();
    assertThat(list("?q=00000000000000000000")).isEmpty();
  }

  @Test
  void comesInPagesThatLoseAndRepeatNothing() {
    List<String> made = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      made.addFirst(bakery.ask(1_00 + n).text("id"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = bakery.owner().get("/v1/merchant/payments?limit=2&cursor=" + cursor).body();
      seen.addAll(column(page.path("items"), "id"));
      cursor = page.path("next_cursor").asString("");
      bakery.ask(99_00); // What comes meanwhile is newer than every page to come.
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(made);
    assertThat(bakery.owner().get("/v1/merchant/payments?cursor=nonsense").code())
        .isEqualTo("field_invalid");
  }

  @Test
  void theDayIsWhatWasPaidLessWhatWasGivenBack() {
    String paid = ming.pay(bakery, 30_00);
    ming.pay(bakery, 15_01);
    bakery.refund(paid, 5_00);

    JsonNode today = bakery.owner().get("/v1/merchant/today?store_id=" + bakery.store()).body();
    assertThat(today.at("/net/amount").asLong()).isEqualTo(40_01).isEqualTo(bakery.balance());
    assertThat(today.path("count").asLong()).isEqualTo(2);
    assertThat(today.at("/average/amount").asLong()).isEqualTo(22_50);
    assertThat(today.at("/refunds/total/amount").asLong()).isEqualTo(5_00);
    assertThat(today.path("hours")).hasSize(24);
    assertThat(
            today.path("hours").valueStream().mapToLong(hour -> hour.path("amount").asLong()).sum())
        .isEqualTo(45_01);
    assertThat(today.path("sources")).hasSize(1);
    assertThat(today.at("/sources/0/scene").asString()).isEqualTo("qr_static");
  }

  @Test
  void aCodeOfItsOwnIsShownWhileItCanBePaid() {
    Answer asked = bakery.ask(10_00);
    assertThat(asked.status()).isEqualTo(201);
    String id = asked.text("id");
    assertThat(ming.read(asked.text("qr")).body().at("/payment/id").asString()).isEqualTo(id);
    ming.confirm(id, 10_00);

    JsonNode paid = bakery.owner().get("/v1/merchant/payments/" + id).body();
    assertThat(paid.path("state").asString()).isEqualTo("succeeded");
    assertThat(paid.path("qr").isNull()).isTrue();
    assertThat(paid.path("by").asString()).isEqualTo("王掌柜");
    assertThat(
            bakery
                .owner()
                .post("/v1/merchant/payments/" + id + "/cancel", UUID.randomUUID(), Map.of())
                .code())
        .isEqualTo("payment_finished");
  }

  private JsonNode list(String query) {
    Answer answer = bakery.owner().get("/v1/merchant/payments" + query);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body().path("items");
  }

  private String tail() {
    return ming.phone().substring(ming.phone().length() - 4);
  }

  private static List<String> column(JsonNode items, String field) {
    return items.valueStream().map(item -> item.path(field).asString()).toList();
  }
}
