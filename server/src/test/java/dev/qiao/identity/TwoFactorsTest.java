package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.PasswordsAlone;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules that ship: a password alone lets nobody look. */
class TwoFactorsTest extends TownTest {
  private Shopper ming;

  @BeforeEach
  void asShipped() {
    ming = town.shopper("林小满", 0);
    rules("on_new_device", "required");
  }

  @AfterEach
  void asInOtherTests() {
    rules("if_enrolled", "if_enrolled");
  }

  @Test
  void theseAreTheRulesOfANewInstallation() {
    assertThat(town.the(PasswordsAlone.class).shipped())
        .hasSize(9)
        .allSatisfy(
            rule ->
                assertThat(rule.secondFactor())
                    .as(rule.role())
                    .isEqualTo(
                        rule.role().equals("person")
                            ? SecondFactor.ON_NEW_DEVICE
                            : SecondFactor.REQUIRED));
  }

  @Test
  void aPasswordIsEnoughWhereThePersonWasBeforeAndNowhereElse() {
    ming.browser().delete("/v1/session");
    assertThat(
            ming.browser().signIn(ming.phone(), Town.PASSWORD).body().at("/person/id").asString())
        .isEqualTo(ming.person().id().text());

    TestBrowser elsewhere = town.browser("wallet");
    Answer half = elsewhere.signIn(ming.phone(), Town.PASSWORD);
    assertThat(half.body().at("/second_factor/methods").toString()).isEqualTo("[\"code\"]");
    assertThat(half.header("Set-Cookie")).isEmpty();
    assertThat(elsewhere.get("/v1/wallet").code()).isEqualTo("session_required");

    Answer whole = showSent(elsewhere, half, ming.phone());
    assertThat(whole.body().at("/person/id").asString()).isEqualTo(ming.person().id().text());
    elsewhere.delete("/v1/session");
    assertThat(elsewhere.signIn(ming.phone(), Town.PASSWORD).header("Set-Cookie"))
        .as("known from now on")
        .isPresent();
  }

  @Test
  void aCodeToAnothersPhoneIsNotTheirs() {
    Shopper thief = town.shopper("陈知远", 0);
    TestBrowser elsewhere = town.browser("wallet");
    Answer half = elsewhere.signIn(ming.phone(), Town.PASSWORD);
    Answer stolen = showSent(elsewhere, half, thief.phone());
    assertThat(stolen.code()).isEqualTo("factor_wrong");
    assertThat(elsewhere.get("/v1/wallet").code()).isEqualTo("session_required");
  }

  @Test
  void aCodeIsGuessedFiveTimesAtMost() {
    TestBrowser elsewhere = town.browser("wallet");
    Answer half = elsewhere.signIn(ming.phone(), Town.PASSWORD);
    String id = send(elsewhere, ming.phone());
    String right = elsewhere.lastCode(ming.phone());
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int left = 4; left >= 0; left--) {
      Answer refused = show(elsewhere, half, id, wrong);
      assertThat(refused.code()).isEqualTo("factor_wrong");
      assertThat(refused.body().at("/parameters/attempts_left").asInt()).isEqualTo(left);
    }
    assertThat(show(elsewhere, half, id, right).code()).isEqualTo("sign_in_expired");
  }

  @Test
  void aCodeDoesNotStandInForASecondFactorThatIsNotAskedOf() {
    TestBrowser elsewhere = town.browser("wallet");
    Answer byCode = elsewhere.signInByCode(ming.phone());
    assertThat(showSent(elsewhere, byCode, ming.phone()).code())
        .as("two codes are one factor")
        .isEqualTo("factor_wrong");
  }

  @Test
  void staffSetUpASecondFactorBeforeTheyLook() {
    var shop = town.shop("山岚咖啡", "Mist Coffee");
    Answer opened = town.browser("merchant").signIn(shop.login(), Town.PASSWORD);
    assertThat(opened.body().path("must_enrol").asBoolean()).isTrue();
    TestBrowser till = town.browser("merchant");
    till.signIn(shop.login(), Town.PASSWORD);
    assertThat(till.get("/v1/merchant").code()).isEqualTo("second_factor_required");
  }

  @Test
  void onlyPeopleAreReachedByACode() {
    assertThatThrownBy(
            () ->
                town.the(JdbcClient.class)
                    .sql(
                        "update identity.factor_policy set second_factor = 'on_new_device'"
                            + " where role = 'cashier'")
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private Answer showSent(TestBrowser browser, Answer half, String phone) {
    return show(browser, half, send(browser, phone), browser.lastCode(phone));
  }

  private static String send(TestBrowser browser, String phone) {
    return browser
        .post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in"))
        .text("code_id");
  }

  private static Answer show(TestBrowser browser, Answer half, String id, String code) {
    Map<String, String> shown = new HashMap<>();
    shown.put("method", "code");
    shown.put("second_factor_token", half.body().at("/second_factor/token").asString());
    shown.put("code_id", id);
    shown.put("code", code);
    return browser.post("/v1/sessions", shown);
  }

  private void rules(String people, String staff) {
    JdbcClient db = town.the(JdbcClient.class);
    db.sql("update identity.factor_policy set second_factor = ? where role = 'person'")
        .param(people)
        .update();
    db.sql(
            "update identity.factor_policy set second_factor = ?"
                + " where role in ('owner', 'manager', 'cashier')")
        .param(staff)
        .update();
  }
}
