package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.database.Migrations;
import dev.qiao.ids.Ids;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import dev.qiao.vault.TestVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedTrailTest {
  private PGSimpleDataSource owner;
  private PGSimpleDataSource app;
  private JdbcClient ownerDb;
  private AuditTrail trail;
  private SealedTrail seals;

  @BeforeEach
  void open() {
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    owner = source(address, address.ownerUser(), address.ownerPassword());
    app = source(address, address.appUser(), address.appPassword());
    new Migrations(owner).run();
    ownerDb = JdbcClient.create(owner);
    InstantSource clock = InstantSource.system();
    trail =
        new AuditTrail(JdbcClient.create(app), new Ids(clock), clock, TestVault.open(app).seals());
    seals = new SealedTrail(app);
  }

  @Test
  void sealsWhatHasCommittedOnceAndInOrder() throws SQLException {
    act(3);
    assertThat(seals.seal()).isEqualTo(3);
    assertThat(seals.seal()).isZero();
    act(2);
    assertThat(seals.seal()).isEqualTo(2);
    SealReport report = seals.check(Optional.empty());
    assertThat(report.broken()).isEmpty();
    assertThat(report.entries()).isEqualTo(5);
    assertThat(report.seals()).isEqualTo(2);
    assertThat(report.summary()).startsWith("audit trail: 5 entries under 2 seals, the last ");
    assertThat(seals.check(Optional.of(report.last())).broken()).isEmpty();
  }

  @Test
  void waitsForATransactionThatBeganEarlierAndCommitsLater() throws SQLException {
    try (Connection slow = app.getConnection()) {
      slow.setAutoCommit(false);
      try (var insert = slow.createStatement()) {
        insert.execute(
            "insert into api.audit (id, at, actor_kind, act, object, outcome)"
                + " values (gen_random_uuid(), '2026-01-01Z', 'system', 'slow', 'x', 'done')");
      }
      act(2);
      assertThat(seals.seal()).as("not past the open one").isZero();
      slow.commit();
    }
    assertThat(seals.seal()).isEqualTo(3);
    assertThat(seals.check(Optional.empty()).broken()).isEmpty();
  }

  @Test
  void manyInstancesSealEachEntryOnce() throws SQLException {
    act(200);
    int sealed = InParallel.times(8, _ -> seals.seal()).stream().mapToInt(n -> n).sum();
    while (seals.seal() > 0) {
      sealed++;
    }
    assertThat(sealed).isEqualTo(200);
    assertThat(seals.check(Optional.empty()).broken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update api.audit set outcome = 'refused' where object = 'thing-1'",
        "update api.audit set actor = gen_random_uuid() where object = 'thing-1'",
        "update api.audit set at = at + interval '1 microsecond' where object = 'thing-1'",
        "update api.audit set reason = '' where object = 'thing-1'",
        "update api.audit set act = act || 'd', object = substr(object, 2) where object = 'thing-1'",
        "update api.audit set object = case object when 'thing-1' then 'thing-2' else 'thing-1' end"
            + " where object in ('thing-1', 'thing-2')",
        "delete from api.audit where object = 'thing-1'",
        "insert into api.audit (id, at, actor_kind, act, object, outcome, transaction)"
            + " select gen_random_uuid(), at, 'system', 'x', 'y', 'done', transaction"
            + " from api.audit where object = 'thing-1'",
        "update api.audit_seal set entries = entries + 1 where number = 1",
        "update api.audit_seal set hash = sha256('x') where number = 1",
        "delete from api.audit_seal where number = 1"
      })
  void noticesWhatWasDoneBehindItsBack(String crime) throws SQLException {
    act(4);
    seals.seal();
    act(4);
    seals.seal();
    assertThatThrownBy(
            () -> ownerDb.sql(crime.startsWith("insert") ? "truncate api.audit" : crime).update())
        .as("not even the owner, unless it takes the guard away")
        .hasStackTraceContaining("only added to");
    ownerDb.sql("alter table api.audit disable trigger user").update();
    ownerDb.sql("alter table api.audit_seal disable trigger user").update();
    assertThat(ownerDb.sql(crime).update()).isPositive();
    assertThat(seals.check(Optional.empty()).broken()).isNotEmpty();
  }

  @Test
  void namesTheSealAndItsTime() throws SQLException {
    act(4);
    seals.seal();
    ownerDb.sql("alter table api.audit disable trigger user").update();
    ownerDb.sql("delete from api.audit where object = 'thing-1'").update();
    assertThat(seals.check(Optional.empty()).broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.subject()).matches("seal 1 \\(20.*Z to 20.*Z\\)");
              assertThat(broken.what()).isEqualTo("is over 4 entries, 3 are there");
            });
  }

  @Test
  void whoRememberedASealNoticesThatTheEndWasCutOff() throws SQLException {
    act(2);
    seals.seal();
    act(2);
    seals.seal();
    String remembered = seals.check(Optional.empty()).last();
    ownerDb.sql("alter table api.audit disable trigger user").update();
    ownerDb.sql("alter table api.audit_seal disable trigger user").update();
    ownerDb.sql("delete from api.audit_seal where number = 2").update();
    ownerDb
        .sql(
            "delete from api.audit where transaction > (select until_transaction from api.audit_seal)")
        .update();
    assertThat(seals.check(Optional.empty()).broken()).isEmpty();
    assertThat(seals.check(Optional.of(remembered)).broken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.audit", "api.audit_seal"})
  void theApplicationMayOnlyAdd(String table) {
    act(1);
    seals.seal();
    JdbcClient db = JdbcClient.create(app);
    for (String crime : new String[] {"delete from ", "truncate "}) {
      assertThatThrownBy(() -> db.sql(crime + table).update())
          .hasStackTraceContaining("permission denied");
    }
    assertThatThrownBy(() -> db.sql("alter table " + table + " disable trigger user").update())
        .hasStackTraceContaining("must be owner");
  }

  private void act(int times) {
    for (int i = 0; i < times; i++) {
      trail.record(
          "person", UUID.randomUUID(), "127.0.0.1", "test.act", "thing-" + i, "done", null);
    }
  }

  private static PGSimpleDataSource source(DatabaseAddress address, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
