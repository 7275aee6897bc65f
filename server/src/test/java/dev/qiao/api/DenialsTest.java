package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is refused is seen, and cannot fill the trail by it. */
class DenialsTest extends TownTest {
  @Test
  void aRefusedPermissionIsInTheTrailWithWhoWhatAndFromWhere() {
    TestBrowser support = town.operator(OperatorRole.SUPPORT);
    String actor = support.get("/v1/session").body().at("/operator/id").asString();
    assertThat(support.get("/v1/operations/audit").code()).isEqualTo("not_permitted");

    var entries =
        town.operator().get("/v1/operations/audit?act=access.refuse&actor=" + actor).body();
    assertThat(entries.path("items")).hasSize(1);
    var entry = entries.at("/items/0");
    assertThat(entry.path("object").asString()).isEqualTo("GET /v1/operations/audit");
    assertThat(entry.path("actor_id").asString()).isEqualTo(actor);
    assertThat(entry.path("address").asString()).isNotEmpty();
    assertThat(entry.path("outcome").asString()).isEqualTo("refused");
    assertThat(entry.path("reason").asString()).isEqualTo("not_permitted");
  }

  @Test
  void aForgedWriteAndAFieldThatIsNotOneToSetAreInTheTrail() {
    TestBrowser person = town.shopper("林小满", 0).browser();
    String actor = person.get("/v1/session").body().at("/person/id").asString();
    person.patch("/v1/me", Map.of("role", "administrator"));
    person.get("/v1/operations/overview");
    assertThat(told(actor)).contains("field_unknown", "not_permitted");
  }

  @Test
  void tryingOnAndOnMakesTwoEntriesAMinute() {
    Instant now = town.clock().instant();
    town.clock().stand(now);
    TestBrowser support = town.operator(OperatorRole.SUPPORT);
    String actor = support.get("/v1/session").body().at("/operator/id").asString();
    for (int i = 0; i < 40; i++) {
      assertThat(support.get("/v1/operations/ledger-audit").code()).isEqualTo("not_permitted");
    }
    assertThat(told(actor)).containsExactly("not_permitted");
    town.clock().stand(now.plus(Duration.ofMinutes(1)));
    town.the(Denials.class).tellOfMinutesThatAreOver();
    assertThat(told(actor)).containsExactly("not_permitted", "not_permitted +39");
  }

  private List<String> told(String actor) {
    return town.the(JdbcClient.class)
        .sql(
            "select reason from api.audit where act = 'access.refuse' and actor = :actor order by id")
        .param("actor", dev.qiao.ids.TypeId.parse(actor).orElseThrow().value())
        .query(String.class)
        .list();
  }
}
