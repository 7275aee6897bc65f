package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.api.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff and operators who cannot sign in: who stands above them, or beside them twice, helps. */
class ResetTest extends TownTest {
  private static final String FRESH = "lantern-under-ice";

  // Staff: no letter, no message, a link from hand to hand.

  @Test
  void whoForgotThePasswordComesBackByALinkFromTheOwner() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser till = town.staff(shop.merchant(), StaffRole.CASHIER);
    String cashier = id(till, "staff");
    String login = till.get("/v1/session").body().at("/staff/login").asString();
    UUID key = UUID.randomUUID();

    town.the(JdbcClient.class)
        .sql("update identity.session set proved_at = proved_at - interval '11 minutes'")
        .update();
    assertThat(reset(shop.owner(), cashier, key, "password").code())
        .as("a session that was left open is not enough")
        .isEqualTo("step_up_required");
    prove(shop.owner());
    Answer reset = reset(shop.owner(), cashier, key, "password");
    assertThat(reset.status()).as(reset.raw().body()).isEqualTo(201);
    assertThat(
            reset(shop.owner(), cashier, key, "password").body().path("invitation_path").isNull())
        .as("secrets are not kept")
        .isTrue();
    assertThat(till.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(town.browser("merchant").signIn(login, Town.PASSWORD).code())
        .as("the old password opens nothing")
        .isEqualTo("credentials_wrong");

    TestBrowser fresh = town.browser("merchant");
    Answer accepted = accept(fresh, reset);
    assertThat(accepted.body().at("/staff/id").asString()).isEqualTo(cashier);
    assertThat(town.browser("merchant").signIn(login, FRESH).status()).isEqualTo(201);
    assertThat(accept(town.browser("merchant"), reset).code()).isEqualTo("invitation_unknown");
  }

  @Test
  void whoFindsTheLinkDoesNotFinishWithoutTheSecondFactor() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser till = town.staff(shop.merchant(), StaffRole.CASHIER);
    String cashier = id(till, "staff");
    town.the(Authenticators.class).adopt(StaffId.parse(cashier).orElseThrow().value(), Town.SECRET);
    Answer reset = reset(shop.owner(), cashier, UUID.randomUUID(), "password");

    TestBrowser finder = town.browser("merchant");
    Answer half = accept(finder, reset);
    assertThat(half.status()).as(half.raw().body()).isEqualTo(201);
    assertThat(half.header("Set-Cookie")).isEmpty();
    assertThat(finder.get("/v1/merchant").code()).isEqualTo("session_required");

    Answer whole = totp(finder, half);
    assertThat(whole.body().at("/staff/id").asString()).isEqualTo(cashier);
  }

  /**
   * Whoever knew the old password, and waits for the second factor, does not come in by the link.
   */
  @Test
  void aSignInThatWaitsDoesNotOutliveTheReset() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser till = town.staff(shop.merchant(), StaffRole.CASHIER);
    String cashier = id(till, "staff");
    String login = till.get("/v1/session").body().at("/staff/login").asString();
    town.the(Authenticators.class).adopt(StaffId.parse(cashier).orElseThrow().value(), Town.SECRET);
    TestBrowser thief = town.browser("merchant");
    Answer half = thief.signIn(login, Town.PASSWORD);
    Answer reset = reset(shop.owner(), cashier, UUID.randomUUID(), "password");
    assertThat(accept(town.browser("merchant"), reset).status()).isEqualTo(201);
    assertThat(totp(thief, half).code()).isEqualTo("sign_in_expired");
  }

  @Test
  void aLinkOpensNothingWhileWhoHasItIsLockedOut() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    String cashier = id(town.staff(shop.merchant(), StaffRole.CASHIER), "staff");
    Answer reset = reset(shop.owner(), cashier, UUID.randomUUID(), "password");
    TestBrowser risk = town.operator(OperatorRole.RISK);
    String lock = "/v1/operations/locks/" + cashier;
    assertThat(risk.put(lock, Map.of("reason", "CASE-3")).status()).isEqualTo(204);
    assertThat(accept(town.browser("merchant"), reset).code()).isEqualTo("party_locked");
    assertThat(risk.delete(lock).status()).isEqualTo(204);
    assertThat(accept(town.browser("merchant"), reset).status()).isEqualTo(201);
  }

  @Test
  void aPasskeyThatWasKeptIsAskedForToo() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser till = town.staff(shop.merchant(), StaffRole.CASHIER);
    String cashier = id(till, "staff");
    SoftAuthenticator device = new SoftAuthenticator(town.origin());
    assertThat(
            till.post(
                    "/v1/passkeys",
                    device.register(till.post("/v1/passkeys/challenges", Map.of()).body(), "Till"))
                .status())
        .isEqualTo(201);
    Answer reset = reset(shop.owner(), cashier, UUID.randomUUID(), "password");

    Answer half = accept(town.browser("merchant"), reset);
    assertThat(half.body().at("/second_factor/methods").toString()).isEqualTo("[\"passkey\"]");
    assertThat(signIn(device).status()).isEqualTo(201);

    Answer everything = reset(shop.owner(), cashier, UUID.randomUUID(), "everything");
    assertThat(accept(town.browser("merchant"), everything).body().at("/staff/id").asString())
        .isEqualTo(cashier);
    assertThat(signIn(device).code()).isEqualTo("passkey_refused");
  }

  @Test
  void helpComesFromAboveAndTheLastOwnerIsNotLockedOut() {
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser manager = town.staff(shop.merchant(), StaffRole.MANAGER);
    TestBrowser other = town.staff(shop.merchant(), StaffRole.MANAGER);
    String owner = id(shop.owner(), "staff");
    assertThat(reset(manager, id(other, "staff"), UUID.randomUUID(), "password").code())
        .isEqualTo("not_permitted");
    assertThat(reset(shop.owner(), owner, UUID.randomUUID(), "password").code())
        .isEqualTo("last_owner");
    town.staff(shop.merchant(), StaffRole.OWNER);
    assertThat(reset(shop.owner(), owner, UUID.randomUUID(), "password").code())
        .as("oneself")
        .isEqualTo("not_permitted");
    Shop elsewhere = town.shop("云杉超市", "Spruce Market");
    assertThat(
            reset(elsewhere.owner(), id(manager, "staff"), UUID.randomUUID(), "password").status())
        .isEqualTo(404);
  }

  // Operators: two agree, then a link from hand to hand.

  @Test
  void anOperatorsWayBackTakesTwoOthers() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    TestBrowser bob = town.operator(OperatorRole.COMPLIANCE);
    TestBrowser carl = town.operator(OperatorRole.FINANCE);
    String id = id(carl, "operator");
    String login = login(ann, id);

    assertThat(invite(ann, id).status()).as("nobody is reset by one").isEqualTo(404);
    Answer proposed = resetOperator(ann, id, "password");
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    assertThat(approve(ann, proposed).code()).isEqualTo("own_proposal");
    assertThat(carl.get("/v1/session").status()).as("not yet").isEqualTo(200);
    assertThat(approve(bob, proposed).status()).isEqualTo(200);
    assertThat(carl.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(town.browser("console").signIn(login, Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");

    TestBrowser fresh = town.browser("console");
    Answer half = accept(fresh, invite(ann, id));
    assertThat(half.header("Set-Cookie")).as("the authenticator is asked for").isEmpty();
    Answer whole = totp(fresh, half);
    assertThat(whole.body().at("/operator/role").asString()).isEqualTo("finance");
    assertThat(fresh.get("/v1/operations/bank-moves").status()).isEqualTo(200);
  }

  @Test
  void whoLostTheAuthenticatorTooSetsOneUpBeforeAnythingElse() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    TestBrowser bob = town.operator(OperatorRole.ADMINISTRATOR);
    String id = id(town.operator(OperatorRole.SUPPORT), "operator");
    assertThat(approve(bob, resetOperator(ann, id, "everything")).status()).isEqualTo(200);

    TestBrowser fresh = town.browser("console");
    Answer accepted = accept(fresh, invite(bob, id));
    assertThat(accepted.body().path("must_enrol").asBoolean()).isTrue();
    assertThat(fresh.get("/v1/operations/overview").status()).isEqualTo(403);
    assertThat(invite(ann, id).status()).as("who has come back is not invited").isEqualTo(404);
  }

  @Test
  void nobodyResetsThemselvesNorAgreesToTheirOwn() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    TestBrowser bob = town.operator(OperatorRole.COMPLIANCE);
    assertThat(resetOperator(ann, id(ann, "operator"), "password").code())
        .isEqualTo("not_permitted");
    Answer proposed = resetOperator(ann, id(bob, "operator"), "password");
    assertThat(approve(bob, proposed).code()).isEqualTo("own_proposal");
  }

  // Owners: nobody at the shop stands above them.

  @Test
  void anOnlyOwnersWayBackTakesTwoOperators() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    TestBrowser bob = town.operator(OperatorRole.COMPLIANCE);
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    String owner = id(shop.owner(), "staff");
    String login = shop.owner().get("/v1/session").body().at("/staff/login").asString();
    String path = "/v1/operations/merchants/" + shop.merchant().id().text() + "/owners";
    assertThat(ann.get(path).body().path("items").toString()).contains(owner).doesNotContain(login);
    assertThat(town.the(AuditTrail.class).of(shop.merchant().id().text()))
        .as("the look at a name is written down, with what it is for")
        .anySatisfy(
            entry -> {
              assertThat(entry.act()).isEqualTo("owners.view");
              assertThat(entry.actor())
                  .contains(OperatorId.parse(id(ann, "operator")).orElseThrow().value());
              assertThat(entry.reason()).contains("owner.reset");
            });

    Map<String, String> body = Map.of("lost", "everything", "reason", "CASE-7");
    assertThat(inviteOwner(ann, path, owner).status()).as("nobody is reset by one").isEqualTo(404);
    Answer proposed = ann.post(path + "/" + owner + "/reset", UUID.randomUUID(), body);
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    assertThat(approve(ann, proposed).code()).isEqualTo("own_proposal");
    assertThat(shop.owner().get("/v1/session").status()).as("not yet").isEqualTo(200);
    assertThat(approve(bob, proposed).status()).isEqualTo(200);
    assertThat(shop.owner().get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(town.browser("merchant").signIn(login, Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");

    Answer lost = inviteOwner(bob, path, owner);
    Answer link = inviteOwner(ann, path, owner);
    assertThat(accept(town.browser("merchant"), lost).code())
        .as("the last link is the only one")
        .isEqualTo("invitation_unknown");
    assertThat(accept(town.browser("merchant"), link).body().at("/staff/id").asString())
        .isEqualTo(owner);
    assertThat(inviteOwner(ann, path, owner).status()).as("has come back").isEqualTo(404);
    Answer stale = ann.post(path + "/" + owner + "/reset", UUID.randomUUID(), body);
    assertThat(stale.status()).isEqualTo(202);
  }

  /**
   * Whoever has an owner's link is the owner: an operator gets none where another owner can help.
   */
  @Test
  void nobodyTakesTheLinkOfAnOwnerWhomAnotherHasInvited() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser second = town.staff(shop.merchant(), StaffRole.OWNER);
    String id = id(second, "staff");
    prove(shop.owner());
    assertThat(reset(shop.owner(), id, UUID.randomUUID(), "password").status()).isEqualTo(201);
    String path = "/v1/operations/merchants/" + shop.merchant().id().text() + "/owners";

    assertThat(inviteOwner(ann, path, id).code()).isEqualTo("another_owner_helps");
  }

  @Test
  void nobodyResetsAnOwnerWhomAnotherCanHelp() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    TestBrowser bob = town.operator(OperatorRole.COMPLIANCE);
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    String owner = id(shop.owner(), "staff");
    String path = "/v1/operations/merchants/" + shop.merchant().id().text() + "/owners";
    Map<String, String> body = Map.of("lost", "password", "reason", "CASE-7");
    Answer before = ann.post(path + "/" + owner + "/reset", UUID.randomUUID(), body);
    assertThat(before.status()).as(before.raw().body()).isEqualTo(202);

    String other = id(town.staff(shop.merchant(), StaffRole.OWNER), "staff");
    assertThat(approve(bob, before).code()).isEqualTo("proposal_stale");
    assertThat(bob.post(path + "/" + other + "/reset", UUID.randomUUID(), body).code())
        .isEqualTo("another_owner_helps");
    assertThat(shop.owner().get("/v1/session").status()).isEqualTo(200);

    // Who cannot come in helps nobody.
    Answer lock =
        ann.post(
            "/v1/operations/locks/" + other + "/ways-in/password/lock", Map.of("reason", "CASE-7"));
    assertThat(lock.status()).isEqualTo(204);
    assertThat(approve(bob, before).status()).isEqualTo(200);
    assertThat(inviteOwner(ann, path, owner).status()).isEqualTo(201);
  }

  @Test
  void operatorsHelpOwnersOnlyAndOnlyThoseOfTheShop() {
    TestBrowser ann = town.operator(OperatorRole.ADMINISTRATOR);
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    Shop elsewhere = town.shop("云杉超市", "Spruce Market");
    String manager = id(town.staff(shop.merchant(), StaffRole.MANAGER), "staff");
    String path = "/v1/operations/merchants/" + shop.merchant().id().text() + "/owners/";
    Map<String, String> body = Map.of("lost", "password", "reason", "CASE-8");

    for (String other : List.of(manager, id(elsewhere.owner(), "staff"), "stf_x")) {
      assertThat(ann.post(path + other + "/reset", UUID.randomUUID(), body).status())
          .as(other)
          .isEqualTo(404);
    }
    assertThat(
            town.operator(OperatorRole.SUPPORT)
                .post(path + id(shop.owner(), "staff") + "/reset", UUID.randomUUID(), body)
                .code())
        .isEqualTo("not_permitted");
  }

  private static Answer inviteOwner(TestBrowser by, String path, String owner) {
    return by.post(path + "/" + owner + "/invitation", UUID.randomUUID(), Map.of());
  }

  private static Answer reset(TestBrowser by, String staff, UUID key, String lost) {
    return by.post("/v1/merchant/staff/" + staff + "/reset", key, Map.of("lost", lost));
  }

  private static Answer resetOperator(TestBrowser by, String operator, String lost) {
    return by.post(
        "/v1/operations/operators/" + operator + "/reset",
        UUID.randomUUID(),
        Map.of("lost", lost, "reason", "CASE-5"));
  }

  private static Answer invite(TestBrowser by, String operator) {
    return by.post(
        "/v1/operations/operators/" + operator + "/invitation", UUID.randomUUID(), Map.of());
  }

  private static Answer approve(TestBrowser by, Answer proposed) {
    return by.post(
        "/v1/operations/proposals/" + proposed.text("proposal_id") + "/approve",
        UUID.randomUUID(),
        Map.of("reason", "spoke to them"));
  }

  private static Answer accept(TestBrowser browser, Answer invited) {
    String token = invited.text("invitation_path").replaceFirst(".*#token=", "");
    return browser.post("/v1/invitations/accept", Map.of("token", token, "password", FRESH));
  }

  private Answer totp(TestBrowser browser, Answer half) {
    return browser.post(
        "/v1/sessions",
        Map.of(
            "method", "totp",
            "second_factor_token", half.body().at("/second_factor/token").asString(),
            "code", Totp.code(Town.SECRET, town.clock().instant().plusSeconds(30))));
  }

  private Answer signIn(SoftAuthenticator device) {
    TestBrowser browser = town.browser("merchant");
    var signed = device.sign(browser.post("/v1/passkey-challenges", Map.of()).body());
    return browser.post("/v1/sessions", Map.of("method", "passkey", "passkey", signed));
  }

  private static void prove(TestBrowser browser) {
    Answer proof =
        browser.post("/v1/session/proof", Map.of("method", "password", "secret", Town.PASSWORD));
    assertThat(proof.status()).as(proof.raw().body()).isEqualTo(200);
  }

  private static String id(TestBrowser browser, String kind) {
    return browser.get("/v1/session").body().at("/" + kind + "/id").asString();
  }

  private static String login(TestBrowser by, String operator) {
    return by.get("/v1/operations/operators")
        .body()
        .path("items")
        .valueStream()
        .filter(line -> line.path("id").asString().equals(operator))
        .findFirst()
        .orElseThrow()
        .path("login")
        .asString();
  }
}
