package dev.qiao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.identity.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Operators find who did what. */
class AuditSearchTest extends TownTest {
  private TestBrowser grace;
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    grace = town.operator();
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void byActorActObjectAndAllOfThem() {
    String paid = ming.pay(cafe, 3_00);
    String me = ming.person().id().text();
    List<JsonNode> mine = all("actor=" + me);
    assertThat(mine).isNotEmpty().allMatch(entry -> entry.path("actor_id").asString().equals(me));
    assertThat(mine)
        .extracting(entry -> entry.path("act").asString())
        .contains("session.create", "payment.confirm");
    assertThat(all("object=" + paid)).isNotEmpty().allMatch(entry -> object(entry).equals(paid));
    assertThat(all("actor=" + me + "&act=payment.&object=" + paid))
        .isNotEmpty()
        .allMatch(entry -> entry.path("act").asString().startsWith("payment."));
    assertThat(all("actor=" + me + "&act=refund")).isEmpty();
    assertThat(all("actor=" + new PersonId(java.util.UUID.randomUUID()).text())).isEmpty();
  }

  @Test
  void byKindAndDay() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), town.clock().zone());
    assertThat(all("actor=operator"))
        .isNotEmpty()
        .allMatch(entry -> entry.path("actor_kind").asString().equals("operator"));
    String me = "actor=" + ming.person().id().text();
    assertThat(all(me + "&from=" + today + "&to=" + today)).isNotEmpty();
    assertThat(all(me + "&from=" + today.plusDays(1))).isEmpty();
    assertThat(all(me + "&to=" + today.minusDays(1))).isEmpty();
  }

  @Test
  void inPagesWithoutGapOrRepetition() {
    String me = "actor=" + ming.person().id().text();
    for (int i = 0; i < 4; i++) {
      ming.pay(cafe, 1_00);
    }
    List<String> whole = all(me).stream().map(entry -> entry.path("id").asString()).toList();
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = grace.get("/v1/operations/audit?limit=3&" + me + cursor);
      page.body().path("items").forEach(entry -> paged.add(entry.path("id").asString()));
      String next = page.body().path("next_cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    assertThat(paged).hasSizeGreaterThan(6).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNobodyOrNoDayIsNamed() {
    for (String wrong :
        List.of("actor=nobody", "actor=pay_01h455vb4pex5vsknk084sn02q", "from=soon")) {
      Answer answer = grace.get("/v1/operations/audit?" + wrong);
      assertThat(answer.code()).as(wrong).isEqualTo("field_invalid");
      assertThat(answer.body().at("/parameters/field").asString())
          .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  private static String object(JsonNode entry) {
    return entry.path("object").asString();
  }

  private List<JsonNode> all(String query) {
    Answer page = grace.get("/v1/operations/audit?limit=100&" + query);
    assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
    return page.body().path("items").valueStream().toList();
  }
}
