package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads of the past over 120,000 commands in five months, two of them put aside. Command i touches
 * alice once: every tenth only changes what is held of her, and every tenth has a second leg.
 */
class StatementTest {
  private static final int COMMANDS = 120_000;
  private static final Instant START = Instant.parse("2026-10-02T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(212);

  private static TestLedger world;
  private static final Plans PLANS = new Plans();
  private static Ledger ledger;

  @BeforeAll
  static void storesFiveMonths() throws SQLException {
    world = new TestLedger();
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2027-03-01T08:00:00Z")));
    ledger = new Ledger(PLANS.on(world.app), world.clock);
    asOwner(
        "select ledger.make_room(ledger.first_id_of(timestamptz '2026-11-15' + i * interval '1 month'))"
            + " from generate_series(0, 3) i",
        """
        insert into ledger.account (reference, unit, exponent, kind, touched_at)
        select 'other:' || i, 'CNY', 2, 'other', '2026-10-01'
        from generate_series(1, 5000) i
        """,
        """
        insert into ledger.hold (id, account, amount, released, expires_at, ended, reference)
        values ('00000000-0000-7000-8000-000000000000', %2$d, %4$d / 20, %4$d / 20, '2027-04-01', 'released', 'h')
        """,
        """
        create temporary table made as
        select i,
          timestamptz '2026-10-02T00:00:00Z' + (i / 2) * interval '212 seconds' as at,
          i %% 10 = 5 as holds,
          i - (i + 5) / 10 as posted,
          (i %% 20 between 5 and 14)::int as held,
          (i - 1) - (i + 4) / 10 + (i - 1) / 10 as legs_before
        from generate_series(1, %4$d) i
        """,
        """
        alter table made add column id uuid;
        update made set id = (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(i), 15, '0'))::uuid
        """,
        """
        insert into ledger.posting (id, at, digest, verb, kind, reference, hold, debit, credit, amount,
          debit_sequence, debit_posted, credit_sequence, credit_posted, credit_held)
        select id, at, '', case when not holds then 'post' when held = 1 then 'increase' else 'release' end, 'k', 'r' || i,
          case when holds then uuid '00000000-0000-7000-8000-000000000000' end,
          case when not holds then %1$d end, case when not holds then %2$d end, case when not holds then 1 end,
          case when not holds then legs_before + 1 end, case when not holds then -legs_before - 1 end,
          case when not holds then i end, case when not holds then posted end,
          case when not holds then nullif(held, 0) end
        from made
        """,
        """
        insert into ledger.leg
        select id, 2, null, %1$d, %3$d, 1, legs_before + 2, -legs_before - 2, 0, i / 10, i / 10, 0
        from made where i %% 10 = 0
        """,
        """
        insert into ledger.hold_change
        select id, '00000000-0000-7000-8000-000000000000', %2$d, case held when 1 then 1 else -1 end, i, posted, held
        from made where holds
        """,
        "update ledger.account set posted = %4$d * 9 / 10, sequence = %4$d, version = %4$d where id = %2$d",
        "update ledger.account set posted = %4$d / 10, sequence = %4$d / 10, version = %4$d where id = %3$d",
        "update ledger.account set posted = -%4$d, sequence = %4$d, version = %4$d where id = %1$d",
        "select ledger.archive_period('first')",
        "select ledger.archive_period('2026_11_01')",
        "analyze");
    assertThat(ledger.audit().summary())
        .isEqualTo("audit: 5003 accounts, 120000 postings, 0 differences");
  }

  private static void asOwner(String... statements) throws SQLException {
    Object[] numbers = {world.bank.number(), world.alice.number(), world.bob.number(), COMMANDS};
    String[] filled = new String[statements.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = statements[i].contains("$d") ? statements[i].formatted(numbers) : statements[i];
    }
    world.asOwner(filled);
  }

  @AfterAll
  static void closes() {
    world.close();
  }

  @BeforeEach
  void forgetsPlans() {
    PLANS.clear();
  }

  @Test
  void knowsTheBalanceAtAnyTime() {
    Random random = new Random(20261128);
    for (int run = 0; run < 100; run++) {
      int pair = random.nextInt(COMMANDS / 2 + 1);
      Instant at = START.plus(STEP.multipliedBy(pair));
      long last = Math.min(COMMANDS, pair * 2L + 1); // Two commands share each time.

      assertThat(ledger.balanceAt(world.alice, at)).isEqualTo(after(last));
      assertThat(ledger.balanceAt(world.alice, at.minusNanos(1))).isEqualTo(after(pair * 2L - 1));
    }
    assertThat(ledger.balanceAt(world.alice, Instant.EPOCH.minusSeconds(1))).isEqualTo(after(0));
    assertThat(ledger.balanceAt(world.alice, Instant.parse("2100-01-01T00:00:00Z")))
        .isEqualTo(after(COMMANDS));
    assertThatThrownBy(() -> ledger.balanceAt(new AccountId(9_999_999), START))
        .isInstanceOf(IllegalArgumentException.class);
    assertReadsLittle(100);
  }

  @Test
  void knowsTheBalanceAfterAnyChange() {
    for (long sequence : List.of(0L, 1L, 5L, 15L, 20_000L, 60_000L, 119_999L, 120_000L)) {
      assertThat(ledger.balanceAfter(world.alice, sequence)).isEqualTo(after(sequence));
    }
    assertReadsLittle(1);
  }

  @Test
  void readsAPageFromEitherEnd() {
    assertThat(sequences(ledger.statement(world.alice, StatementPage.latestFirst(50))))
        .startsWith(120_000L, 119_999L)
        .hasSize(50)
        .endsWith(119_951L);
    List<Entry> oldest = ledger.statement(world.alice, StatementPage.oldestFirst(50));
    assertThat(sequences(oldest)).startsWith(1L, 2L).hasSize(50).endsWith(50L);
    assertThat(oldest.get(4).held()).isEqualTo(cny(1));
    assertThat(oldest.get(4).counterparty()).isEmpty();
    assertThat(oldest.get(5).amount()).isEqualTo(cny(1));
    assertThat(oldest.get(5).after()).isEqualTo(after(6));
    StatementPage next = StatementPage.oldestFirst(3).after(oldest.getLast());
    assertThat(sequences(ledger.statement(world.alice, next))).containsExactly(51L, 52L, 53L);
    assertThat(sequences(ledger.statement(world.alice, OptionalLong.of(60_001), 2)))
        .containsExactly(60_000L, 59_999L);
    assertThat(PLANS.text()).contains("Merge Append").doesNotContain("Sort Method");
    assertReadsLittle(150);
  }

  @Test
  void readsATimeFromEitherEndOverTheEndOfAPeriod() {
    Instant from = Instant.parse("2026-11-30T12:00:00Z");
    Instant until = Instant.parse("2026-12-01T12:00:00Z");
    List<Long> forward = walk(StatementPage.oldestFirst(100).between(from, until));
    List<Long> backward = walk(StatementPage.latestFirst(100).between(from, until));

    List<Long> expected = new ArrayList<>();
    for (long i = 1; i <= COMMANDS; i++) {
      Instant at = START.plus(STEP.multipliedBy(i / 2));
      if (!at.isBefore(from) && at.isBefore(until)) {
        expected.add(i);
      }
    }
    assertThat(expected).hasSizeGreaterThan(700);
    assertThat(forward).isEqualTo(expected);
    assertThat(backward.reversed()).isEqualTo(expected);
    assertReadsLittle(300);
  }

  @Test
  void takesTheBeginningOfATimeAndNotItsEnd() {
    Instant at = START.plus(STEP.multipliedBy(1_000));
    StatementPage page = StatementPage.oldestFirst(10);

    assertThat(walk(page.between(at, at))).isEmpty();
    assertThat(walk(page.between(at, at.plusNanos(1)))).containsExactly(2_000L, 2_001L);
    assertThat(walk(page.between(at.plusNanos(1), at.plus(STEP)))).isEmpty();
    assertThat(walk(page.between(at, at.plus(STEP)))).containsExactly(2_000L, 2_001L);
    assertThat(walk(page.between(at.plus(STEP), at))).isEmpty();
  }

  @Test
  void findsAPostingByItsIdAndItsReference() {
    PostingId id = ledger.statement(world.alice, OptionalLong.of(31), 1).getFirst().posting();
    PLANS.clear();

    assertThat(ledger.posting(id).orElseThrow().legs()).hasSize(2);
    assertThat(ledger.postingsOf("r119990")).hasSize(1);
    assertThat(ledger.postingsOf("r7")).hasSize(1);
    assertThat(ledger.outcome(id)).isPresent();
    assertReadsLittle(10);
  }

  @Test
  void addsUpAccountsWithoutReadingTheirPostings() {
    assertThat(ledger.trialBalance())
        .containsExactly(
            new TrialRow(CNY, "bank", 1, -COMMANDS, 0),
            new TrialRow(CNY, "other", 5_000, 0, 0),
            new TrialRow(CNY, "wallet", 2, COMMANDS, 0));
    assertThat(PLANS.text()).doesNotContain("posting").doesNotContain("leg_");
  }

  /** However many changes there are: a slice of the self-audit must not read the whole account. */
  @Test
  void auditsPartsOfABusyAccountAsTheIndexesGiveThem() throws SQLException {
    try (Connection connection = PLANS.on(world.app).getConnection()) {
      ChainTables chains = new ChainTables(new Db(connection));
      chains.readInside(ChainCheck.fromAnywhere(), world.alice.number(), 60_000, 100);
      chains.readLast(ChainCheck.fromAnywhere(), 50, world.alice.number());
    }
    assertReadsLittle(150);
  }

  @Test
  void refusesAPageOfNothingOrTooMuch() {
    assertThatThrownBy(() -> StatementPage.latestFirst(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatementPage.oldestFirst(1_001))
        .isInstanceOf(IllegalArgumentException.class);
    AccountId missing = new AccountId(9_999_999);
    assertThatThrownBy(() -> ledger.statement(missing, StatementPage.latestFirst(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Only index reads, and no step that sees more rows than are shown. */
  private static void assertReadsLittle(long rowsMax) {
    assertThat(PLANS.text()).contains("Index Scan");
    assertThat(PLANS.scanned()).as(PLANS.text()).isEmpty();
    assertThat(PLANS.mostRows()).as(PLANS.text()).isLessThanOrEqualTo(rowsMax);
  }

  private static List<Long> walk(StatementPage first) {
    List<Long> sequences = new ArrayList<>();
    StatementPage page = first;
    while (true) {
      List<Entry> entries = ledger.statement(world.alice, page);
      sequences.addAll(sequences(entries));
      if (entries.size() < page.limit()) {
        return sequences;
      }
      page = page.after(entries.getLast());
    }
  }

  private static List<Long> sequences(List<Entry> entries) {
    return entries.stream().map(entry -> entry.after().sequence()).toList();
  }

  private static Balance after(long sequence) {
    long last = Math.max(0, sequence);
    long place = last % 20;
    long held = place >= 5 && place < 15 ? 1 : 0;
    return new Balance(world.alice, CNY, last - (last + 5) / 10, held, last);
  }
}
