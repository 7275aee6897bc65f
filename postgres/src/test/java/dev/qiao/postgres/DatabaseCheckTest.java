package dev.qiao.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.DatabaseCheck.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
  private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
  private final DatabaseAddress address = postgres.address();

  @Test
  void acceptsADurableDatabase() {
    assertThat(check(address.url(), address.appPassword())).isInstanceOf(Verdict.Fit.class);
  }

  @Test
  void refusesWhatCannotHoldMoney() throws Exception {
    assertThat(check("jdbc:postgresql://127.0.0.1:" + closedPort() + "/qiao", "x"))
        .isInstanceOf(Verdict.Unreachable.class);
    assertThat(check(address.url(), "wrong")).isInstanceOf(Verdict.WrongPassword.class);
    assertThat(check(address.url(), "")).isInstanceOf(Verdict.WrongPassword.class);
    assertThat(check(address.url() + "_missing", address.appPassword()))
        .isInstanceOf(Verdict.Missing.class);
    assertThat(
            DatabaseCheck.check(
                new Login(address.url(), address.ownerUser(), address.ownerPassword()),
                EmbeddedPostgres.APP))
        .isInstanceOf(Verdict.WrongRole.class);
  }

  @Test
  void refusesADatabaseWithDurabilitySwitchedOff() throws Exception {
    DatabaseAddress fresh = postgres.freshDatabase();
    String name = fresh.url().substring(fresh.url().lastIndexOf('/') + 1);
    try (Connection admin = postgres.admin("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("alter database " + name + " set synchronous_commit = off");
    }
    assertThat(check(fresh.url(), fresh.appPassword()))
        .isEqualTo(new Verdict.NotDurable(fresh.url(), "synchronous_commit"));
  }

  @Test
  void refusesAClockThatIsNotTheDatabases() {
    Login login = new Login(address.url(), address.appUser(), address.appPassword());
    InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(90));
    InstantSource behind = InstantSource.offset(InstantSource.system(), Duration.ofDays(-1));
    InstantSource close = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(30));

    assertThat(DatabaseCheck.check(login, EmbeddedPostgres.APP, ahead).line())
        .contains("ahead of that of the database");
    assertThat(DatabaseCheck.check(login, EmbeddedPostgres.APP, behind).line())
        .contains("behind that of the database");
    assertThat(DatabaseCheck.check(login, EmbeddedPostgres.APP, close))
        .isInstanceOf(Verdict.Fit.class);
  }

  @Test
  void saysEachVerdictInOneLine() throws Exception {
    Verdict verdict = check("jdbc:postgresql://127.0.0.1:" + closedPort() + "/qiao", "x");
    assertThat(verdict.line()).hasLineCount(1).contains("cannot be reached");
  }

  private static Verdict check(String url, String password) {
    return DatabaseCheck.check(new Login(url, "qiao_app", password), EmbeddedPostgres.APP);
  }

  private static int closedPort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
