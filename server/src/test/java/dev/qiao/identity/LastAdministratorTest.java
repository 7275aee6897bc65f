package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Whatever is done to administrators, one is left who can come in. A server of its own: two alone
 * administer it.
 */
class LastAdministratorTest extends TownTest {
  private static final Map<String, String> WHY = Map.of("reason", "CASE-9");

  private TestBrowser ann;
  private TestBrowser bob;
  private String annId;
  private String bobId;

  @DynamicPropertySource
  static void ownServer(DynamicPropertyRegistry properties) {
    properties.add("qiao.test-server", () -> "last-administrator");
  }

  @BeforeEach
  void two() {
    db().sql("update identity.operator set state = 'closed'").update();
    ann = town.operator();
    bob = town.operator();
    annId = id(ann);
    bobId = id(bob);
  }

  @Test
  void oneOfTwoIsLockedByTheOther() {
    for (String way : List.of("password", "authenticator")) {
      assertThat(ann.post(path(bobId, way), WHY).status()).as(way).isEqualTo(204);
    }
    assertThat(bob.get("/v1/session").status()).isEqualTo(401);
  }

  @Test
  void theLastWayInOfTheLastOneWhoCanComeInStaysOpen() {
    // As if bob's lock of ann's password had been decided a moment before.
    db().sql("update identity.password set locked_at = changed_at where party = ?")
        .param(OperatorId.parse(annId).orElseThrow().value())
        .update();
    for (String way : List.of("password", "authenticator")) {
      assertThat(ann.post(path(bobId, way), WHY).code()).as(way).isEqualTo("last_administrator");
    }
    assertThat(ann.put("/v1/operations/locks/" + bobId, WHY).code())
        .isEqualTo("last_administrator");
    assertThat(bob.get("/v1/session").status()).as("nothing of it was done").isEqualTo(200);

    // A browser is none of it: there are others.
    String device =
        ann.get("/v1/operations/locks/" + bobId + "/ways-in").body().at("/items/0/id").asString();
    assertThat(ann.post(path(bobId, device), WHY).status()).isEqualTo(204);
  }

  @Test
  void theLastOneWhoCanComeInIsNotLetGoDemotedOrReset() {
    TestBrowser carl = town.operator(OperatorRole.COMPLIANCE);
    Answer reset = resetting(ann, bobId);
    assertThat(reset.status()).as(reset.raw().body()).isEqualTo(202);
    Answer demotion = become(ann, bobId, "finance");
    assertThat(demotion.status()).as(demotion.raw().body()).isEqualTo(202);
    db().sql("update identity.password set locked_at = changed_at where party = ?")
        .param(OperatorId.parse(annId).orElseThrow().value())
        .update();

    assertThat(leave(ann, bobId).code()).isEqualTo("last_administrator");
    assertThat(become(ann, bobId, "support").code()).isEqualTo("last_administrator");
    for (Answer proposed : List.of(reset, demotion)) {
      assertThat(approve(carl, proposed).code()).isEqualTo("proposal_stale");
    }
    assertThat(bob.get("/v1/session").status()).as("nothing of it was done").isEqualTo(200);

    assertThat(leave(bob, annId).status()).as("who cannot come in may go").isEqualTo(200);
  }

  @Test
  void oneWhoIsLetGoWhileTheOtherIsLockedDoNotBothGo() {
    List<Answer> answers =
        InParallel.times(
            2, n -> n == 0 ? leave(ann, bobId) : bob.post(path(annId, "authenticator"), WHY));
    assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
    assertThat(town.the(Administrators.class).oneComesIn()).isTrue();
  }

  @Test
  void twoWhoLockEachOtherAtOnceDoNotBothGo() {
    List<Answer> answers =
        InParallel.times(
            2,
            n ->
                n == 0
                    ? ann.post(path(bobId, "authenticator"), WHY)
                    : bob.post(path(annId, "authenticator"), WHY));
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(town.the(Administrators.class).oneComesIn()).isTrue();
  }

  private static Answer leave(TestBrowser by, String operator) {
    return by.post("/v1/operations/operators/" + operator + "/close", UUID.randomUUID(), WHY);
  }

  private static Answer become(TestBrowser by, String operator, String role) {
    return by.post(
        "/v1/operations/operators/" + operator + "/role",
        UUID.randomUUID(),
        Map.of("role", role, "reason", "CASE-9"));
  }

  private static Answer resetting(TestBrowser by, String operator) {
    return by.post(
        "/v1/operations/operators/" + operator + "/reset",
        UUID.randomUUID(),
        Map.of("lost", "password", "reason", "CASE-9"));
  }

  private static Answer approve(TestBrowser by, Answer proposed) {
    return by.post(
        "/v1/operations/proposals/" + proposed.text("proposal_id") + "/approve",
        UUID.randomUUID(),
        WHY);
  }

  private static String path(String operator, String way) {
    return "/v1/operations/locks/" + operator + "/ways-in/" + way + "/lock";
  }

  private static String id(TestBrowser operator) {
    return operator.get("/v1/session").body().at("/operator/id").asString();
  }

  private JdbcClient db() {
    return town.the(JdbcClient.class);
  }
}
