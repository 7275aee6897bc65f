package dev.qiao.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.PersonAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The self-audit of a running server: what it says, and to whom. */
@ExtendWith(OutputCaptureExtension.class)
class SelfAuditWorkTest extends TownTest {
  private static final String AUDIT = "/v1/operations/ledger-audit";
  private static final String READINESS = "/actuator/health/readiness";

  private AuditWork work;
  private TestBrowser grace;
  private Shopper ming;

  @BeforeEach
  void open() {
    grace = town.operator();
    ming = town.shopper("林小满", 500_00);
    work =
        new AuditWork(
            town.the(LedgerAudits.class),
            town.the(AuditMeters.class),
            new AuditTerms(Duration.ZERO, Duration.ZERO, 100, 100),
            town.the(InstantSource.class));
  }

  @Test
  void showsHowMuchOfTheLedgerAgrees() {
    postNow();
    pass();

    JsonNode audit = get(AUDIT);
    assertThat(audit.path("open").asLong(-1)).isZero();
    assertThat(audit.path("differences").isEmpty()).isTrue();
    assertThat(audit.at("/recent/postings").asLong()).isPositive();
    assertThat(audit.at("/whole/postings").asLong()).isPositive();
    assertThat(audit.at("/whole/accounts").asLong())
        .isEqualTo(
            town.the(JdbcClient.class)
                .sql("select count(*) from ledger.account")
                .query(Long.class)
                .single());
    assertThat(audit.at("/whole/ended_at").isString()).isTrue();
    MeterRegistry meters = town.the(MeterRegistry.class);
    assertThat(meters.get("qiao.ledger.audit.differences").gauge().value()).isZero();
    assertThat(meters.get("qiao.ledger.audit.age").tag("scope", "whole").timeGauge().value())
        .isBetween(0.0, 600.0);
    assertThat(meters.get("qiao.ledger.audit.postings").tag("scope", "whole").counter().count())
        .isPositive();
  }

  @Test
  void tellsOperatorsADifferenceAndTheLogOnceAndStaysReady(CapturedOutput output) {
    long account = town.the(PersonAccounts.class).of(ming.person().id().value()).number();
    String said = "account " + account + " (";
    change(account, 7);
    try {
      until(standing -> standing.open() > 0);
      pass();

      JsonNode difference =
          get(AUDIT)
              .path("differences")
              .valueStream()
              .filter(found -> found.path("subject").asString().startsWith(said))
              .findFirst()
              .orElseThrow();
      assertThat(difference.path("figure").asString()).isEqualTo("posted");
      assertThat(difference.path("expected").asLong()).isEqualTo(500_00);
      assertThat(difference.path("actual").asLong()).isEqualTo(500_07);
      assertThat(get("/v1/operations/overview").at("/ledger_difference/amount").asLong())
          .isPositive();
      assertThat(output.getAll().lines().filter(line -> line.contains(said)))
          .singleElement()
          .asString()
          .contains("ERROR", "posted is 50007, its postings make 50000");
      assertThat(town.the(MeterRegistry.class).get("qiao.ledger.audit.differences").gauge().value())
          .isPositive();

      JsonNode ready = get(READINESS);
      assertThat(ready.path("status").asString()).isEqualTo("UP");
      assertThat(ready.at("/components/ledgerAudit/details/differences").asLong()).isPositive();
      Answer stranger = town.browser("console").get(READINESS);
      assertThat(stranger.status()).isEqualTo(200);
      assertThat(stranger.raw().body()).isEqualTo("{\"status\":\"UP\"}");
    } finally {
      change(account, -7);
    }
    until(standing -> standing.open() == 0);
    assertThat(get(AUDIT).path("open").asLong(-1)).isZero();
  }

  /** As a bug, or somebody with the password, would. */
  private void change(long account, long minor) {
    town.the(JdbcClient.class)
        .sql("update ledger.account set posted = posted + :minor where id = :account")
        .param("minor", minor)
        .param("account", account)
        .update();
  }

  private void until(Predicate<AuditStanding> reached) {
    for (int i = 0; i < 2_000; i++) {
      work.goOn();
      if (reached.test(town.the(LedgerAudits.class).standing())) {
        return;
      }
    }
    throw new AssertionError(town.the(LedgerAudits.class).standing());
  }

  /** With an id of this moment: the town's own may be ahead, where a test had set its clock. */
  private void postNow() {
    PersonAccounts accounts = town.the(PersonAccounts.class);
    Posting posting =
        Posting.of(new PostingId(new Ids(town.the(InstantSource.class)).next()), "test", "now")
            .leg(
                accounts.of(ming.person().id().value()),
                accounts.of(town.shopper("陈一诺", 0).person().id().value()),
                Money.of(1, Unit.of("CNY")))
            .build();
    assertThat(town.the(Ledger.class).post(posting)).isInstanceOf(PostResult.Posted.class);
  }

  /** One that has begun now, whatever was under way. */
  private void pass() {
    Instant now = town.the(InstantSource.class).instant();
    until(
        standing ->
            standing.whole().last().filter(last -> last.begunAt().isAfter(now)).isPresent());
  }

  private JsonNode get(String path) {
    Answer answer = grace.get(path);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body();
  }
}
