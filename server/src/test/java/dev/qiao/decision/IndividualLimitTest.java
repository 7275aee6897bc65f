package dev.qiao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Subject;
import dev.qiao.ledger.Allowance;
import dev.qiao.money.Money;
import dev.qiao.proposal.ProposalKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** One person's limit, raised by two and lowered by one. A server of its own: its clock moves. */
class IndividualLimitTest extends TownTest {
  private static final String TOP_UPS = "top_ups_day";
  private static final String SPENDING = "spending_life";
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private TestBrowser ann;
  private TestBrowser bob;
  private Shopper ming;

  @DynamicPropertySource
  static void ownServer(DynamicPropertyRegistry properties) {
    properties.add("qiao.test-server", () -> "individual-limits");
  }

  @BeforeEach
  void open() {
    ann = town.operator(OperatorRole.RISK);
    bob = town.operator(OperatorRole.COMPLIANCE);
    ming = town.shopper("林小满", 900_00);
    place("class_1");
  }

  @Test
  void theLedgerLetsSomebodyDoMoreOnceTwoAgreedAndGoesBackOnItsDay() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    assertThat(topUp(900_00).status()).isEqualTo(201);
    assertThat(topUp(300_00).code()).isEqualTo("limit_reached");

    UUID key = UUID.randomUUID();
    Map<String, Object> wanted = set(1_500_00, today.plusDays(1), "CASE-7");
    Answer proposed = ann.post(path(TOP_UPS), key, wanted);
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    assertThat(ann.post(path(TOP_UPS), key, wanted).text("proposal_id"))
        .isEqualTo(proposed.text("proposal_id"));
    assertThat(topUp(300_00).code()).as("it only waits").isEqualTo("limit_reached");
    assertThat(told("what")).as("nothing has happened yet").isEmpty();
    assertThat(decide(ann, proposed, "approve").code()).isEqualTo("own_proposal");
    Answer approved = decide(bob, proposed, "approve");
    assertThat(approved.status()).as(approved.raw().body()).isEqualTo(200);
    assertThat(told("what")).isEqualTo("limit_raised");
    assertThat(told("counts") + " " + told("span")).isEqualTo("top_up day");
    assertThat(told("amount")).isEqualTo("1500.00 CNY");
    assertThat(told("until")).isEqualTo(today.plusDays(1).toString());

    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(1_500_00);
    assertThat(topUp(300_00).status()).isEqualTo(201);
    Answer over = topUp(300_01);
    assertThat(over.code()).isEqualTo("limit_reached");
    assertThat(over.body().path("parameters").toString())
        .contains("\"cap\":150000", "\"left\":30000");

    // Its person, the operators, the trail and the export tell of it.
    for (JsonNode told :
        new JsonNode[] {limit(ming.browser(), "/v1/limits"), limit(bob, shown())}) {
      assertThat(told.at("/cap/amount").asLong()).isEqualTo(1_500_00);
      assertThat(told.at("/own/usual/amount").asLong()).isEqualTo(1_000_00);
      assertThat(told.at("/own/raises").asBoolean()).isTrue();
      assertThat(told.at("/own/until").asString()).isEqualTo(today.plusDays(1).toString());
      assertThat(told.path("statutory").asBoolean()).isFalse();
    }
    assertThat(trail()).contains("limits.individual done", "limits.set done");
    assertThat(exported().at("/0/cap").asLong()).isEqualTo(1_500_00);
    assertThat(exported().at("/0/reference").asString()).isEqualTo(proposed.text("proposal_id"));

    // On its last day it still holds, for a new day's top-ups; after it, it does not.
    stand(today.plusDays(1));
    assertThat(topUp(1_200_00).status()).isEqualTo(201);
    stand(today.plusDays(2));
    assertThat(topUp(1_200_00).code()).isEqualTo("limit_reached");
    assertThat(topUp(1_000_00).status()).isEqualTo(201);
    assertThat(limit(ming.browser(), "/v1/limits").path("own").isNull()).isTrue();
    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(1_000_00);
    town.the(LimitSweep.class).end();
    assertThat(trail()).contains("limits.end done");
    assertThat(exported().at("/0/ended_at").asString())
        .isEqualTo(today.plusDays(2).atStartOfDay(SHANGHAI).toInstant().toString());
  }

  @Test
  void theCapGoesBackInTheLedgerOfSomebodyWhoDoesNothing() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    agreed(TOP_UPS, set(1_500_00, today, "CASE-7"));
    String reference = "person:" + id() + ":limit:top_up:day:CNY";
    assertThat(cap(reference)).isEqualTo(1_500_00);
    town.clock().stand(today.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusSeconds(1));
    town.the(LimitSweep.class).end();
    assertThat(cap(reference)).isEqualTo(1_500_00);
    town.clock().stand(today.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
    town.the(LimitSweep.class).end();
    assertThat(cap(reference)).isEqualTo(1_000_00);
  }

  @Test
  void whatALawSaysNobodyRaises() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    Answer refused = ann.post(path(SPENDING), UUID.randomUUID(), set(1_000_01, today, "CASE-7"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("limit_set_by_law");
    assertThat(refused.body().path("parameters").toString()).contains("\"cap\":100000");

    // Not by a proposal that went around the route either.
    Applied now = town.the(Limits.class).derived(Subject.person(id()));
    var spending = now.pack().limits().getFirst();
    ProposalKind<LimitChange.Setting> kind = town.the(LimitChange.class);
    var setting =
        town.the(LimitChange.class)
            .setting(
                Subject.person(id()),
                now,
                spending,
                Optional.of(Money.of(1_000_01, now.pack().unit())),
                Optional.of(today));
    assertThat(kind.changes(setting)).isEmpty();
    assertThat(kind.carryOut(setting, "test")).isFalse();
    assertThat(allowance(SPENDING).terms().cap().minor()).isEqualTo(1_000_00);
  }

  @Test
  void oneLowersAtOnceInEveryTierAndTwoGiveItBack() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    Answer done = ann.post(path(SPENDING), UUID.randomUUID(), set(100_00, today, "CASE-8"));
    assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
    assertThat(pay(cafe, 100_01).code()).isEqualTo("limit_reached");
    assertThat(told("what")).isEqualTo("limit_lowered");
    assertThat(told("amount")).isEqualTo("100.00 CNY");
    place("class_3");
    assertThat(allowance(SPENDING).terms().cap().minor()).isEqualTo(100_00);
    place("class_1");

    // Longer is tighter, a little more is not.
    assertThat(
            ann.post(path(SPENDING), UUID.randomUUID(), set(90_00, today.plusDays(3), "CASE-8"))
                .status())
        .isEqualTo(200);
    assertThat(ann.post(path(SPENDING), UUID.randomUUID(), set(80_00, today, "CASE-8")).status())
        .isEqualTo(202);
    Answer again = ann.post(path(SPENDING) + "/end", UUID.randomUUID(), Map.of("reason", "over"));
    assertThat(again.code()).as("one waits for a person at a time").isEqualTo("proposal_open");
  }

  @Test
  void aRaiseHoldsOnlyInTheTierForWhichItWasAgreed() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    agreed(TOP_UPS, set(1_500_00, today.plusDays(9), "CASE-9"));
    place("class_2");
    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(50_000_00);
    place("class_1");
    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(1_500_00);

    Answer ended = ann.post(path(TOP_UPS) + "/end", UUID.randomUUID(), Map.of("reason", "over"));
    assertThat(ended.status()).as("less is for one alone").isEqualTo(200);
    assertThat(told("what") + " " + told("until")).isEqualTo("limit_lowered ");
    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(1_000_00);
    assertThat(ann.post(path(TOP_UPS) + "/end", UUID.randomUUID(), Map.of("reason", "over")).code())
        .isEqualTo("nothing_to_change");
  }

  @Test
  void aProposalWhoseTierHasChangedIsStale() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    Answer proposed = ann.post(path(TOP_UPS), UUID.randomUUID(), set(1_500_00, today, "CASE-9"));
    place("class_2");
    assertThat(decide(bob, proposed, "approve").code()).isEqualTo("proposal_stale");
    assertThat(allowance(TOP_UPS).terms().cap().minor()).isEqualTo(50_000_00);
  }

  @Test
  void onlyThoseWhoMayChangeLimitsDoAndOnlyWithinAYear() {
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), SHANGHAI);
    for (OperatorRole role : new OperatorRole[] {OperatorRole.SUPPORT, OperatorRole.FINANCE}) {
      assertThat(
              town.operator(role)
                  .post(path(TOP_UPS), UUID.randomUUID(), set(1_500_00, today, "x"))
                  .code())
          .isEqualTo("not_permitted");
    }
    for (LocalDate day : new LocalDate[] {today.minusDays(1), today.plusDays(367)}) {
      Answer refused = ann.post(path(TOP_UPS), UUID.randomUUID(), set(1_500_00, day, "x"));
      assertThat(refused.code()).isEqualTo("field_invalid");
      assertThat(refused.body().path("parameters").toString()).contains("until");
    }
    assertThat(ann.post(path("nothing"), UUID.randomUUID(), set(1, today, "x")).status())
        .isEqualTo(404);
    assertThat(ann.post(path(TOP_UPS), UUID.randomUUID(), set(1_000_00, today, "x")).code())
        .isEqualTo("nothing_to_change");
  }

  /** A parameter of the newest security notice; empty when there is none. */
  private String told(String parameter) {
    return ming.browser().message(ming.phone(), "security_notice").path(parameter).asString("");
  }

  private void agreed(String limit, Map<String, Object> wanted) {
    Answer proposed = ann.post(path(limit), UUID.randomUUID(), wanted);
    assertThat(decide(bob, proposed, "approve").status()).isEqualTo(200);
  }

  private static Answer decide(TestBrowser who, Answer proposed, String verb) {
    return who.post(
        "/v1/operations/proposals/" + proposed.text("proposal_id") + "/" + verb,
        UUID.randomUUID(),
        Map.of("reason", "seen"));
  }

  private String path(String limit) {
    return shown() + "/" + limit;
  }

  private String shown() {
    return "/v1/operations/people/" + ming.person().id().text() + "/limits";
  }

  private static Map<String, Object> set(long cap, LocalDate until, String reason) {
    return Map.of("cap", Town.cny(cap), "until", until.toString(), "reason", reason);
  }

  private UUID id() {
    return ming.person().id().value();
  }

  private void place(String tier) {
    town.the(Limits.class).place(Subject.person(id()), Optional.of(tier), Optional.empty());
  }

  private Allowance allowance(String limit) {
    Limits limits = town.the(Limits.class);
    return limits.applied(Subject.person(id())).counters().stream()
        .filter(counter -> counter.limit().id().equals(limit))
        .map(limits::standing)
        .findFirst()
        .orElseThrow();
  }

  /** As the ledger's own table has it. */
  private long cap(String reference) {
    return town.the(JdbcClient.class)
        .sql("select cap from ledger.allowance where reference = :reference")
        .param("reference", reference)
        .query(Long.class)
        .single();
  }

  private Answer topUp(long minor) {
    String account = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    return ming.browser()
        .post(
            "/v1/top-ups",
            UUID.randomUUID(),
            Map.of("linked_account_id", account, "amount", Town.cny(minor)));
  }

  private Answer pay(Shop shop, long minor) {
    return ming.confirm(ming.begin(shop.code(), minor).text("id"), minor);
  }

  private static JsonNode limit(TestBrowser who, String path) {
    return who.get(path)
        .body()
        .path("limits")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(TOP_UPS))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode exported() {
    return ming.browser()
        .post("/v1/me/export", Map.of("pin", Town.PIN))
        .body()
        .at("/sections/limits/individual_limits");
  }

  private List<String> trail() {
    return town.the(JdbcClient.class)
        .sql("select act || ' ' || outcome from api.audit where object = :person")
        .param("person", ming.person().id().text())
        .query(String.class)
        .list();
  }

  /** At noon of a day; sessions do not live as long. */
  private void stand(LocalDate day) {
    Instant noon = day.atStartOfDay(SHANGHAI).toInstant().plus(Duration.ofHours(12));
    town.clock().stand(noon);
    ming.signIn();
  }
}
