package dev.qiao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Operators;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who runs the platform: power is given by two and taken by one. */
class OperatorsTest extends TownTest {
  private TestBrowser ann;
  private TestBrowser bob;

  @BeforeEach
  void two() {
    ann = town.operator(OperatorRole.ADMINISTRATOR);
    bob = town.operator(OperatorRole.COMPLIANCE);
  }

  @Test
  void whoIsInvitedComesInByALinkWithLittlePower() {
    String login = "new-" + UUID.randomUUID();
    Map<String, String> asked = Map.of("name", "沈新", "login", login, "role", "support");
    UUID key = UUID.randomUUID();
    Answer invited = ann.post("/v1/operations/operators", key, asked);
    assertThat(invited.status()).as(invited.raw().body()).isEqualTo(201);
    assertThat(
            ann.post("/v1/operations/operators", key, asked)
                .body()
                .path("invitation_path")
                .isNull())
        .as("secrets are not kept")
        .isTrue();

    String token = invited.text("invitation_path").replaceFirst(".*#token=", "");
    TestBrowser fresh = town.browser("console");
    assertThat(fresh.invitation(token).text("name")).isEqualTo("沈新");
    Answer accepted =
        fresh.post("/v1/invitations/accept", Map.of("token", token, "password", Town.PASSWORD));
    assertThat(accepted.body().path("must_enrol").asBoolean()).isTrue();
    assertThat(accepted.body().at("/operator/permissions").toString())
        .contains("people.search")
        .doesNotContain("operators.manage");
    assertThat(
            ann.post(
                    "/v1/operations/operators",
                    UUID.randomUUID(),
                    Map.of("name", "沈新", "login", "x" + login, "role", "finance"))
                .code())
        .isEqualTo("field_invalid");
  }

  @Test
  void aPowerfulRoleTakesTwoAndIsTakenAwayByOne() {
    TestBrowser carl = town.operator(OperatorRole.SUPPORT);
    String id = id(carl);
    Answer proposed = role(ann, id, "finance");
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    assertThat(carl.get("/v1/operations/bank-moves").code()).isEqualTo("not_permitted");

    String proposal = proposed.text("proposal_id");
    assertThat(approve(ann, proposal).code()).isEqualTo("own_proposal");
    assertThat(approve(bob, proposal).status()).isEqualTo(200);
    assertThat(carl.get("/v1/session").code()).as("comes in anew").isEqualTo("session_expired");
    assertThat(roleOf(id)).isEqualTo(OperatorRole.FINANCE);

    assertThat(role(bob, id, "risk").status()).isEqualTo(200);
    assertThat(roleOf(id)).isEqualTo(OperatorRole.RISK);
  }

  @Test
  void nobodyAgreesToTheirOwnPower() {
    String id = id(bob);
    String proposal = role(ann, id, "administrator").text("proposal_id");
    assertThat(approve(bob, proposal).code()).isEqualTo("own_proposal");
    assertThat(roleOf(id)).isEqualTo(OperatorRole.COMPLIANCE);
  }

  @Test
  void whoIsLetGoIsOutAtOnce() {
    TestBrowser carl = town.operator(OperatorRole.RISK);
    String id = id(carl);
    assertThat(carl.get("/v1/operations/overview").status()).isEqualTo(200);
    Answer closed =
        ann.post(
            "/v1/operations/operators/" + id + "/close",
            UUID.randomUUID(),
            Map.of("reason", "left"));
    assertThat(closed.status()).as(closed.raw().body()).isEqualTo(200);
    assertThat(carl.get("/v1/operations/overview").code()).isEqualTo("session_expired");
    assertThat(ann.get("/v1/operations/operators").body().toString()).doesNotContain(id);
    assertThat(role(ann, id, "support").status()).isEqualTo(404);
  }

  @Test
  void aRuleOfSigningInTakesTwoAndOperatorsAlwaysNeedASecondFactor() {
    Answer proposed = rule(ann, "cashier", "required");
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    try {
      assertThat(secondFactor("cashier")).isEqualTo("if_enrolled");
      assertThat(approve(bob, proposed.text("proposal_id")).status()).isEqualTo(200);
      assertThat(secondFactor("cashier")).isEqualTo("required");
    } finally {
      approve(bob, rule(ann, "cashier", "if_enrolled").text("proposal_id"));
    }
    assertThat(secondFactor("cashier")).isEqualTo("if_enrolled");
    assertThat(rule(ann, "support", "if_enrolled").code()).isEqualTo("field_invalid");
    assertThat(rule(ann, "cashier", "if_enrolled").code()).isEqualTo("nothing_to_change");
    assertThat(rule(ann, "nobody", "required").status()).isEqualTo(404);
  }

  private String secondFactor(String role) {
    return ann.get("/v1/operations/factor-policy")
        .body()
        .path("items")
        .valueStream()
        .filter(rule -> rule.path("role").asString().equals(role))
        .findFirst()
        .orElseThrow()
        .path("second_factor")
        .asString();
  }

  private static Answer rule(TestBrowser who, String role, String to) {
    return who.post(
        "/v1/operations/factor-policy/" + role,
        UUID.randomUUID(),
        Map.of("second_factor", to, "reason", "CASE-9"));
  }

  private static Answer role(TestBrowser who, String id, String to) {
    return who.post(
        "/v1/operations/operators/" + id + "/role",
        UUID.randomUUID(),
        Map.of("role", to, "reason", "CASE-8"));
  }

  private static Answer approve(TestBrowser who, String proposal) {
    return who.post(
        "/v1/operations/proposals/" + proposal + "/approve",
        UUID.randomUUID(),
        Map.of("reason", "agreed"));
  }

  private OperatorRole roleOf(String id) {
    return town.the(Operators.class).find(OperatorId.parse(id).orElseThrow()).orElseThrow().role();
  }

  private static String id(TestBrowser operator) {
    return operator.get("/v1/session").body().at("/operator/id").asString();
  }
}
