package dev.qiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Dump;
import dev.qiao.EventsSeen;
import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.decision.Limits;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.StaffRole;
import dev.qiao.identity.Subject;
import dev.qiao.merchant.Merchant;
import dev.qiao.merchant.Merchants;
import dev.qiao.payment.MerchantId;
import dev.qiao.vault.Life;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A business shows what it is and whose, and takes more for it; and what must not happen. */
class BusinessVerificationTest extends TownTest {
  private static final List<String> MICRO = List.of("id_front", "id_back", "storefront");

  private Shop cafe;
  private Shopper ming;
  private TestBrowser officer;

  @BeforeEach
  void open() {
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    place(Optional.empty());
    ming = town.shopper("林小满", 20_000_00);
    officer = town.operator(OperatorRole.COMPLIANCE);
  }

  private void place(Optional<String> tier) {
    town.the(Limits.class).place(business(), tier, Optional.empty());
  }

  private Subject business() {
    return Subject.business(cafe.merchant().id().value());
  }

  private static Answer put(TestBrowser owner, String kind, String type, byte[] content) {
    return owner.send(
        owner
            .write("/v1/merchant/verification/documents/" + kind)
            .setHeader("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  private static String submitted(TestBrowser owner) {
    Answer aimed = owner.put("/v1/merchant/verification", Map.of("tier", "micro"));
    assertThat(aimed.status()).as(aimed.raw().body()).isEqualTo(200);
    MICRO.forEach(
        kind ->
            assertThat(put(owner, kind, "image/jpeg", Pictures.jpeg()).status()).isEqualTo(200));
    Answer handed = owner.post("/v1/merchant/verification/submission", Map.of());
    assertThat(handed.body().at("/request/state").asString()).isEqualTo("submitted");
    return handed.body().at("/request/id").asString();
  }

  private Answer take(TestBrowser operator, String id) {
    return operator.post("/v1/operations/verifications/" + id + "/review", Map.of());
  }

  private Answer decide(String id, Map<String, Object> decision) {
    return officer.post("/v1/operations/verifications/" + id + "/decision", decision);
  }

  private Answer pay(long minor) {
    return ming.confirm(ming.begin(cafe.code(), minor).text("id"), minor);
  }

  private String tier() {
    return cafe.owner().get("/v1/merchant/limits").body().at("/tier/id").asString();
  }

  private JsonNode day() {
    return cafe.owner()
        .get("/v1/merchant/limits")
        .body()
        .path("limits")
        .valueStream()
        .filter(limit -> limit.path("id").asString().equals("sales_day"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShopTakesNoMoreThanItsTierLetsItUntilItsDocumentsAreApproved() {
    for (int i = 0; i < 4; i++) {
      assertThat(pay(1_200_00).status()).isEqualTo(200);
    }
    long before = ming.balance();
    Answer refused = pay(200_01);
    assertThat(refused.code()).isEqualTo("payee_limit_reached");
    assertThat(refused.raw().body()).as("not the customer's business").doesNotContain("500000");
    assertThat(ming.balance()).isEqualTo(before);
    Answer asked = cafe.ask(200_01);
    assertThat(asked.code()).isEqualTo("limit_reached");
    assertThat(asked.body().path("parameters").toString())
        .contains("\"movement\":\"sale\"", "\"left\":20000", "\"higher_tier\":true");
    assertThat(pay(200_00).status()).as("to the very cap").isEqualTo(200);
    assertThat(day().at("/used/amount").asLong()).isEqualTo(5_000_00);

    String id = submitted(cafe.owner());
    JsonNode queue =
        officer.get("/v1/operations/verifications?kind=business&state=submitted").body();
    assertThat(queue.toString()).contains(id, "山岚咖啡", cafe.merchant().id().text());
    Answer taken = take(officer, id);
    assertThat(taken.text("name")).isEqualTo("山岚咖啡");
    assertThat(taken.body().path("owners").toString()).as("to compare with").contains("王掌柜");
    assertThat(decide(id, Map.of("decision", "approve", "tier", "licensed")).code())
        .as("more than was asked for")
        .isEqualTo("field_invalid");
    assertThat(decide(id, Map.of("decision", "approve", "tier", "micro")).status()).isEqualTo(200);

    assertThat(tier()).isEqualTo("micro");
    assertThat(pay(200_01).status()).isEqualTo(200);
    assertThat(day().at("/used/amount").asLong()).as("nothing forgotten").isEqualTo(5_200_01);
    assertThat(trail(cafe.merchant().id().text())).contains("owners.view", id);
  }

  @Test
  void paymentsAtOnceNeverExceedALimitTogether() {
    Answer lowered = set(officer, 500_00);
    assertThat(lowered.status()).as(lowered.raw().body()).isEqualTo(200);
    // Several people: a PIN that many ask for at once is one that somebody guesses.
    List<Shopper> payers =
        Stream.concat(
                Stream.of(ming),
                Stream.of("陈知远", "周小满", "许一诺").map(name -> town.shopper(name, 500_00)))
            .toList();
    List<String> payments =
        Stream.iterate(0, n -> n < 8, n -> n + 1)
            .map(n -> payers.get(n % 4).begin(cafe.code(), 100_00).text("id"))
            .toList();
    List<Answer> answers =
        InParallel.times(8, n -> payers.get(n % 4).confirm(payments.get(n), 100_00));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("payee_limit_reached"));
    assertThat(cafe.balance()).isEqualTo(500_00);
  }

  @Test
  void oneOperatorLowersALimitOfABusinessAndTwoRaiseIt() {
    assertThat(set(officer, 4_000_00).status()).isEqualTo(200);
    assertThat(day().at("/cap/amount").asLong()).isEqualTo(4_000_00);
    Answer raised = set(officer, 9_000_00);
    assertThat(raised.status()).as(raised.raw().body()).isEqualTo(202);
    assertThat(day().at("/cap/amount").asLong()).isEqualTo(4_000_00);
    String proposal = raised.text("proposal_id");
    assertThat(approve(officer, proposal).code()).isEqualTo("own_proposal");
    assertThat(approve(town.operator(OperatorRole.RISK), proposal).status()).isEqualTo(200);
    assertThat(day().at("/cap/amount").asLong()).isEqualTo(9_000_00);
    assertThat(
            officer
                .post(
                    limits().replace("/merchants/", "/people/") + "/sales_day",
                    UUID.randomUUID(),
                    Map.of("cap", Town.cny(1), "until", today(), "reason", "CASE-7"))
                .code())
        .isEqualTo("not_found");
  }

  private Answer approve(TestBrowser operator, String proposal) {
    return operator.post(
        "/v1/operations/proposals/" + proposal + "/approve",
        UUID.randomUUID(),
        Map.of("reason", "looked at the case"));
  }

  private Answer set(TestBrowser operator, long cap) {
    return operator.post(
        limits() + "/sales_day",
        UUID.randomUUID(),
        Map.of("cap", Town.cny(cap), "until", today(), "reason", "CASE-7"));
  }

  private String limits() {
    return "/v1/operations/merchants/" + cafe.merchant().id().text() + "/limits";
  }

  private String today() {
    return LocalDate.ofInstant(town.clock().instant(), town.clock().zone()).toString();
  }

  @Test
  void onlyAnOwnerShowsDocumentsAndOnlyThoseOfABusiness() {
    TestBrowser manager = town.staff(cafe.merchant(), StaffRole.MANAGER);
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    submitted(cafe.owner());
    assertThat(manager.get("/v1/merchant/verification").status()).isEqualTo(200);
    assertThat(manager.get("/v1/merchant/limits").status()).isEqualTo(200);
    assertThat(cashier.get("/v1/merchant/verification").code()).isEqualTo("not_permitted");
    assertThat(cashier.get("/v1/merchant/limits").code()).isEqualTo("not_permitted");
    for (TestBrowser other : List.of(manager, cashier)) {
      assertThat(other.put("/v1/merchant/verification", Map.of("tier", "licensed")).code())
          .isEqualTo("not_permitted");
      assertThat(put(other, "storefront", "image/jpeg", Pictures.jpeg()).code())
          .isEqualTo("not_permitted");
      assertThat(other.delete("/v1/merchant/verification").code()).isEqualTo("not_permitted");
    }
    cafe.owner().delete("/v1/merchant/verification");
    cafe.owner().put("/v1/merchant/verification", Map.of("tier", "licensed"));
    assertThat(put(cafe.owner(), "selfie", "image/jpeg", Pictures.jpeg()).code())
        .isEqualTo("not_found");
    assertThat(put(cafe.owner(), "storefront", "text/html", Pictures.jpeg()).code())
        .isEqualTo("unsupported_media_type");
    ming.browser().put("/v1/verification", Map.of("tier", "class_3"));
    TestBrowser person = ming.browser();
    assertThat(
            person
                .send(
                    person
                        .write("/v1/verification/documents/business_licence")
                        .setHeader("Content-Type", "image/jpeg")
                        .PUT(BodyPublishers.ofByteArray(Pictures.jpeg())))
                .code())
        .isEqualTo("not_found");
  }

  @Test
  void whatOneShopHandsInIsNotThereForAnother() {
    submitted(cafe.owner());
    Shop other = town.shop("差分机书店", "Difference Books");
    assertThat(other.owner().get("/v1/merchant/verification").body().path("request").isNull())
        .isTrue();
    assertThat(other.owner().delete("/v1/merchant/verification").code())
        .isEqualTo("verification_not_open");
    assertThat(other.owner().get("/v1/merchant/limits").body().at("/tier/id").asString())
        .isEqualTo("licensed");
  }

  @Test
  void whoReviewsPeopleAloneSeesNothingOfBusinesses() {
    String id = submitted(cafe.owner());
    String document =
        officer.get("/v1/operations/verifications/" + id).body().at("/documents/0/id").asString();
    TestBrowser risk = town.operator(OperatorRole.RISK);
    for (String filter : List.of("", "?kind=business", "?kind=person", "?state=submitted")) {
      Answer list = risk.get("/v1/operations/verifications" + filter);
      assertThat(list.status()).isEqualTo(200);
      assertThat(list.raw().body()).doesNotContain(id);
    }
    assertThat(risk.get("/v1/operations/verifications/" + id).code()).isEqualTo("not_found");
    assertThat(take(risk, id).code()).isEqualTo("not_found");
    assertThat(
            risk.post(
                    "/v1/operations/verifications/" + id + "/decision",
                    Map.of("decision", "refuse", "reason", "cannot_verify"))
                .code())
        .isEqualTo("not_found");
    assertThat(
            risk.post(
                    "/v1/operations/verification-documents/" + document + "/view",
                    Map.of("reason", "verification_review", "reference", "VR-1"))
                .code())
        .isEqualTo("not_found");
    assertThat(risk.get(limits()).code()).isEqualTo("not_permitted");
    assertThat(officer.get(limits().replace("/merchants/", "/people/")).code())
        .isEqualTo("not_found");
  }

  @Test
  void whoOpenedABusinessDoesNotVerifyIt() {
    TestBrowser admin = town.operator(OperatorRole.ADMINISTRATOR);
    Answer created =
        admin.post(
            "/v1/operations/merchants",
            UUID.randomUUID(),
            Map.of(
                "name", "新店",
                "category", "cafe",
                "store_name", "一号店",
                "owner_name", "沈新",
                "owner_login", "owner-" + UUID.randomUUID().toString().substring(0, 8)));
    assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
    Merchant merchant =
        town.the(Merchants.class)
            .find(MerchantId.from(created.body().at("/merchant/id").asString()))
            .orElseThrow();
    String id = submitted(town.staff(merchant, StaffRole.OWNER));
    assertThat(take(admin, id).code()).isEqualTo("opened_by_yourself");
    // As if it had been opened before that was kept with the merchant.
    owner()
        .sql("update merchant.merchant set opened_by = null where id = ?")
        .param(merchant.id().value())
        .update();
    assertThat(take(admin, id).code()).as("the trail knows").isEqualTo("opened_by_yourself");
    assertThat(
            admin
                .post(
                    "/v1/operations/verifications/" + id + "/decision",
                    Map.of("decision", "approve", "tier", "micro"))
                .code())
        .isEqualTo("verification_not_open");
    assertThat(take(town.operator(OperatorRole.ADMINISTRATOR), id).status()).isEqualTo(200);
  }

  private JdbcClient owner() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(town.the(Environment.class).getRequiredProperty("qiao.database.owner-url"));
    return JdbcClient.create(source);
  }

  @Test
  void standsNowhereInTheClearAndStaysWhenATierWasGrantedOnIt() {
    String id = submitted(cafe.owner());
    assertThat(Dump.of(town.the(Environment.class)).with(Pictures.MARK)).isEmpty();
    Answer seen =
        look(officer.get("/v1/operations/verifications/" + id).body().at("/documents/0/id"));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(trail(cafe.merchant().id().text())).contains("document.view", "VR-1");
    take(officer, id);
    decide(id, Map.of("decision", "approve", "tier", "micro"));
    assertThat(Dump.of(town.the(Environment.class)).with(Pictures.MARK)).isEmpty();
    assertThat(town.the(DocumentTables.class).of(business()))
        .hasSize(3)
        .allSatisfy(document -> assertThat(document.life()).isEqualTo(Life.RETAINED));
    assertThat(
            look(officer.get("/v1/operations/verifications/" + id).body().at("/documents/0/id"))
                .status())
        .as("under its other key")
        .isEqualTo(200);
  }

  private Answer look(JsonNode document) {
    return officer.post(
        "/v1/operations/verification-documents/" + document.asString() + "/view",
        Map.of("reason", "verification_review", "reference", "VR-1"));
  }

  @Test
  void aTierEndsWithItsDocumentsAndTheTillIsTold() {
    try (EventsSeen owner = cafe.owner().listen(Optional.empty())) {
      String id = submitted(cafe.owner());
      take(officer, id);
      decide(
          id,
          Map.of(
              "decision", "approve",
              "tier", "micro",
              "documents_expire_on", LocalDate.parse(today()).plusYears(1).toString()));
      owner.until(seen -> seen.type().equals("verification.changed") && seen.thing().equals(id));
      town.the(Limits.class)
          .place(
              business(),
              Optional.of("micro"),
              Optional.of(town.clock().instant().minus(Duration.ofSeconds(1))));
      assertThat(tier()).isEqualTo("basic");
      town.the(VerificationSweep.class).lowerExpired();
      assertThat(
              owner.until(
                  seen ->
                      seen.type().equals("verification.changed")
                          && seen.body().toString().contains("expired")))
          .isNotEmpty();
    }
    assertThat(trail(cafe.merchant().id().text())).contains("tier.expire");
  }

  @Test
  void anOperatorLowersABusinessButRaisesNoneThisWay() {
    place(Optional.of("licensed"));
    String path = limits().replace("/limits", "/tier");
    Map<String, Object> down = Map.of("tier", "micro", "reason", "risk_review", "reference", "R-1");
    assertThat(town.operator(OperatorRole.RISK).post(path, down).code()).isEqualTo("not_permitted");
    assertThat(officer.post(path, down).status()).isEqualTo(200);
    assertThat(tier()).isEqualTo("micro");
    Map<String, Object> up =
        Map.of("tier", "licensed", "reason", "risk_review", "reference", "R-1");
    assertThat(officer.post(path, up).code()).isEqualTo("field_invalid");
    assertThat(
            officer
                .post(path, Map.of("tier", "class_1", "reason", "risk_review", "reference", "R-1"))
                .code())
        .as("a person's")
        .isEqualTo("field_invalid");
  }

  private String trail(String object) {
    return officer.get("/v1/operations/audit?object=" + object).body().toString();
  }
}
