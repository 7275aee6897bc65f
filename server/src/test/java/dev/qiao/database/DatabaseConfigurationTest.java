package dev.qiao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationTest {
  @TempDir Path folder;

  private final DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();

  @Test
  void opensTheEmbeddedDatabaseMigratedAndAsTheApp() {
    embedded("qiao.demo=true")
        .run(
            context -> {
              JdbcClient db = JdbcClient.create(context.getBean(DataSource.class));
              assertThat(db.sql("select current_user").query(String.class).single())
                  .isEqualTo("qiao_app");
              assertThat(db.sql("select count(*) from identity.person").query(Long.class).single())
                  .isZero();
              assertThat(db.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
              assertThatThrownBy(() -> db.sql("delete from api.flyway_schema_history").update())
                  .rootCause()
                  .hasMessageContaining("permission denied");
            });
  }

  @Test
  void keepsTheDataAndItsMode() {
    embedded("qiao.demo=true").run(context -> assertThat(context).hasNotFailed());
    embedded("qiao.demo=false").run(context -> assertThat(refusal(context)).contains("demo mode"));
    embedded("qiao.demo=true").run(context -> assertThat(context).hasNotFailed());
    embedded("qiao.demo=false", "qiao.fresh=true")
        .run(context -> assertThat(context).hasNotFailed());
    embedded("qiao.demo=true")
        .run(context -> assertThat(refusal(context)).contains("not a demonstration"));
  }

  @Test
  void beginsAnewWhereMakingTheDemoDataWasInterrupted() {
    embedded("qiao.demo=true").run(context -> left(context, "filling"));
    embedded("qiao.demo=true")
        .run(
            context -> {
              assertThat(traces(context)).isZero();
              left(context, "filled");
            });
    embedded("qiao.demo=true").run(context -> assertThat(traces(context)).isEqualTo(1));
  }

  private static void left(ApplicationContext context, String state) {
    JdbcClient.create(context.getBean(DataSource.class))
        .sql(
            "insert into api.platform (key, value) values ('demo-data', :state), ('trace', 'here')")
        .param("state", state)
        .update();
  }

  private static long traces(ApplicationContext context) {
    return JdbcClient.create(context.getBean(DataSource.class))
        .sql("select count(*) from api.platform where key = 'trace'")
        .query(Long.class)
        .single();
  }

  @Test
  void refusesDurabilityThatSomebodySwitchedOff() throws IOException {
    embedded().run(context -> assertThat(context).hasNotFailed());
    Files.writeString(
        folder.resolve("data/postgres/postgresql.auto.conf"), "full_page_writes = 'off'\n");
    embedded().run(context -> assertThat(refusal(context)).contains("has full_page_writes off"));
  }

  @Test
  void opensAGivenDatabase() {
    given(app(address.appPassword()), owner()).run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void refusesWhatItCannotUse() {
    assertRefused(app("wrong"), owner(), "refuses the name or password of qiao_app");
    assertRefused(app(address.appPassword()), "", "QIAO_DATABASE_OWNER_URL is missing");
    assertRefused("", owner(), "QIAO_DATABASE_URL is missing");
    assertRefused("mysql://here", owner(), "has to look like");
    assertRefused(owner(), owner(), "has to be qiao_app");
    assertRefused(
        "postgresql://qiao_app:x@127.0.0.1:1/qiao",
        "postgresql://qiao_owner:x@127.0.0.1:1/qiao",
        "cannot be reached");
  }

  @Test
  void refusesAnotherMachineWithoutTls() {
    for (String url :
        List.of(
            "postgresql://qiao_app:x@db.example:5432/qiao",
            "postgresql://qiao_app:x@192.0.2.7/qiao?sslmode=prefer",
            "postgresql://qiao_app:x@127.0.0.1.evil.example/qiao",
            "postgresql://qiao_app:x@[2001:db8::1]:5432/qiao?sslmode=disable",
            "postgresql://qiao_app:x@db.example/qiao?sslmode=require&sslmode=disable")) {
      assertRefused(url, owner(), "leads to another machine without TLS");
      assertRefused(app(address.appPassword()), url, "leads to another machine without TLS");
    }
    String encrypted = "postgresql://qiao_owner:x@127.0.0.2:1/qiao?sslmode=verify-full";
    assertRefused(app("x"), encrypted, "cannot be reached");
    given(app("x"), "postgresql://qiao_owner:x@192.0.2.7:1/qiao?connectTimeout=1")
        .withPropertyValues("qiao.database.plain=true")
        .run(context -> assertThat(refusal(context)).contains("cannot be reached"));
  }

  @Test
  void refusesADatabaseOfANewerVersion() throws SQLException {
    given(app(address.appPassword()), owner()).run(context -> assertThat(context).hasNotFailed());
    asOwner(
        """
        insert into api.flyway_schema_history
        select 1000, '999', 'later', 'SQL', 'V999__later.sql', 1, 'qiao_owner', now(), 1, true
        """);
    assertRefused(app(address.appPassword()), owner(), "newer Qiao (step 999 of api)");
  }

  private void assertRefused(String app, String owner, String text) {
    given(app, owner).run(context -> assertThat(refusal(context)).contains(text).hasLineCount(1));
  }

  private static String refusal(
      org.springframework.boot.test.context.assertj.AssertableApplicationContext context) {
    assertThat(context).hasFailed();
    Throwable cause = context.getStartupFailure();
    while (cause != null && !(cause instanceof StartRefused)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause).orElseThrow().getMessage();
  }

  private ApplicationContextRunner embedded(String... settings) {
    return new ApplicationContextRunner()
        .withUserConfiguration(DatabaseConfiguration.class)
        .withPropertyValues("qiao.data=" + folder.resolve("data"))
        .withPropertyValues(settings);
  }

  private static ApplicationContextRunner given(String app, String owner) {
    return new ApplicationContextRunner()
        .withUserConfiguration(DatabaseConfiguration.class)
        .withPropertyValues(
            "qiao.data=unused", "qiao.database.url=" + app, "qiao.database.owner-url=" + owner);
  }

  private String app(String password) {
    return address.url() + "?user=qiao_app&password=" + password;
  }

  private String owner() {
    return address.url() + "?user=qiao_owner&password=" + address.ownerPassword();
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                address.url(), address.ownerUser(), address.ownerPassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
