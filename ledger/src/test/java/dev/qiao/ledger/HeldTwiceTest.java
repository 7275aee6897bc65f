package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.HoldRecord.End;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database repeats the core's rules, against whoever reaches it by another way. */
class HeldTwiceTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;
  private Hold live;

  @BeforeEach
  void storesSomeOfEverything() {
    world.fund(world.alice, 10_00);
    world.clock.advance(Duration.ofDays(40)); // Into a period that is made on the way.
    AllowanceId daily =
        ledger.openAllowance(
            new AllowanceTerms("daily", cny(100_00), Window.DAY, ZoneOffset.UTC, false));
    ledger.post(
        Posting.of(world.id(), "split", "x")
            .leg(world.alice, world.bob, cny(1_00))
            .leg(world.alice, world.bank, cny(1_00))
            .use(daily, cny(2_00))
            .build());
    live = world.holdOf(world.alice, 3_00);
    ledger.hold(live);
    ledger.freeze(world.bob, Side.DEBIT);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void changesNothingThatIsWritten() throws SQLException {
    world.asOwner("select ledger.archive_period('first')");
    List<String> written = written();
    assertThat(written)
        .contains(
            "ledger.account_change",
            "ledger.posting",
            "ledger.posting_2026_12_01",
            "ledger.allowance_use_2026_11_01",
            "ledger_archive.leg_first",
            "ledger_archive.hold_change_first")
        .hasSize(1 + 4 * 4);

    for (String table : written) {
      String name = table.substring(table.indexOf('.') + 1);
      for (String statement : List.of("update %s set %s", "delete from %s", "truncate %s")) {
        String sql =
            statement.formatted(
                table,
                name.startsWith("posting") || name.startsWith("account")
                    ? "id = id"
                    : "posting = posting");
        String verb = statement.substring(0, statement.indexOf(' '));
        assertThatThrownBy(() -> world.asOwner(sql))
            .as(sql)
            .hasMessageContaining(
                "The ledger is append-only: %s of %s is refused. Post a reversal instead."
                    .formatted(verb, name));
        assertThatThrownBy(() -> world.asApp(sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void writesIntoPeriodsOnlyByTheWholeTable() {
    for (String table : List.of("ledger.posting_2026_12_01", "ledger.posting_first")) {
      assertThatThrownBy(() -> world.asApp("insert into " + table + " default values"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void removesNoAccountHoldOrAllowance() {
    for (String table : List.of("account", "hold", "allowance")) {
      for (String sql :
          List.of("delete from ledger." + table, "truncate ledger." + table + " cascade")) {
        assertThatThrownBy(() -> world.asOwner(sql))
            .as(sql)
            .hasMessageContaining("The ledger forgets nothing: ");
        assertThatThrownBy(() -> world.asApp(sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void closesAndNamesAnAccountForEver() throws SQLException {
    AccountId gone = ledger.open(AccountTerms.wallet("gone", TestLedger.CNY));
    ledger.close(gone);
    String where = " where id = " + gone.number();

    for (String change : List.of("closed = false", "frozen_debit = true", "floor = null")) {
      assertRejected("update ledger.account set " + change + where, "is closed for ever");
    }
    assertRejected("update ledger.account set posted = 1" + where, "account_closed");
    for (String change : List.of("unit = 'USD'", "exponent = 3", "kind = 'x'", "reference = 'x'")) {
      String sql = "update ledger.account set " + change + " where id = " + world.alice.number();
      assertThatThrownBy(() -> world.asOwner(sql)).hasMessageContaining("for ever");
      assertThatThrownBy(() -> world.asApp(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void keepsAccountsWithinTheirLimits() {
    String alice = " where id = " + world.alice.number();
    assertRejected("update ledger.account set posted = 2_99" + alice, "account_floor");
    assertRejected("update ledger.account set held = 8_01" + alice, "account_floor");
    assertRejected("update ledger.account set held = -1" + alice, "account_held");
    assertRejected("update ledger.account set floor = 1" + alice, "account_floor");
    assertRejected("update ledger.account set ceiling = 7_99" + alice, "account_ceiling");
    assertRejected("update ledger.account set posted = 9007199254740992" + alice, "account_range");
    assertRejected("update ledger.account set closed = true" + alice, "account_closed");
    assertRejected(
        "insert into ledger.account (reference, unit, exponent, kind, touched_at)"
            + " values ('person:alice:CNY', 'CNY', 2, 'wallet', '2026-11-28')",
        "account_reference");
  }

  @Test
  void keepsHoldsTrue() {
    String hold = " where id = '" + live.hold().value() + "'";
    assertRejected("update ledger.hold set captured = 3_01" + hold, "hold_amount");
    assertRejected("update ledger.hold set captured = 3_00" + hold, "hold_ended");
    assertRejected("update ledger.hold set ended = 'released'" + hold, "hold_ended");
    assertRejected("update ledger.hold set amount = 2_99" + hold, "only ever grows");

    ledger.capture(
        new Capture(
            world.id(),
            live.hold(),
            List.of(new Share(world.bob, cny(1_00))),
            "payment",
            "x",
            true,
            Optional.empty(),
            Optional.empty()));
    assertThat(ledger.findHold(live.hold()).orElseThrow().ended()).contains(End.CAPTURED);
    assertRejected("update ledger.hold set captured = 2_00, released = 1_00" + hold, "has ended");
    assertRejected("update ledger.hold set ended = null, released = 0" + hold, "has ended");
  }

  @Test
  void takesNoPostingThatTheCoreWouldNotWrite() {
    assertRejected(posting(1, 1, "5", "null"), "posting_leg");
    assertRejected(posting(1, 2, "0", "null"), "posting_leg");
    assertRejected(posting(1, 2, "-5", "null"), "posting_leg");
    assertRejected(posting(1, 2, "9007199254740992", "null"), "posting_leg");
    assertRejected(posting(1, 2, "5", "'no_legs'"), "posting_leg");
    assertRejected(posting(1, null, "5", "null"), "posting_whole_leg");
    assertRejected(posting(null, 2, "5", "null"), "posting_whole_leg");
    assertRejected(posting(1, 2, "null", "null"), "posting_whole_leg");
    assertRejected(posting(1, 2, "5", "null").replace("'post'", "'capture'"), "posting_capture");
    assertRejected(
        "insert into ledger.hold_change values ('%s', '%s', 1, 9007199254740992, 9, 0, 0)"
            .formatted(world.ids.next(), live.hold().value()),
        "hold_change_range");
    assertRejected(
        "insert into ledger.allowance_use values ('%s', 1, 1, 0, 9007199254740992)"
            .formatted(world.ids.next()),
        "allowance_use_range");
    String leg = "insert into ledger.leg values ('%s', 2, null, %s, 9, 0, 0, 9, 0, 0)";
    assertRejected(leg.formatted(world.ids.next(), "1, 1, 5"), "leg_accounts");
    assertRejected(leg.formatted(world.ids.next(), "1, 2, 0"), "leg_amount");
    assertRejected("update ledger.allowance set cap = -1", "allowance_cap");
    assertRejected("update ledger.allowance set slots = '{-1}'", "allowance_slots");
  }

  @Test
  void takesAnIdOnce() {
    UUID id = live.id().value();
    assertRejected(
        "insert into ledger.posting (id, at, digest, verb, kind, reference)"
            + " values ('%s', '2026-11-28', '', 'post', 'x', 'x')".formatted(id),
        "posting_2026_12_01_pkey");
  }

  @Test
  void countsAndDatesWhatIsThere() {
    for (String change :
        List.of("sequence = -1", "sequence = 9223372036854775807", "touched_at = 'infinity'")) {
      assertRejected("update ledger.account set " + change, "account_counted");
    }
    assertRejected(
        "insert into ledger.account (id, reference, unit, exponent, kind, touched_at) overriding system value"
            + " values (-1, 'least', 'CNY', 2, 'wallet', '2026-11-28')",
        "account_counted");
  }

  @Test
  void opensNoWindowAgainThatWasLeft() {
    for (String change :
        List.of(
            "window_start = 0, window_end = 0, slots = '{0}'",
            "window_start = window_start - 1", "span = 'month'", "restored = not restored")) {
      assertThatThrownBy(() -> world.asOwner("update ledger.allowance set " + change))
          .as(change)
          .hasMessageContaining("goes on from window to window");
    }
  }

  private String posting(Integer debit, Integer credit, String amount, String refusal) {
    return """
        insert into ledger.posting (id, at, digest, verb, kind, reference, refusal, debit, credit, amount,
          debit_sequence, debit_posted, credit_sequence, credit_posted)
        values ('%s', '2026-11-28', '', 'post', 'x', 'x', %s, %s, %s, %s, 9, 0, 9, 0)
        """
        .formatted(world.ids.next(), refusal, debit, credit, amount);
  }

  private void assertRejected(String sql, String because) {
    assertThatThrownBy(() -> world.asApp(sql)).as(sql).hasMessageContaining(because);
  }

  /** All tables whose rows are never changed, with every period of them. */
  private List<String> written() throws SQLException {
    try (Connection connection = world.owner.getConnection()) {
      return new ArrayList<>(
          new Db(connection)
              .list(
                  """
                  select n.nspname || '.' || c.relname as name
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname in ('ledger', 'ledger_archive') and c.relkind in ('r', 'p')
                    and c.relname ~ '^(posting|leg|hold_change|allowance_use|account_change)(_|$)'
                  order by 1
                  """,
                  row -> row.getString("name")));
    }
  }
}
