package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.Posted;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class FaultTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void leavesNothingBehindWhenTheConnectionIsCut() {
    Posting posting = world.transfer(world.bank, world.alice, 1_00);
    Companion cut = Companion.insert("select pg_terminate_backend(pg_backend_pid())");

    assertThatThrownBy(() -> ledger.post(posting, cut)).isInstanceOf(LedgerUnavailable.class);

    assertThat(ledger.outcome(posting.id())).isEmpty();
    assertThat(ledger.post(posting)).isInstanceOf(Posted.class);
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(1_00);
  }

  @Test
  void triesAgainWhenTheDatabaseSaysThatItMayHelp() throws SQLException {
    world.asOwner(
        "create schema shop",
        "create sequence shop.tries",
        """
        create function shop.fail_twice() returns int language plpgsql as $$
        begin
          if nextval('shop.tries') < 3 then
            raise exception 'try again' using errcode = 'serialization_failure';
          end if;
          return 1;
        end
        $$
        """,
        "grant usage on schema shop to qiao_app",
        "grant usage on sequence shop.tries to qiao_app");
    Posting posting = world.transfer(world.bank, world.alice, 1_00);

    assertThat(ledger.post(posting, Companion.guard("select shop.fail_twice()")))
        .isInstanceOf(Posted.class);
    assertThat(world.count("select last_value from shop.tries")).isEqualTo(3);
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(1_00);
  }

  @Test
  void doesNotTryABrokenCompanionAgain() {
    Posting posting = world.transfer(world.bank, world.alice, 1_00);

    assertThatThrownBy(() -> ledger.post(posting, Companion.insert("insert into shop.nothing")))
        .isInstanceOfSatisfying(
            CompanionRejected.class, rejected -> assertThat(rejected.sqlState()).startsWith("42"));
    assertThat(ledger.outcome(posting.id())).isEmpty();
  }

  @Test
  void saysWhenTheDatabaseCannotBeReached() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/qiao");
    Ledger unreachable = new Ledger(nowhere, world.clock);

    assertThatThrownBy(() -> unreachable.post(world.transfer(world.bank, world.alice, 1)))
        .isInstanceOf(LedgerUnavailable.class);
    assertThatThrownBy(() -> unreachable.open(AccountTerms.wallet("x", CNY)))
        .isInstanceOf(LedgerUnavailable.class);
  }
}
