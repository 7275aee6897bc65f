package dev.qiao.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.StaffRole;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those who work in a shop may do, and who says so. */
class StaffTest extends TownTest {
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 500_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aCashierGivesBackAtMostTheirLimitOfTheDay() {
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    String first = ming.pay(cafe, 80_00);
    String second = ming.pay(cafe, 80_00);
    assertThat(refund(cashier, first, 1_00).code())
        .as("no limit is none")
        .isEqualTo("not_permitted");

    assertThat(change(cafe.owner(), id(cashier), "cashier", null, 30_00L).status()).isEqualTo(200);
    assertThat(refund(cashier, first, 20_00).status()).isEqualTo(201);
    Answer over = refund(cashier, second, 10_01);
    assertThat(over.code()).isEqualTo("refund_limit_exceeded");
    assertThat(over.body().at("/parameters/available").asLong()).isEqualTo(10_00);
    assertThat(refund(cashier, second, 10_00).status()).as("counted over payments").isEqualTo(201);
    assertThat(refund(cashier, second, 1).code()).isEqualTo("refund_limit_exceeded");

    change(cafe.owner(), id(cashier), "cashier", null, 31_00L);
    assertThat(refund(cashier, second, 1_00).status()).isEqualTo(201);
    assertThat(cafe.refund(second, 40_00).status()).as("an owner has no limit").isEqualTo(201);
  }

  @Test
  void refundsAtOnceDoNotExceedTheLimitTogether() {
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    change(cafe.owner(), id(cashier), "cashier", null, 30_00L);
    String paid = ming.pay(cafe, 200_00);
    List<Integer> statuses = InParallel.times(8, n -> refund(cashier, paid, 10_00).status());
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
  }

  @Test
  void aCashierSeesTheirOwnStoreAloneAndNoBalance() {
    Payee second = town.the(Merchants.class).addStore(cafe.merchant(), new Names("二店", "Two"));
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    change(cafe.owner(), id(cashier), "cashier", second.store().text(), null);
    String elsewhere = ming.pay(cafe, 30_00);
    String here =
        cashier
            .post(
                "/v1/merchant/payments",
                UUID.randomUUID(),
                Map.of("store_id", second.store().text(), "amount", Town.cny(5_00)))
            .text("id");

    assertThat(column(cashier.get("/v1/merchant/payments").body(), "id")).containsExactly(here);
    assertThat(cashier.get("/v1/merchant/payments/" + elsewhere).status()).isEqualTo(404);
    assertThat(cashier.get("/v1/merchant/today").body().path("count").asLong()).isZero();
    JsonNode shop = cashier.get("/v1/merchant").body();
    assertThat(shop.path("stores")).hasSize(1);
    assertThat(shop.path("balance").isNull()).isTrue();
    assertThat(cashier.get("/v1/merchant/payments?store_id=" + cafe.store()).status())
        .as("another store does not exist")
        .isEqualTo(404);
    assertThat(
            cashier
                .post(
                    "/v1/merchant/payments",
                    UUID.randomUUID(),
                    Map.of("store_id", cafe.store(), "amount", Town.cny(5_00)))
                .status())
        .isEqualTo(404);
    assertThat(
            column(
                town.staff(cafe.merchant(), StaffRole.MANAGER).get("/v1/merchant/payments").body(),
                "id"))
        .containsExactly(here, elsewhere);
  }

  @Test
  void whoIsRemovedIsOutAtOnceAndCannotComeBack() {
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    String id = id(cashier);
    assertThat(cafe.owner().delete("/v1/merchant/staff/" + id).status()).isEqualTo(204);
    assertThat(cashier.get("/v1/merchant").code()).isEqualTo("session_expired");
    assertThat(cafe.owner().get("/v1/merchant/staff").body().toString()).doesNotContain(id);
    assertThat(cafe.owner().delete("/v1/merchant/staff/" + id).status()).isEqualTo(404);
  }

  @Test
  void theLastOwnerIsNeitherRemovedNorMadeLess() {
    String owner = id(cafe.owner());
    assertThat(cafe.owner().delete("/v1/merchant/staff/" + owner).code()).isEqualTo("last_owner");
    assertThat(change(cafe.owner(), owner, "manager", null, null).code()).isEqualTo("last_owner");

    TestBrowser second = town.staff(cafe.merchant(), StaffRole.OWNER);
    List<Integer> statuses =
        InParallel.times(
            2,
            n ->
                n == 0
                    ? cafe.owner().delete("/v1/merchant/staff/" + id(second)).status()
                    : second.delete("/v1/merchant/staff/" + owner).status());
    assertThat(statuses).as("not both of the two").containsOnlyOnce(204);
  }

  @Test
  void managersManageCashiersAndNobodyElse() {
    TestBrowser manager = town.staff(cafe.merchant(), StaffRole.MANAGER);
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    String owner = id(cafe.owner());
    assertThat(change(manager, id(cashier), "cashier", null, 20_00L).status()).isEqualTo(200);
    assertThat(change(manager, id(cashier), "manager", null, null).code())
        .isEqualTo("not_permitted");
    assertThat(change(manager, owner, "cashier", null, null).code()).isEqualTo("not_permitted");
    assertThat(manager.delete("/v1/merchant/staff/" + owner).code()).isEqualTo("not_permitted");
    assertThat(change(cashier, id(cashier), "owner", null, null).code()).isEqualTo("not_permitted");
  }

  @Test
  void anotherRoleHoldsAtOnceAndAsksToSignInAnew() {
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    String id = id(cashier);
    Answer changed = change(cafe.owner(), id, "manager", null, 5_00L);
    assertThat(changed.text("role")).isEqualTo("manager");
    assertThat(changed.body().path("refund_limit").isNull()).as("managers have none").isTrue();
    assertThat(cashier.get("/v1/merchant").code()).isEqualTo("session_expired");
  }

  private static Answer refund(TestBrowser who, String payment, long minor) {
    return who.post(
        "/v1/merchant/payments/" + payment + "/refunds",
        UUID.randomUUID(),
        Map.of("amount", Town.cny(minor)));
  }

  private static Answer change(TestBrowser who, String id, String role, String store, Long limit) {
    Map<String, Object> asked = new HashMap<>(Map.of("role", role));
    if (store != null) {
      asked.put("store_id", store);
    }
    if (limit != null) {
      asked.put("refund_limit", limit);
    }
    return who.put("/v1/merchant/staff/" + id, asked);
  }

  private static String id(TestBrowser staff) {
    return staff.get("/v1/session").body().at("/staff/id").asString();
  }

  private static List<String> column(JsonNode page, String field) {
    return page.path("items").valueStream().map(item -> item.path(field).asString()).toList();
  }
}
