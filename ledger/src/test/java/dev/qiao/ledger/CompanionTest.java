package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanionTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @BeforeEach
  void createsABusinessTable() throws SQLException {
    world.asOwner(
        "create schema shop",
        """
        create table shop.payment (
          id uuid constraint payment_id primary key, state text not null, body jsonb, paid_at timestamptz,
          tags text[], others uuid[], proof bytea, tries int, paid boolean, amount bigint)
        """,
        "create table shop.event (posting uuid, at int constraint event_at unique deferrable"
            + " initially deferred)",
        "grant usage on schema shop to qiao_app",
        "grant select, insert, update on shop.payment, shop.event to qiao_app");
    world.fund(world.alice, 10_00);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void travelsWithThePosting() throws SQLException {
    Posting posting = world.transfer(world.alice, world.bob, 1_00);
    Companion payment =
        Companion.insert(
            """
            insert into shop.payment (id, state, body, paid_at, tags, others, proof, tries, paid, amount)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            new UUID(1, 2),
            "succeeded",
            new Json("{\"to\": \"小店\"}"),
            Instant.parse("2026-11-21T08:00:00Z"),
            new String[] {"a", "b"},
            new UUID[] {new UUID(3, 4)},
            new byte[] {1, 2},
            1,
            true,
            100L);
    Companion event =
        Companion.insert("insert into shop.event values (?, ?)", posting.id().value(), null);

    assertThat(ledger.post(posting, payment, event)).isInstanceOf(Posted.class);
    assertThat(ledger.post(posting, payment, event)).isInstanceOf(Replayed.class);
    assertThat(
            world.count(
                """
                select count(*)
                from shop.payment
                where body->>'to' = '小店' and paid_at = '2026-11-21T08:00:00Z' and tags[2] = 'b'
                  and cardinality(others) = 1 and proof = '\\x0102' and tries = 1 and paid and amount = 100
                """))
        .isEqualTo(1);
    assertThat(world.count("select count(*) from shop.event where at is null")).isEqualTo(1);
  }

  @Test
  void staysAwayWhenThePostingIsRefused() throws SQLException {
    Companion guard = Companion.guard("update shop.payment set state = 'paid' where state = 'new'");
    world.asOwner("insert into shop.payment (id, state) values (gen_random_uuid(), 'new')");

    PostResult result = ledger.post(world.transfer(world.alice, world.bob, 99_00), guard, event(1));

    assertThat(result).isInstanceOf(Refused.class);
    assertThat(world.count("select count(*) from shop.payment where state = 'new'")).isEqualTo(1);
    assertThat(world.count("select count(*) from shop.event")).isZero();
  }

  @Test
  void refusesWhenAGuardMisses() throws SQLException {
    world.asOwner("insert into shop.payment (id, state) values (gen_random_uuid(), 'new')");
    Companion guard =
        Companion.guard("update shop.payment set state = 'paid' where state = ?", "new");
    Posting second = world.transfer(world.alice, world.bob, 2);

    assertThat(ledger.post(world.transfer(world.alice, world.bob, 1), guard))
        .isInstanceOf(Posted.class);
    assertThat(ledger.post(second, List.of(guard, event(1))))
        .isEqualTo(new Refused(second.id(), Refusal.GUARD_MISSED));
    assertThat(ledger.post(second)).isInstanceOf(Replayed.class);
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(1);
    assertThat(world.count("select count(*) from shop.event")).isZero();
  }

  /** Inserts that the driver puts together do not tell how many rows each of them has made. */
  @Test
  void guardsByInsertsAlsoWhereTheDriverRewritesThem() throws SQLException {
    UUID taken = new UUID(3, 0);
    String insert =
        "insert into shop.payment (id, state) values (?, 'new') on conflict (id) do nothing";
    world.asOwner("insert into shop.payment (id, state) values ('%s', 'new')".formatted(taken));
    try (HikariDataSource rewriting = world.again("reWriteBatchedInserts=true")) {
      Ledger other = new Ledger(rewriting, world.clock);
      List<CompletableFuture<PostResult>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(
            other.postAsync(
                world.transfer(world.bank, world.alice, 1),
                Companion.guard(insert, new UUID(3, i))));
      }

      for (int i = 0; i < 50; i++) {
        PostResult result = answers.get(i).join();
        if (i == 0) {
          assertThat(((Refused) result).reason()).isEqualTo(Refusal.GUARD_MISSED);
        } else {
          assertThat(result).isInstanceOf(Posted.class);
        }
      }
    }
    assertThat(world.ledger.balance(world.alice).posted()).isEqualTo(10_00 + 49);
    assertThat(world.count("select count(*) from shop.payment")).isEqualTo(50);
  }

  @Test
  void missesAGuardThatHitsTwoRows() throws SQLException {
    world.asOwner(
        "insert into shop.payment (id, state) values (gen_random_uuid(), 'new'),"
            + " (gen_random_uuid(), 'new')");

    PostResult result =
        ledger.post(
            world.transfer(world.alice, world.bob, 1),
            Companion.guard("update shop.payment set state = 'paid'"));

    assertThat(((Refused) result).reason()).isEqualTo(Refusal.GUARD_MISSED);
    assertThat(world.count("select count(*) from shop.payment where state = 'new'")).isEqualTo(2);
  }

  @Test
  void leavesNothingBehindWhenTheDatabaseRejectsIt() {
    UUID id = new UUID(1, 2);
    Companion payment =
        Companion.insert("insert into shop.payment (id, state) values (?, 'x')", id);
    Posting posting = world.transfer(world.alice, world.bob, 1);

    assertThatThrownBy(() -> ledger.post(posting, payment, payment))
        .isInstanceOfSatisfying(
            CompanionRejected.class,
            rejected -> {
              assertThat(rejected.sqlState()).isEqualTo("23505");
              assertThat(rejected.constraint()).contains("payment_id");
            });
    assertThat(ledger.outcome(posting.id())).isEmpty();
    assertThat(ledger.balance(world.bob).posted()).isZero();
    assertThat(ledger.post(posting, payment)).isInstanceOf(Posted.class);
  }

  @Test
  void leavesNothingBehindWhenACommitRejectsIt() {
    Posting posting = world.transfer(world.alice, world.bob, 1);

    assertThatThrownBy(() -> ledger.post(posting, event(1), event(1)))
        .isInstanceOfSatisfying(
            CompanionRejected.class,
            rejected -> assertThat(rejected.constraint()).contains("event_at"));
    assertThat(ledger.outcome(posting.id())).isEmpty();
  }

  private static Companion event(int at) {
    return Companion.insert("insert into shop.event (at) values (?)", at);
  }
}
