package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Dump;
import dev.qiao.FreshDatabase;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of the version that kept names and numbers in the clear meets this one. */
class SealedIdentityTest {
  private final DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
  private final JdbcClient owner = JdbcClient.create(source());
  private final PersonId ada = new PersonId(UUID.randomUUID());
  private final UUID member = UUID.randomUUID();
  private final UUID operator = UUID.randomUUID();

  @Test
  void sealsWhatIsThereAndFindsItAsBefore() {
    migrateTo("api", "002");
    migrateTo("identity", "002");
    fill();

    try (var server =
        new SpringApplicationBuilder(dev.qiao.QiaoServer.class)
            .web(WebApplicationType.SERVLET)
            .initializers(new FreshDatabase(address))
            .run("--server.port=0", "--qiao.demo=true", "--qiao.demo-data=false")) {
      Dump dump = Dump.of(owner);
      for (String secret :
          new String[] {
            "Lovelace", "13912345678", "王掌柜", "boss@shop", "Grace Hopper", "10.1.2.3"
          }) {
        assertThat(dump.with(secret)).as(secret).isEmpty();
      }
      People people = server.getBean(People.class);
      Person found = people.byPhone(new Phone("+8613912345678")).orElseThrow();
      assertThat(found.id()).isEqualTo(ada);
      assertThat(found.name()).isEqualTo("Ada Lovelace");
      assertThat(people.withPhoneEnding("5678")).containsExactly(ada);
      assertThat(people.named("lovelace")).containsExactly(ada);
      assertThat(server.getBean(StaffMembers.class).find(new StaffId(member)).orElseThrow().name())
          .isEqualTo("王掌柜");
      assertThat(server.getBean(Operators.class).find(new OperatorId(operator)).orElseThrow())
          .extracting(OperatorMember::login)
          .isEqualTo("grace");
      assertThat(server.getBean(dev.qiao.api.AuditTrail.class).of("here").getFirst().address())
          .hasValue("10.1.2.3");
    }
    assertThatThrownBy(
            () ->
                owner
                    .sql("update identity.person set name = 'Ada' where id = :id")
                    .param("id", ada.value())
                    .update())
        .rootCause()
        .hasMessageContaining("person_in_the_clear");
  }

  private void fill() {
    owner
        .sql(
            """
            insert into identity.person (id, phone, name, created_at)
            values (:id, '+8613912345678', 'Ada Lovelace', now())
            """)
        .param("id", ada.value())
        .update();
    owner
        .sql(
            """
            insert into identity.staff (id, merchant, login, name, role, state, created_at)
            values (:id, gen_random_uuid(), 'boss@shop', '王掌柜', 'owner', 'active', now())
            """)
        .param("id", member)
        .update();
    owner
        .sql(
            """
            insert into identity.operator (id, login, name, role, created_at)
            values (:id, 'grace', 'Grace Hopper', 'support', now())
            """)
        .param("id", operator)
        .update();
    owner
        .sql(
            """
            insert into identity.session
              (id, token_hash, app, party, device, address, created_at, seen_at, expires_at)
            values (gen_random_uuid(), '\\x01', 'wallet', :party, 'Chrome', '10.1.2.3', now(), now(), now())
            """)
        .param("party", ada.value())
        .update();
    owner
        .sql(
            """
            insert into api.audit (id, at, actor_kind, act, object, address, outcome)
            values (gen_random_uuid(), now(), 'person', 'x', 'here', '10.1.2.3', 'done')
            """)
        .update();
    owner
        .sql(
            """
            insert into api.idempotency (party, key, content, status, body, at)
            values ('person', 'k', '\\x01', 200, '{"name":"Ada Lovelace"}', now())
            """)
        .update();
  }

  private void migrateTo(String module, String step) {
    owner.sql("create schema " + module).update();
    owner.sql("grant usage on schema " + module + " to qiao_app").update();
    owner
        .sql(
            "alter default privileges in schema "
                + module
                + " grant select, insert, update, delete on tables to qiao_app")
        .update();
    Flyway.configure()
        .dataSource(source())
        .locations("classpath:dev/qiao/" + module + "/migrations")
        .schemas(module)
        .target(step)
        .load()
        .migrate();
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.ownerUser());
    source.setPassword(address.ownerPassword());
    return source;
  }
}
