package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that is always busy leaves its old versions where the next ones go. */
class BloatTest {
  private static final int POSTINGS = 1_500;
  private static final int PAGES_MAX = 4;
  private static final int LOOKS_MAX = 200;

  private final TestLedger world = new TestLedger();

  @AfterEach
  void closes() {
    world.close();
  }

  /** Two accounts change with each posting, each time in a transaction of its own. */
  @Test
  void staysInItsPagesHoweverOftenAnAccountChanges() throws Exception {
    for (int i = 0; i < POSTINGS; i++) {
      world.fund(world.alice, 1);
    }
    assertThat(world.ledger.audit().differences()).isEmpty();
    world.app.close(); // Whoever leaves says what it has done.
    awaitUpdates(2 * POSTINGS);

    assertThat(count("n_tup_hot_upd")).isGreaterThanOrEqualTo(2 * POSTINGS * 99 / 100);
    assertThat(world.count("select pg_relation_size('ledger.account') / 8192"))
        .isLessThanOrEqualTo(PAGES_MAX);
  }

  private void awaitUpdates(long updates) throws Exception {
    for (int looks = 0; count("n_tup_upd") < updates && looks < LOOKS_MAX; looks++) {
      Thread.sleep(50);
    }
    assertThat(count("n_tup_upd")).isEqualTo(updates);
  }

  private long count(String figure) throws SQLException {
    return world.count(
        "select %s from pg_stat_user_tables where schemaname = 'ledger' and relname = 'account'"
            .formatted(figure));
  }
}
