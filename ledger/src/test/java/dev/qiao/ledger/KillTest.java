package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ledger.Callers.Asked;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills, as {@code kill -9} does, the process that posts or the database under it, in mid-load.
 * What was answered is there once; everything else not at all or once, and asking again says which.
 */
class KillTest {
  private static final int PASSES = 12;

  @TempDir Path folder;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final Callers.Memo memo = new Callers.Memo();
  private DatabaseAddress address;
  private HikariDataSource owner;
  private Ledger ledger;
  private List<AccountId> accounts;

  @AfterEach
  void closes() {
    pools.forEach(HikariDataSource::close);
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryAnswerOfAProcessThatIsKilled(KillPoint point) throws Exception {
    prepare(EmbeddedPostgres.temporary());
    Process process = program(point);
    boolean reached = false;
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("here")) {
          reached = true;
          process.toHandle().destroyForcibly(); // What it has said can still be read.
        } else {
          note(line);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(reached).as("it got to %s", point).isTrue();
    assertEachIsThereOnce();
  }

  @Test
  void keepsEveryAnswerOfADatabaseThatIsKilled() throws Exception {
    Path data = folder.resolve("data");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      prepare(postgres);
      for (int round = 1; round <= 3; round++) {
        int before = memo.answered.size();
        Callers callers =
            new Callers((command, row) -> ledger.post((Posting) command, row), accounts, memo);
        List<Thread> threads = callers.start(round);
        while (memo.answered.size() < before + 200) {
          Thread.sleep(5);
        }
        killDatabase(data);
        awaitDatabase();
        callers.stop();
        for (Thread thread : threads) {
          thread.join();
        }
        assertEachIsThereOnce();
      }
      closes();
    }
  }

  private void prepare(EmbeddedPostgres postgres) throws SQLException {
    address = postgres.freshDatabase();
    owner = pool(address.ownerUser(), address.ownerPassword());
    LedgerMigrations.run(owner);
    asOwner("create schema shop");
    asOwner("create table shop.payment (id uuid primary key, amount bigint not null)");
    asOwner("grant usage on schema shop to qiao_app");
    asOwner("grant insert on shop.payment to qiao_app");
    ledger = new Ledger(pool(address.appUser(), address.appPassword()), InstantSource.system());
    accounts = new ArrayList<>();
    accounts.add(ledger.open(AccountTerms.open("bank", CNY, "bank")));
    for (int i = 0; i < 5; i++) {
      accounts.add(ledger.open(AccountTerms.wallet("wallet:" + i, CNY)));
    }
  }

  private HikariDataSource pool(String user, String password) {
    HikariDataSource pool = TestLedger.pool(address.url(), user, password, 8);
    pools.add(pool);
    return pool;
  }

  private Process program(KillPoint point) throws IOException {
    String numbers =
        String.join(",", accounts.stream().map(account -> "" + account.number()).toList());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledLedger.class.getName(),
            address.url(),
            address.appUser(),
            address.appPassword(),
            point.name(),
            "" + PASSES,
            "" + point.ordinal(),
            numbers)
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }

  private void note(String line) {
    Iterator<String> words = Arrays.asList(line.split(" ")).iterator();
    switch (words.next()) {
      case "asked" -> memo.asked(Asked.of(words));
      case "answered" -> memo.answered(new PostingId(UUID.fromString(words.next())), words.next());
      default -> throw new AssertionError(line);
    }
  }

  private static void killDatabase(Path data) throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
    ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(database.descendants().toList());
    database.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitDatabase() throws InterruptedException {
    for (int tries = 0; ; tries++) {
      try {
        ledger.trialBalance();
        return;
      } catch (LedgerUnavailable starting) {
        assertThat(tries).isLessThan(600);
        Thread.sleep(100);
      }
    }
  }

  /** Asks everything again, of a ledger that remembers nothing. */
  private void assertEachIsThereOnce() throws SQLException {
    Ledger again =
        new Ledger(pool(address.appUser(), address.appPassword()), InstantSource.system());
    Map<AccountId, Long> expected = new HashMap<>();
    accounts.forEach(account -> expected.put(account, 0L));
    long posted = 0;
    assertThat(memo.answered).hasSizeGreaterThan(20);
    for (Asked asked : memo.asked.values()) {
      Optional<PostResult> before = again.outcome(asked.id());
      PostResult result = again.post(asked.posting(), asked.row());
      assertThat(result instanceof Replayed).isEqualTo(before.isPresent());
      before.ifPresent(first -> assertThat(result.first()).isEqualTo(first));
      String answered = memo.answered.get(asked.id());
      if (answered != null) {
        assertThat(Callers.word(result.first())).isEqualTo(answered);
      }
      memo.answered(asked.id(), Callers.word(result.first()));
      if (result.first() instanceof Posted) {
        expected.merge(asked.from(), -asked.amount(), Long::sum);
        expected.merge(asked.to(), asked.amount(), Long::sum);
        posted++;
      }
    }
    for (AccountId account : accounts) {
      assertThat(again.balance(account).posted()).isEqualTo(expected.get(account));
    }
    assertThat(number("select count(*) from ledger.command")).isEqualTo(memo.asked.size());
    assertThat(number("select count(*) from shop.payment")).isEqualTo(posted);
    assertThat(again.audit().differences()).isEmpty();
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      new Db(connection).run(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      return new Db(connection).find(sql, row -> row.getLong(1)).orElseThrow();
    }
  }
}
