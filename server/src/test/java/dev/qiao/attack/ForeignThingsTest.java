package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.Deed;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Reviews;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Other people's things do not exist, on every path and in every field that names one. */
class ForeignThingsTest extends TownTest {
  /** Named by a secret: whoever has it may see it. Operators see all that they may ask for. */
  private static final List<String> NOBODYS =
      List.of(
          "GET /v1/one-time-codes/{id}",
          "PUT /v1/me/consents/{purpose}",
          // A kind of document, of whoever asks.
          "PUT /v1/verification/documents/{kind}",
          "DELETE /v1/verification/documents/{kind}",
          "PUT /v1/merchant/verification/documents/{kind}",
          "DELETE /v1/merchant/verification/documents/{kind}");

  /** A code's id says nothing without the code; a credential has its id from whoever made it. */
  private static final List<String> NOBODYS_FIELDS =
      List.of("code_id", "present_code_id", "credential_id");

  /** Whose a thing is, and the browser that may see it. */
  private record Thing(String id, TestBrowser owner) {}

  private final Map<String, Thing> things = new HashMap<>();
  private Shop cafe;

  @BeforeEach
  void own() {
    Shopper ming = town.shopper("林小满", 500_00);
    Shopper chen = town.shopper("陈知远", 0);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    String bank = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    String paid = ming.pay(cafe, 20_00);
    mine(ming.browser(), "/v1/activities/{id}", paid);
    mine(ming.browser(), "/v1/payments/{id}", ming.begin(cafe.code(), 5_00).text("id"));
    mine(ming.browser(), "/v1/transfers/{id}", ming.beginTransfer(chen, 5_00).text("id"));
    mine(ming.browser(), "/v1/top-ups/{id}", move(ming, "/v1/top-ups", bank));
    mine(ming.browser(), "/v1/withdrawals/{id}", move(ming, "/v1/withdrawals", bank));
    mine(ming.browser(), "/v1/held-movements/{id}", held(ming, chen));
    mine(cafe.owner(), "/v1/merchant/payments/{id}", paid);
    mine(cafe.owner(), "/v1/merchant/stores/{id}", cafe.store());
    mine(
        cafe.owner(),
        "/v1/merchant/staff/{id}",
        cafe.owner().get("/v1/session").body().at("/staff/id").asString());
    mine(ming.browser(), "linked_account_id", bank);
    mine(ming.browser(), "payee_id", payee(ming, chen));
    mine(cafe.owner(), "store_id", cafe.store());
    String begun = ming.begin(cafe.code(), 5_00).text("id");
    mine(ming.browser(), "confirmation_id", ming.ask(begun).text("id"));
    mine(ming.browser(), "/v1/me/emails/{id}", email(ming));
    mine(ming.browser(), "/v1/passkeys/{id}", passkey(ming));
    mine(ming.browser(), "challenge_id", challenge(ming).path("challenge_id").asString());
    // The last: whoever adds a passkey has another session afterwards.
    mine(ming.browser(), "/v1/sessions/{id}", ming.browser().get("/v1/session").text("id"));
  }

  private void mine(TestBrowser owner, String where, String id) {
    assertThat(id).as(where).isNotEmpty();
    things.put(where, new Thing(id, owner));
  }

  private static String move(Shopper who, String path, String bank) {
    Map<String, Object> order = Map.of("linked_account_id", bank, "amount", Town.cny(1_00));
    Map<String, Object> body = new HashMap<>(order);
    if (path.endsWith("withdrawals")) {
      body.put("confirmation_id", who.browser().post(path + "/confirmation", order).text("id"));
      body.put("pin", Town.PIN);
    }
    return who.browser().post(path, UUID.randomUUID(), body).text("id");
  }

  /** A transfer that waits for its payer's second word. */
  private String held(Shopper who, Shopper payee) {
    UUID id = town.the(Ids.class).next();
    var deed =
        new Deed(
            who.beginTransfer(payee, 5_00).text("id"),
            Money.of(5_00, Unit.of("CNY")),
            payee.person().id().text());
    Instant now = town.clock().instant();
    town.the(Reviews.class)
        .store(
            new Reviews.Review(
                id,
                who.person().id().value(),
                UUID.randomUUID(),
                deed,
                List.of("new_device"),
                now,
                now.plus(Duration.ofDays(3))));
    return new TypeId("hld", id).toString();
  }

  private String passkey(Shopper who) {
    var made = new SoftAuthenticator(town.origin()).register(challenge(who), "Phone");
    return who.browser().post("/v1/passkeys", made).text("id");
  }

  private static String email(Shopper who) {
    String address = "foreign-" + who.phone() + "@example.com";
    String sent =
        who.browser()
            .post("/v1/one-time-codes", Map.of("email", address, "purpose", "add_contact"))
            .text("code_id");
    String code = who.browser().lastCode(address);
    return who.browser()
        .post("/v1/me/emails", Map.of("code_id", sent, "code", code))
        .body()
        .at("/emails/0/id")
        .asString();
  }

  private static JsonNode challenge(Shopper who) {
    return who.browser().post("/v1/passkeys/challenges", Map.of()).body();
  }

  private static String payee(Shopper who, Shopper payee) {
    return who.browser().post("/v1/payees", Map.of("phone", payee.phone())).text("payee_id");
  }

  @Test
  void everyPathThatNamesAThingHasOneHereThatItsOwnerSees() {
    List<Operation> naming = naming().toList();
    assertThat(naming).isNotEmpty();
    for (Operation operation : naming) {
      Thing thing = thing(operation);
      if (!operation.isUnsafe()) {
        Answer answer = thing.owner().get(operation.at(thing.id()));
        assertThat(answer.status()).as("%s by its owner", operation).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStrangerOfAnyRoleSeesAndChangesNothing(Role role) {
    TestBrowser stranger = role.enter(town, town.shop("别家", "Other"));
    naming()
        .forEach(
            operation -> {
              Thing thing = thing(operation);
              Answer theirs = ask(stranger, operation, thing.id());
              Answer nothing = ask(stranger, operation, like(thing.id()));
              assertThat(theirs.status())
                  .as("%s by %s: %s", operation, role, theirs.raw().body())
                  .isIn(401, 403, 404);
              assertThat(theirs.status() + theirs.code())
                  .as("%s by %s tells that it exists", operation, role)
                  .isEqualTo(nothing.status() + nothing.code());
            });
  }

  @Test
  void aFieldThatNamesAThingOfSomebodyElseNamesNothing() {
    TestBrowser person = Role.PERSON.enter(town, cafe);
    TestBrowser owner = Role.OWNER.enter(town, town.shop("别家", "Other"));
    int tried = 0;
    for (Operation operation : Api.operations()) {
      if (!operation.takesBody()) {
        continue;
      }
      for (String field : Api.example(operation).propertyNames()) {
        if (!field.endsWith("_id") || NOBODYS_FIELDS.contains(field)) {
          continue;
        }
        Thing thing = things.get(field);
        assertThat(thing).as("%s takes a %s: own one here", operation, field).isNotNull();
        TestBrowser stranger = operation.path().startsWith("/v1/merchant") ? owner : person;
        Answer theirs = fill(stranger, operation, field, thing.id());
        Answer nothing = fill(stranger, operation, field, like(thing.id()));
        assertThat(theirs.status()).as(theirs.raw().body()).isBetween(400, 422);
        assertThat(theirs.status() + theirs.code())
            .as("%s: %s", operation, field)
            .isEqualTo(nothing.status() + nothing.code());
        tried++;
      }
    }
    assertThat(tried).isPositive();
  }

  private static Stream<Operation> naming() {
    return Api.operations().stream()
        .filter(operation -> !operation.parameters().isEmpty())
        .filter(operation -> !operation.path().startsWith("/v1/operations/"))
        .filter(operation -> !NOBODYS.contains(operation.toString()));
  }

  private Thing thing(Operation operation) {
    String path = operation.path();
    Thing thing = things.get(path.substring(0, path.indexOf('}') + 1));
    assertThat(thing).as("%s names a thing: own one here", operation).isNotNull();
    return thing;
  }

  /** An id of the same kind that is nobody's. */
  private static String like(String id) {
    return new TypeId(id.substring(0, id.indexOf('_')), UUID.randomUUID()).toString();
  }

  private static Answer ask(TestBrowser browser, Operation operation, String id) {
    String body = operation.takesBody() ? Api.example(operation).toString() : "";
    return browser.send(operation.on(browser.write(operation.at(id)), body));
  }

  private static Answer fill(TestBrowser browser, Operation operation, String field, String id) {
    ObjectNode body = Api.example(operation);
    body.put(field, id);
    // Optional words are left out: they could be refused for themselves.
    body.remove(List.of("note", "order_reference"));
    return browser.send(operation.on(browser.write(operation.atNothing()), body.toString()));
  }
}
