package dev.qiao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.postgres.PostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path parent;

  @Test
  void keepsDataAndPortAcrossStarts() throws SQLException {
    int port;
    try (var postgres = EmbeddedPostgres.start(data())) {
      port = postgres.port();
      write(postgres, "create schema kept");
      write(postgres, "create table kept.row as select 42 as n");
    }
    try (var postgres = EmbeddedPostgres.start(data())) {
      assertThat(postgres.port()).isEqualTo(port);
      assertThat(number(postgres, "select n from kept.row")).isEqualTo(42);
    }
  }

  @Test
  void stopsAServerThatAKilledProgramLeftBehind() throws Exception {
    Process killed = programThatStarts(data());
    long leftover = pidIn(data());
    killed.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(leftover)).isPresent();

    try (var postgres = EmbeddedPostgres.start(data())) {
      assertThat(postgres.pid()).isNotEqualTo(leftover);
      // It may still be listed, ended and not yet collected; then it has no program any more.
      assertThat(ProcessHandle.of(leftover).flatMap(left -> left.info().command())).isEmpty();
      assertThat(number(postgres, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void startsAgainWhenTheServerIsKilledAndLosesNothing() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data())) {
      write(postgres, "create schema kept");
      write(postgres, "create table kept.row as select 42 as n");
      long first = postgres.pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      int attempts = 0;
      while (true) {
        try {
          assertThat(number(postgres, "select n from kept.row")).isEqualTo(42);
          break;
        } catch (SQLException notYet) {
          assertThat(attempts++).as("attempts").isLessThan(300);
          Thread.sleep(100);
        }
      }
      assertThat(postgres.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void ignoresAPidFileWhoseNumberBelongsToAnotherProgram() throws Exception {
    EmbeddedPostgres.start(data()).close();
    Files.writeString(
        data().resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (var postgres = EmbeddedPostgres.start(data())) {
      assertThat(number(postgres, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void replacesAClusterThatWasOnlyHalfMade() throws Exception {
    EmbeddedPostgres.start(data()).close();
    Files.createDirectories(data().resolve("postgres.new/cluster"));
    Folders.delete(data().resolve("postgres"));
    try (var postgres = EmbeddedPostgres.start(data())) {
      assertThat(number(postgres, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void refusesAFolderThatIsInUse() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data())) {
      assertThat(postgres.port()).isPositive();
      assertRefused(data(), Reason.IN_USE, "is in use by another Qiao");
    }
    Process other = programThatStarts(data());
    try {
      assertRefused(data(), Reason.IN_USE, "(process " + other.pid() + ")");
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    EmbeddedPostgres.start(data()).close();
  }

  @Test
  void refusesAFolderOfANewerVersion() throws Exception {
    EmbeddedPostgres.start(data()).close();
    Files.writeString(data().resolve("format"), "qiao=2\npostgresql=18\n");
    assertRefused(data(), Reason.NEWER, "newer Qiao");
    Files.writeString(data().resolve("format"), "qiao=1\npostgresql=19\n");
    assertRefused(data(), Reason.NEWER, "newer Qiao");
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));
    assertRefused(file.resolve("data"), Reason.NOT_WRITABLE, "cannot be written");
    assertRefused(file, Reason.NOT_WRITABLE, "cannot be written");
  }

  @Test
  void touchesNoFolderOfSomebodyElse() throws Exception {
    Path file = Files.writeString(Files.createDirectory(data()).resolve("thesis.txt"), "mine");
    assertRefused(data(), Reason.NOT_OURS, "not empty");
    assertThatThrownBy(() -> EmbeddedPostgres.wipe(data())).isInstanceOf(PostgresException.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void wipesAFolderOfItsOwn() throws Exception {
    EmbeddedPostgres.start(data()).close();
    EmbeddedPostgres.wipe(data());
    assertThat(data()).isEmptyDirectory();
  }

  @Test
  void asksForAPasswordAndKeepsItsFileSecret() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data())) {
      for (String user :
          new String[] {Cluster.ADMIN, EmbeddedPostgres.OWNER, EmbeddedPostgres.APP}) {
        for (String guess : new String[] {"", user, "postgres"}) {
          assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, guess))
              .isInstanceOf(SQLException.class);
        }
      }
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres"))
          .isInstanceOf(SQLException.class);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data().resolve("passwords"))))
          .isEqualTo("rw-------");
      try (Connection admin = postgres.admin("qiao");
          var rows =
              admin
                  .createStatement()
                  .executeQuery(
                      """
                      select current_setting('listen_addresses'),
                             count(*) filter (where rolpassword not like 'SCRAM-SHA-256$%')
                      from pg_authid where rolcanlogin
                      """)) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("127.0.0.1");
        assertThat(rows.getInt(2)).isZero();
      }
    }
  }

  @Test
  void letsTheOwnerMigrateAndTheAppOnlyConnect() throws Exception {
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    try (var owner =
            DriverManager.getConnection(
                address.url(), address.ownerUser(), address.ownerPassword());
        var app =
            DriverManager.getConnection(address.url(), address.appUser(), address.appPassword())) {
      run(owner, "create schema wallet");
      run(owner, "create table wallet.row(n int)");
      assertThatThrownBy(() -> run(app, "create schema mine"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(app, "create table public.mine(n int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(app, "insert into wallet.row values (1)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(owner, "create role other"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void givesEachTestADatabaseOfItsOwn() throws Exception {
    DatabaseAddress one = EmbeddedPostgres.temporary().freshDatabase();
    DatabaseAddress two = EmbeddedPostgres.temporary().freshDatabase();
    assertThat(one.url()).isNotEqualTo(two.url());
  }

  private Path data() {
    return parent.resolve("data");
  }

  private static void assertRefused(Path data, Reason reason, String text) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .asInstanceOf(InstanceOfAssertFactories.type(PostgresException.class))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(text).hasLineCount(1));
  }

  /** Another JVM that starts on the folder and stays until its input ends. */
  private static Process programThatStarts(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StaysOpen.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).startsWith("started");
    return process;
  }

  private static long pidIn(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
  }

  private static void write(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection owner =
        DriverManager.getConnection(
            postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword())) {
      run(owner, sql);
    }
  }

  private static int number(EmbeddedPostgres postgres, String query) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
        Statement statement = owner.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
