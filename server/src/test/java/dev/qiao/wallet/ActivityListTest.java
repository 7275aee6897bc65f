package dev.qiao.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityListTest extends TownTest {
  private Shopper ming;
  private Shopper chen;
  private Shop cafe;
  private Shop market;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 1_000_00);
    chen = town.shopper("陈知远", 1_000_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    market = town.shop("河畔菜市", "Riverside Market");
  }

  @Test
  void pagesLoseAndDoubleNothingWhileMoreHappens() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      before.addFirst(i % 3 == 0 ? ming.send(chen, 1_00) : ming.pay(cafe, 1_00));
    }
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = list("limit=4" + cursor);
      read.addAll(ids(page));
      ming.pay(market, 1_00);
      chen.send(ming, 50);
      cursor =
          page.body().path("next_cursor").isNull() ? null : "&cursor=" + page.text("next_cursor");
    } while (cursor != null);

    assertThat(read).containsExactlyElementsOf(before);
  }

  @Test
  void theShopsListLosesAndDoublesNothingEither() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      before.addFirst(ming.pay(cafe, 10_00));
    }
    cafe.refund(before.get(3), 1_00);
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = cafe.owner().get("/v1/merchant/payments?limit=3" + cursor);
      StreamSupport.stream(page.body().path("items").spliterator(), false)
          .forEach(
              item ->
                  read.add(
                      item.path("kind").asString() + " " + item.path("payment_id").asString()));
      chen.pay(cafe, 1_00);
      cursor =
          page.body().path("next_cursor").isNull() ? null : "&cursor=" + page.text("next_cursor");
    } while (cursor != null);

    List<String> expected = new ArrayList<>(before.stream().map(id -> "payment " + id).toList());
    expected.addFirst("refund " + before.get(3));
    assertThat(read).containsExactlyElementsOf(expected);
  }

  @Test
  void filtersShowTheirKindOnly() {
    String paid = ming.pay(cafe, 10_00);
    cafe.refund(paid, 4_00);
    String sent = ming.send(chen, 3_00);
    String got = chen.send(ming, 2_00);
    String refund = ids(list("filter=refund")).getFirst();

    assertThat(ids(list("filter=all"))).containsExactly(got, sent, refund, paid);
    assertThat(ids(list("filter=out"))).containsExactly(sent, paid);
    assertThat(ids(list("filter=in"))).containsExactly(got, refund);
    assertThat(ids(list("filter=transfer"))).containsExactly(got, sent);
    assertThat(ids(list("filter=top_up"))).isEmpty();
    assertThat(list("filter=nonsense").code()).isEqualTo("field_invalid");
    assertThat(list("cursor=nonsense").code()).isEqualTo("field_invalid");
    assertThat(list("month=2026-13").code()).isEqualTo("field_invalid");
    assertThat(list("month=%2B999999999-12").code()).isEqualTo("field_invalid");
    assertThat(list("month=-999999999-01").code()).isEqualTo("field_invalid");
  }

  @Test
  void aSearchFindsShopsByEitherName() {
    String coffee = ming.pay(cafe, 10_00);
    ming.pay(market, 5_00);

    assertThat(ids(list("q=" + encoded("山岚")))).containsExactly(coffee);
    assertThat(ids(list("q=mist"))).containsExactly(coffee);
    assertThat(ids(list("q=" + encoded("%")))).as("a per cent sign is no wildcard").isEmpty();
  }

  @Test
  void aReceiptSaysWhatWasLeftAndWhatCameBack() {
    String paid = ming.pay(cafe, 10_00);
    cafe.refund(paid, 4_00);

    Answer receipt = ming.browser().get("/v1/activities/" + paid);
    assertThat(receipt.text("state")).isEqualTo("succeeded");
    assertThat(receipt.body().at("/balance_after/amount").asLong()).isEqualTo(990_00);
    assertThat(receipt.body().at("/refunded/amount").asLong()).isEqualTo(4_00);
    assertThat(receipt.body().at("/refunds/0/amount/amount").asLong()).isEqualTo(4_00);
    assertThat(receipt.text("receipt_number")).isNotEmpty();
    Answer refund =
        ming.browser().get("/v1/activities/" + receipt.body().at("/refunds/0/id").asString());
    assertThat(refund.text("payment_id")).isEqualTo(paid);
    assertThat(refund.body().at("/balance_after/amount").asLong()).isEqualTo(994_00);
  }

  private Answer list(String query) {
    return ming.browser().get("/v1/activities?" + query);
  }

  private static List<String> ids(Answer page) {
    return StreamSupport.stream(page.body().path("items").spliterator(), false)
        .map(item -> item.path("id").asString())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
