package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @AfterEach
  void closes() {
    world.close();
  }

  @Test
  void showsAStatementInPages() {
    world.fund(world.alice, 10_00);
    Posting paid =
        Posting.of(world.id(), "payment", "pay_7")
            .leg(world.alice, world.bob, cny(3_00))
            .channel(new UUID(1, 2))
            .scene("qr_static")
            .build();
    ledger.post(paid);
    ledger.hold(world.holdOf(world.alice, 1_00));

    List<Entry> page = ledger.statement(world.alice, OptionalLong.empty(), 2);

    assertThat(page).extracting(Entry::kind).containsExactly("hold", "payment");
    assertThat(page.getFirst().held()).isEqualTo(cny(1_00));
    assertThat(page.getFirst().counterparty()).isEmpty();
    Entry payment = page.getLast();
    assertThat(payment.amount()).isEqualTo(cny(-3_00));
    assertThat(payment.counterparty()).contains(world.bob);
    assertThat(payment.after()).isEqualTo(new Balance(world.alice, CNY, 7_00, 0, 2));
    assertThat(payment.channel()).contains(new UUID(1, 2));
    assertThat(payment.scene()).contains("qr_static");
    assertThat(ledger.statement(world.alice, OptionalLong.of(2), 10))
        .extracting(Entry::kind)
        .containsExactly("transfer");
  }

  @Test
  void knowsEveryPastBalance() {
    Instant opened = world.clock.instant();
    world.clock.advance(Duration.ofMinutes(1));
    world.fund(world.alice, 10_00);
    world.clock.advance(Duration.ofMinutes(1));
    ledger.post(world.transfer(world.alice, world.bob, 4_00));

    assertThat(ledger.balanceAt(world.alice, opened).posted()).isZero();
    assertThat(ledger.balanceAt(world.alice, opened.plusSeconds(60)).posted()).isEqualTo(10_00);
    assertThat(ledger.balanceAt(world.alice, opened.plusSeconds(119)).posted()).isEqualTo(10_00);
    assertThat(ledger.balanceAt(world.alice, opened.plusSeconds(120)).posted()).isEqualTo(6_00);
  }

  @Test
  void showsAPostingWhole() {
    Posting posting =
        Posting.of(world.id(), "topup", "top_1")
            .leg(world.bank, world.alice, cny(10_00))
            .attribute("bank", "沙盒")
            .attribute("attempt", "1")
            .build();
    ledger.post(posting);
    Posting refused = world.transfer(world.bob, world.alice, 1);
    ledger.post(refused);

    PostingRecord found = ledger.posting(posting.id()).orElseThrow();

    assertThat(found.verb()).isEqualTo("post");
    assertThat(found.attributes()).isEqualTo(Map.of("bank", "沙盒", "attempt", "1"));
    assertThat(found.legs())
        .containsExactly(
            new PostingRecord.LegRecord(
                new PostingRecord.Party(world.bank, "bank:sandbox:CNY", "bank"),
                new PostingRecord.Party(world.alice, "person:alice:CNY", "wallet"),
                cny(10_00),
                new Balance(world.bank, CNY, -10_00, 0, 1),
                new Balance(world.alice, CNY, 10_00, 0, 1)));
    assertThat(ledger.postingsOf("top_1")).containsExactly(found);
    assertThat(ledger.posting(refused.id()).orElseThrow().refusal())
        .contains(Refusal.INSUFFICIENT_FUNDS);
    assertThat(ledger.posting(world.id())).isEmpty();
  }

  @Test
  void addsUpByUnitAndKind() {
    world.fund(world.alice, 10_00);
    world.fund(world.bob, 5_00);

    assertThat(ledger.trialBalance())
        .containsExactly(
            new TrialRow(CNY, "bank", 1, -15_00, 0), new TrialRow(CNY, "wallet", 2, 15_00, 0));
  }

  @Test
  void findsAPlantedDifference() throws SQLException {
    world.fund(world.alice, 10_00);
    assertThat(ledger.audit().summary()).isEqualTo("audit: 3 accounts, 1 postings, 0 differences");

    world.asOwner(
        "update ledger.account set posted = posted + 1 where id = " + world.alice.number());

    AuditReport report = ledger.audit();
    assertThat(report.clean()).isFalse();
    assertThat(report.differences())
        .containsExactlyInAnyOrder(
            new AuditReport.Difference(
                "account " + world.alice.number() + " (person:alice:CNY)", "posted", 10_00, 10_01),
            new AuditReport.Difference("unit CNY", "sum of posted", 0, 1));
  }

  @Test
  void auditsFromTheCommandLine() throws SQLException {
    world.fund(world.alice, 10_00);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(Audit.run(world.app, new PrintStream(said))).isEqualTo(new Audit.Outcome.Clean());
    assertThat(said).hasToString("audit: 3 accounts, 1 postings, 0 differences\n");

    world.asOwner("update ledger.account set sequence = 7 where id = " + world.alice.number());
    said.reset();
    assertThat(Audit.run(world.app, new PrintStream(said)))
        .isEqualTo(new Audit.Outcome.Different());
    assertThat(said.toString())
        .isEqualTo(
            "difference: account %d (person:alice:CNY): sequence is 7, its postings make 1%naudit: 3 accounts, 1 postings, 1 differences%n"
                .formatted(world.alice.number()));
    world.asOwner("drop table ledger.allowance cascade");
    assertThat(Audit.run(world.app, new PrintStream(said)))
        .isEqualTo(new Audit.Outcome.OtherShape());
  }

  @Test
  void knowsTheBalanceAfterEachChange() {
    world.fund(world.alice, 10_00);
    ledger.post(world.transfer(world.alice, world.bob, 4_00));
    ledger.hold(world.holdOf(world.alice, 1_00));

    assertThat(ledger.balanceAfter(world.alice, 0).posted()).isZero();
    assertThat(ledger.balanceAfter(world.alice, 1).posted()).isEqualTo(10_00);
    assertThat(ledger.balanceAfter(world.alice, 3))
        .isEqualTo(new Balance(world.alice, CNY, 6_00, 1_00, 3));
    assertThatThrownBy(() -> ledger.balanceAfter(world.alice, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsADifferenceInAHoldAndInAChangedLeg() throws SQLException {
    world.fund(world.alice, 10_00);
    ledger.hold(world.holdOf(world.alice, 4_00));
    world.asOwner(
        "update ledger.hold set amount = 401",
        "alter table ledger.posting disable trigger append_only",
        "update ledger.posting set credit_posted = 999 where credit is not null");

    assertThat(ledger.audit().differences())
        .extracting(AuditReport.Difference::figure, AuditReport.Difference::expected)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("amount", 400L),
            org.assertj.core.api.Assertions.tuple("held by its holds", 401L),
            org.assertj.core.api.Assertions.tuple("posted", 1000L),
            org.assertj.core.api.Assertions.tuple("posted", 999L));
  }

  @Test
  void refusesToChangeWhatWasPosted() {
    world.fund(world.alice, 10_00);

    assertThatThrownBy(() -> world.asApp("update ledger.posting set kind = 'other'"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> world.asApp("delete from ledger.leg"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> world.asOwner("update ledger.leg set amount = 1"))
        .hasMessageContaining("The ledger is append-only: update of leg is refused.");
    assertThatThrownBy(() -> world.asOwner("delete from ledger.posting"))
        .hasMessageContaining("The ledger is append-only: delete of posting is refused.");
    assertThatThrownBy(() -> world.asOwner("truncate ledger.hold_change"))
        .hasMessageContaining("The ledger is append-only: truncate of hold_change is refused.");
  }

  @Test
  void repeatsTheFloorInTheDatabase() {
    assertThatThrownBy(
            () -> world.asApp("update ledger.account set posted = -1 where kind = 'wallet'"))
        .hasMessageContaining("account_floor");
    assertThatThrownBy(
            () -> world.asApp("update ledger.account set held = 1 where kind = 'wallet'"))
        .hasMessageContaining("account_floor");
  }
}
