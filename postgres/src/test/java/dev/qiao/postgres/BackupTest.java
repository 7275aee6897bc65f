package dev.qiao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.postgres.PostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path parent;

  @Test
  void holdsAllThatWasAcknowledgedBeforeItBegan() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    int before;
    try (var postgres = EmbeddedPostgres.start(data());
        ExecutorService writing = Executors.newSingleThreadExecutor()) {
      run(postgres, "create table row(n int primary key, filler text)");
      run(postgres, "insert into row select -n, repeat('x', 500) from generate_series(1, 50000) n");
      AtomicBoolean enough = new AtomicBoolean();
      Future<?> writer = writing.submit(() -> write(postgres, acknowledged, enough));
      await(acknowledged, 20);
      before = acknowledged.get();
      try (Visit visit = Visit.to(data());
          Backup backup = Backup.take(visit, target(), NOW)) {
        await(acknowledged, before + 1);
        backup.keep();
      } finally {
        enough.set(true);
        writer.get();
      }
    }
    Backup.restore(target(), other(), false);
    try (var restored = EmbeddedPostgres.start(other())) {
      int rows = number(restored, "select count(*) from row where n > 0");
      assertThat(rows).isBetween(before, acknowledged.get());
      assertThat(number(restored, "select max(n) from row")).isEqualTo(rows);
      assertThat(number(restored, "select count(*) from row where n < 0")).isEqualTo(50_000);
    }
  }

  /** Each row moves the log on by a segment, so that old ones would be recycled. */
  private static void write(
      EmbeddedPostgres postgres, AtomicInteger acknowledged, AtomicBoolean enough) {
    try (Connection admin = postgres.admin("qiao");
        Statement statement = admin.createStatement()) {
      while (!enough.get()) {
        statement.execute("insert into row values (%d, '')".formatted(acknowledged.get() + 1));
        acknowledged.incrementAndGet();
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void await(AtomicInteger count, int wanted) throws InterruptedException {
    for (int tries = 0; count.get() < wanted; tries++) {
      assertThat(tries).as("tries").isLessThan(1200);
      Thread.sleep(50);
    }
  }

  @Test
  void isTakenOfAStoppedFolderAndRestoredOverAnother() throws Exception {
    begin(data(), 42);
    begin(other(), 43);
    take();
    Backup.restore(target(), other(), true);
    assertThat(valueIn(other())).isEqualTo(42);
    assertThat(valueIn(data())).isEqualTo(42);
    assertThat(Files.list(other()).map(each -> each.getFileName().toString()))
        .doesNotContain("postgres.new");
  }

  @Test
  void letsNobodyElseRead() throws Exception {
    begin(data(), 42);
    take();
    try (var all = Files.walk(target())) {
      assertThat(all)
          .isNotEmpty()
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .as(each.toString())
                      .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void isThereWholeOrNotAtAll() throws Exception {
    begin(data(), 42);
    try (Visit visit = Visit.to(data());
        Backup backup = Backup.take(visit, target(), NOW)) {
      assertThat(target()).doesNotExist();
      assertThat(backup.draft()).isNotEmptyDirectory();
    }
    assertThat(Files.list(parent)).containsExactly(data());
  }

  @Test
  void neverOverwritesAnything() throws Exception {
    begin(data(), 42);
    Files.createDirectory(target());
    assertRefused(this::take, Reason.TAKEN, "exists already");
    Files.delete(target());
    assertRefused(
        () -> take(data().resolve("backup")), Reason.TAKEN, "would lie in the data folder");
    take();
    assertRefused(() -> Backup.restore(target(), data(), false), Reason.TAKEN, "is not empty");
    Path thesis = Files.writeString(Files.createDirectory(other()).resolve("thesis.txt"), "mine");
    for (boolean fresh : new boolean[] {false, true}) {
      assertRefused(
          () -> Backup.restore(target(), other(), fresh), Reason.NOT_OURS, "is not empty");
    }
    assertThat(thesis).hasContent("mine");
  }

  @Test
  void refusesToRestoreIntoAFolderInUse() throws Exception {
    begin(data(), 42);
    take();
    try (var postgres = EmbeddedPostgres.start(data())) {
      assertRefused(() -> Backup.restore(target(), data(), true), Reason.IN_USE, "is in use");
      assertThat(number(postgres, "select n from row")).isEqualTo(42);
    }
  }

  @Test
  void noticesDamageBeforeAnythingIsDeleted() throws Exception {
    begin(data(), 42);
    take();
    Path control = target().resolve("postgres/global/pg_control");
    byte[] right = Files.readAllBytes(control);
    byte[] wrong = right.clone();
    wrong[100] ^= 1;
    Files.write(control, wrong);
    assertRefused(
        () -> Backup.restore(target(), data(), true), Reason.DAMAGED, "global/pg_control is not");
    Files.delete(control);
    assertRefused(
        () -> Backup.restore(target(), data(), true), Reason.DAMAGED, "global/pg_control is not");
    Files.write(control, right);
    Path added = Files.writeString(target().resolve("postgres/postgresql.auto.conf.d"), "x");
    assertRefused(() -> Backup.restore(target(), data(), true), Reason.DAMAGED, "auto.conf.d");
    Files.delete(added);
    assertThat(valueIn(data())).isEqualTo(42);
    Backup.restore(target(), data(), true);
    assertThat(valueIn(data())).isEqualTo(42);
  }

  @Test
  void refusesWhatIsNoBackupOrANewerOne() throws Exception {
    assertRefused(() -> Backup.restore(parent, data(), false), Reason.DAMAGED, "is no backup");
    begin(data(), 42);
    assertRefused(() -> Backup.restore(data(), other(), false), Reason.DAMAGED, "is no backup");
    take();
    Files.writeString(target().resolve("about"), "qiao=2\npostgresql=18\n");
    assertRefused(() -> Backup.restore(target(), other(), false), Reason.NEWER, "newer Qiao");
  }

  @Test
  void isNoDataFolder() throws Exception {
    begin(data(), 42);
    take();
    assertRefused(() -> EmbeddedPostgres.start(target()).close(), Reason.NOT_OURS, "no Qiao data");
    assertRefused(() -> Visit.to(parent).close(), Reason.NO_DATA, "There is no data in");
  }

  @Test
  void visitsBesideAServerAndDoesNotDisturbIt() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data())) {
      try (Visit visit = Visit.to(data())) {
        assertThat(visit.address()).isEqualTo(postgres.address());
      }
      assertThat(number(postgres, "select 1")).isEqualTo(1);
    }
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    Visit.to(data()).close();
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void doesNotTakeTheServerOfACopiedFoldersOriginalForItsOwn() throws Exception {
    begin(data(), 42);
    take();
    Backup.restore(target(), other(), false);
    try (var postgres = EmbeddedPostgres.start(data())) {
      Files.copy(
          data().resolve("postgres/postmaster.pid"), other().resolve("postgres/postmaster.pid"));
      run(postgres, "update row set n = 1");
      try (Visit visit = Visit.to(other())) {
        assertThat(visit.address().url()).isNotEqualTo(postgres.address().url());
      }
      assertThat(number(postgres, "select n from row")).isEqualTo(1);
    }
  }

  private void take() {
    take(target());
  }

  private void take(Path to) {
    try (Visit visit = Visit.to(data());
        Backup backup = Backup.take(visit, to, NOW)) {
      backup.keep();
    }
  }

  private Path data() {
    return parent.resolve("data");
  }

  private Path target() {
    return parent.resolve("backup");
  }

  private Path other() {
    return parent.resolve("other");
  }

  private static void begin(Path data, int value) throws SQLException {
    try (var postgres = EmbeddedPostgres.start(data)) {
      run(postgres, "create table row as select " + value + " as n");
    }
  }

  private static int valueIn(Path data) throws SQLException {
    try (var postgres = EmbeddedPostgres.start(data)) {
      return number(postgres, "select n from row");
    }
  }

  private static void assertRefused(Act act, Reason reason, String text) {
    assertThatThrownBy(act::run)
        .asInstanceOf(InstanceOfAssertFactories.type(PostgresException.class))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(text).hasLineCount(1));
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection admin = postgres.admin("qiao");
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(EmbeddedPostgres postgres, String query) throws SQLException {
    try (Connection admin = postgres.admin("qiao");
        Statement statement = admin.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private interface Act {
    void run() throws IOException;
  }
}
