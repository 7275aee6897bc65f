package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MigrationTest {
  /** Postings of the first version have all their legs in a table of their own. */
  @Test
  void readsAndReversesWhatWasPostedBeforeLegsWerePacked() throws SQLException {
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    TestClock clock = new TestClock();
    PostingId old = new PostingId(new Ids(clock).next());
    try (HikariDataSource owner =
            TestLedger.pool(address.url(), address.ownerUser(), address.ownerPassword(), 2);
        HikariDataSource app =
            TestLedger.pool(address.url(), address.appUser(), address.appPassword(), 4)) {
      LedgerMigrations.flyway(owner, clock.instant()).target("001").load().migrate();
      try (Connection connection = owner.getConnection()) {
        Db db = new Db(connection);
        db.run(
            """
            insert into ledger.account (reference, unit, exponent, kind, touched_at, posted, sequence, version)
            values ('bank', 'CNY', 2, 'bank', '2026-11-01', -500, 1, 1), ('alice', 'CNY', 2, 'wallet', '2026-11-01', 500, 1, 1)
            """);
        db.run(
            "insert into ledger.posting (id, at, digest, verb, kind, reference)"
                + " values (?, '2026-11-01', '\\x00', 'post', 'topup', 'top_1')",
            old.value());
        db.run(
            "insert into ledger.leg values (?, 1, null, 1, 2, 500, 1, -500, 0, 1, 500, 0)",
            old.value());
      }
      LedgerMigrations.run(owner, clock.instant());
      Ledger ledger = new Ledger(app, clock);
      AccountId alice = ledger.find("alice").orElseThrow();

      assertThat(ledger.statement(alice, OptionalLong.empty(), 10))
          .extracting(Entry::amount)
          .isEqualTo(List.of(cny(500)));
      assertThat(ledger.posting(old).orElseThrow().legs()).hasSize(1);
      assertThat(((Posted) ledger.outcome(old).orElseThrow()).after())
          .contains(new Balance(alice, CNY, 500, 0, 1));
      PostingId back = new PostingId(new Ids(clock).next());
      assertThat(ledger.reverse(new Reversal(back, old, Optional.of(cny(200)), "rfd_1")))
          .isInstanceOf(Posted.class);
      assertThat(ledger.balance(alice).posted()).isEqualTo(300);
      assertThat(ledger.audit().differences()).isEmpty();
    }
  }
}
