package dev.qiao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What operators see and do. */
class ConsoleTest extends TownTest {
  private TestBrowser grace;
  private Shopper ming;
  private Shop teahouse;

  @BeforeEach
  void open() {
    grace = town.operator();
    ming = town.shopper("林小满", 500_00);
    teahouse = town.shop("听雨茶舍", "Rain Teahouse");
  }

  @Test
  void figuresAreWhatTheLedgerSays() {
    String paid = ming.pay(teahouse, 30_00);
    teahouse.refund(paid, 4_00);
    ming.confirm(ming.begin(teahouse.code(), 900_00).text("id"), 900_00);

    JsonNode overview = get("/v1/operations/overview");
    assertThat(overview.at("/volume/amount").asLong()).isEqualTo(moved("payment"));
    assertThat(overview.at("/refunds/total/amount").asLong()).isEqualTo(moved("refund"));
    assertThat(sum(overview.path("hours"), "amount")).isEqualTo(moved("payment"));
    assertThat(sum(overview.path("channels"), "count")).isEqualTo(overview.path("count").asLong());
    assertThat(overview.at("/ledger_difference/amount").asLong(-1)).isZero();
    assertThat(overview.path("refused").asLong()).isPositive();
    assertThat(overview.path("success_rate_bp").asInt()).isBetween(1, 9_999);
    assertThat(overview.path("people").asLong()).isPositive();
  }

  @Test
  void everyKindOfMovementIsFoundByItsIdAndItsReceiptNumber() {
    Shopper lan = town.shopper("陈知远", 0);
    String paid = ming.pay(teahouse, 30_00);
    String refund = teahouse.refund(paid, 4_00).body().at("/refunds/0/id").asString();
    String sent = ming.send(lan, 20_00);
    String bank = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    String topUp =
        ming.browser()
            .post(
                "/v1/top-ups",
                UUID.randomUUID(),
                Map.of("linked_account_id", bank, "amount", Town.cny(50_00)))
            .text("id");

    for (String id : List.of(paid, refund, sent, topUp)) {
      JsonNode found = get("/v1/operations/payments?q=" + id).path("items");
      assertThat(found).as(id).hasSize(1);
      String receipt = found.at("/0/receipt_number").asString();
      assertThat(column(get("/v1/operations/payments?q=" + receipt).path("items"), "id"))
          .containsExactly(id);
      assertThat(get("/v1/operations/payments/" + id).path("id").asString()).isEqualTo(id);
    }
    assertThat(grace.get("/v1/operations/payments/pay_00000000000000000000000000").status())
        .isEqualTo(404);
    assertThat(grace.get("/v1/operations/payments/nonsense").status()).isEqualTo(404);
  }

  @Test
  void merchantsNamesAndOrderReferencesAreFoundAndStatesNarrow() {
    Shop stall = town.shop("独一无二的摊", "One Of A Kind");
    String paid = ming.pay(stall, 6_00);
    String waiting =
        stall
            .owner()
            .post(
                "/v1/merchant/payments",
                UUID.randomUUID(),
                Map.of(
                    "store_id",
                    stall.store(),
                    "amount",
                    Town.cny(7_00),
                    "order_reference",
                    "KIND-0042"))
            .text("id");

    assertThat(column(get("/v1/operations/payments?q=one%20of%20a").path("items"), "id"))
        .containsExactly(waiting, paid);
    assertThat(
            column(
                get("/v1/operations/payments?q=one%20of%20a&state=succeeded").path("items"), "id"))
        .containsExactly(paid);
    assertThat(column(get("/v1/operations/payments?q=KIND-0042").path("items"), "id"))
        .containsExactly(waiting);
    assertThat(grace.get("/v1/operations/payments?state=nonsense").code())
        .isEqualTo("field_invalid");
  }

  @Test
  void oneListHoldsAllKindsInPagesThatLoseAndRepeatNothing() {
    Shopper lan = town.shopper("陈知远", 0);
    List<String> made = new ArrayList<>();
    made.addFirst(ming.pay(teahouse, 30_00));
    made.addFirst(ming.send(lan, 20_00));
    made.addFirst(teahouse.refund(made.getLast(), 4_00).body().at("/refunds/0/id").asString());
    made.addFirst(ming.pay(teahouse, 31_00));

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/v1/operations/payments?limit=1&cursor=" + cursor);
      seen.addAll(column(page.path("items"), "id"));
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty() && seen.size() < 500);
    assertThat(seen).doesNotHaveDuplicates().startsWith(made.toArray(String[]::new));
  }

  @Test
  void aPaymentShowsItsTriesItsPostingsAndWhoLooked() {
    String id = ming.begin(teahouse.code(), 600_00).text("id");
    assertThat(ming.confirm(id, 600_00).code()).isEqualTo("insufficient_funds");
    town.fund(ming.person(), 200_00);
    ming.confirm(id, 600_00);
    teahouse.refund(id, 1_00);

    JsonNode payment = get("/v1/operations/payments/" + id);
    assertThat(column(payment.path("attempts"), "state")).containsExactly("refused", "succeeded");
    assertThat(payment.at("/attempts/0/reason").asString()).isEqualTo("insufficient_funds");
    assertThat(payment.path("payer").asString()).isEqualTo("*小满");
    assertThat(payment.path("payee").asString()).isEqualTo("听雨茶舍");
    assertThat(column(payment.path("postings"), "result"))
        .containsExactly("refused", "posted", "posted");
    JsonNode leg = payment.at("/postings/1/legs/0");
    assertThat(leg.at("/debit/name").asString()).isEqualTo("*小满");
    assertThat(leg.at("/debit/balance_after/amount").asLong()).isEqualTo(100_00);
    assertThat(leg.at("/credit/name").asString()).isEqualTo("听雨茶舍");
    assertThat(leg.at("/credit/balance_after/amount").asLong()).isEqualTo(600_00);
    assertThat(payment.at("/refunds/0/by").asString()).isEqualTo("王掌柜");
    assertThat(column(payment.path("trail"), "act"))
        .contains("payment.confirm", "refund.create")
        .endsWith("operations.payment_view");
    assertThat(payment.path("trail").valueStream().toList().getLast().path("actor").asString())
        .isEqualTo("Grace");
    assertThat(get("/v1/operations/audit?q=%25").path("items")).isEmpty();
    assertThat(column(get("/v1/operations/audit?q=" + id).path("items"), "act"))
        .startsWith("operations.payment_view");
  }

  @ParameterizedTest
  @EnumSource(value = OperatorRole.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
  void onlyAnAdministratorOpensMerchants(OperatorRole role) {
    Map<String, Object> asked =
        Map.of(
            "name",
            "不该有的店",
            "category",
            "cafe",
            "store_name",
            "一号店",
            "owner_name",
            "沈新",
            "owner_login",
            "nobody-" + role.text());
    assertThat(
            town.operator(role).post("/v1/operations/merchants", UUID.randomUUID(), asked).code())
        .isEqualTo("not_permitted");
  }

  @Test
  void aMerchantIsOpenedOnceAndItsOwnerInvited() {
    UUID key = UUID.randomUUID();
    String login = "owner-" + key;
    Map<String, Object> asked =
        Map.of(
            "name",
            "新店",
            "name_en",
            "New Shop",
            "category",
            "cafe",
            "store_name",
            "一号店",
            "owner_name",
            "沈新",
            "owner_login",
            login);
    Answer created = grace.post("/v1/operations/merchants", key, asked);
    assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
    assertThat(created.body().at("/merchant/stores").asInt()).isEqualTo(1);

    Answer again = grace.post("/v1/operations/merchants", key, asked);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.body().at("/merchant/id")).isEqualTo(created.body().at("/merchant/id"));
    assertThat(again.body().path("invitation_path").isNull()).as("secrets are not kept").isTrue();

    String token = created.text("invitation_path").replaceFirst(".*#token=", "");
    TestBrowser owner = town.browser("merchant");
    assertThat(owner.invitation(token).body().at("/merchant/name").asString()).isEqualTo("新店");
    assertThat(
            owner
                .post("/v1/invitations/accept", Map.of("token", token, "password", Town.PASSWORD))
                .status())
        .isEqualTo(201);
    assertThat(owner.get("/v1/merchant").text("name_en")).isEqualTo("New Shop");

    assertThat(grace.post("/v1/operations/merchants", UUID.randomUUID(), asked).code())
        .isEqualTo("login_taken");
    long of =
        get("/v1/operations/merchants?limit=100")
            .path("items")
            .valueStream()
            .filter(m -> m.path("name").asString().equals("新店"))
            .count();
    assertThat(of).as("a taken login opens nothing").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "channels",
        "payments",
        "audit",
        "merchants",
        "bank-moves",
        "ledger-audit"
      })
  void nobodyElseMayLook(String page) {
    assertThat(ming.browser().get("/v1/operations/" + page).code()).isEqualTo("not_permitted");
    assertThat(teahouse.owner().get("/v1/operations/" + page).code()).isEqualTo("not_permitted");
    assertThat(town.browser("console").get("/v1/operations/" + page).code())
        .isEqualTo("session_required");
    assertThat(grace.get("/v1/operations/" + page).status()).isEqualTo(200);
  }

  private JsonNode get(String path) {
    Answer answer = grace.get(path);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body();
  }

  /** What today's postings of a kind moved, from the ledger itself. */
  private long moved(String kind) {
    var zone = town.clock().zone();
    return town.the(JdbcClient.class)
        .sql(
            """
            select coalesce(sum(l.amount), 0)::bigint
            from ledger.posting p
            join ledger.move l on l.posting = p.id
            where p.kind = :kind and p.refusal is null and p.at >= :from
            """)
        .param("kind", kind)
        .param(
            "from",
            java.sql.Timestamp.from(
                LocalDate.ofInstant(town.clock().instant(), zone).atStartOfDay(zone).toInstant()))
        .query(Long.class)
        .single();
  }

  private static long sum(JsonNode items, String field) {
    return items.valueStream().mapToLong(item -> item.path(field).asLong()).sum();
  }

  private static List<String> column(JsonNode items, String field) {
    return items.valueStream().map(item -> item.path(field).asString()).toList();
  }
}
