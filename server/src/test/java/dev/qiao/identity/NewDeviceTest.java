package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has the phone number alone has nothing. */
class NewDeviceTest extends TownTest {
  private static final long LIMIT = 1_000_00;
  private static final String ANY = "[\"pin\",\"password\",\"totp\",\"recovery_code\",\"passkey\"]";

  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 5_000_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aCodeAloneOpensAWalletWhereItsOwnerWasBefore() {
    ming.browser().delete("/v1/session");
    assertThat(ming.browser().signInByCode(ming.phone()).body().at("/person/id").asString())
        .isEqualTo(ming.person().id().text());
  }

  @Test
  void elsewhereItNeedsWhatAThiefDoesNotHave() {
    TestBrowser other = town.browser("wallet");
    Answer half = other.signInByCode(ming.phone());
    assertThat(half.body().at("/second_factor/methods").toString()).isEqualTo(ANY);
    assertThat(other.get("/v1/wallet").code()).isEqualTo("session_required");

    assertThat(show(other, half, "pin", "971350").code()).isEqualTo("factor_wrong");
    assertThat(show(other, half, "totp", "000000").code()).isEqualTo("factor_wrong");
    assertThat(show(other, half, "pin", Town.PIN).status()).isEqualTo(201);
    other.delete("/v1/session");
    assertThat(other.signInByCode(ming.phone()).body().at("/person").isNull())
        .as("known from now on")
        .isFalse();
  }

  @Test
  void aPasswordSecondIsNoSecondToAPassword() {
    town.the(Authenticators.class).adopt(ming.person().id().value(), Town.SECRET);
    TestBrowser other = town.browser("wallet");
    Answer half = other.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(other, half, "password", Town.PASSWORD).code()).isEqualTo("factor_wrong");
    assertThat(show(other, half, "pin", Town.PIN).code()).isEqualTo("factor_wrong");

    Answer byPhone = other.signInByCode(ming.phone());
    assertThat(byPhone.body().at("/second_factor/methods").toString()).isEqualTo(ANY);
    Answer more = show(other, byPhone, "pin", Town.PIN);
    assertThat(more.body().at("/person").isNull()).as("the authenticator guards it").isTrue();
    assertThat(more.body().at("/second_factor/methods").toString())
        .isEqualTo("[\"totp\",\"recovery_code\"]");
    assertThat(show(other, more, "password", Town.PASSWORD).code()).isEqualTo("factor_wrong");
    assertThat(show(other, more, "totp", Totp.code(Town.SECRET, town.clock().instant())).status())
        .isEqualTo(201);
    assertThat(other.get("/v1/wallet").status()).isEqualTo(200);
  }

  @Test
  void whoHasNothingElseDoesNotComeInByTheNumberAlone() {
    String phone =
        "134" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
    TestBrowser own = town.browser("wallet");
    own.signUp(phone, "新人");
    own.delete("/v1/session");

    TestBrowser other = town.browser("wallet");
    Answer half = other.signInByCode(phone);
    assertThat(half.body().at("/person").isNull()).isTrue();
    assertThat(show(other, half, "pin", Town.PIN).code()).isEqualTo("factor_wrong");
    assertThat(other.get("/v1/wallet").code()).isEqualTo("session_required");
    assertThat(own.signInByCode(phone).status()).isEqualTo(201);
  }

  @Test
  void anothersDeviceIsANewOne() {
    Shopper thief = town.shopper("周宁", 0);
    thief.browser().delete("/v1/session");
    assertThat(thief.browser().signInByCode(ming.phone()).body().at("/person").isNull()).isTrue();
  }

  @Test
  void aNewDeviceMovesLittleMoneyForADay() {
    Shopper elsewhere = elsewhere();
    String first = elsewhere.begin(cafe.code(), 600_00).text("id");
    assertThat(elsewhere.confirm(first, 600_00).status()).isEqualTo(200);
    String second = elsewhere.begin(cafe.code(), 401_00).text("id");
    Answer refused = elsewhere.ask(second);
    assertThat(refused.code()).isEqualTo("new_device_limit");
    assertThat(refused.body().at("/parameters/limit").asLong()).isEqualTo(LIMIT);

    assertThat(ming.ask(ming.begin(cafe.code(), 2_000_00).text("id")).status())
        .as("the old device")
        .isEqualTo(201);
    // Moved in the row: ids made a day ahead would pull all later ones there.
    town.the(JdbcClient.class)
        .sql("update identity.session set cooling_until = cooling_until - interval '24 hours'")
        .update();
    assertThat(elsewhere.ask(elsewhere.begin(cafe.code(), 2_000_00).text("id")).status())
        .isEqualTo(201);
  }

  @Test
  void manyAtOnceAddUp() {
    Shopper elsewhere = elsewhere();
    List<String> payments =
        InParallel.times(8, n -> elsewhere.begin(cafe.code(), 300_00).text("id"));
    List<Answer> asked = InParallel.times(8, n -> elsewhere.ask(payments.get(n)));
    assertThat(asked).filteredOn(answer -> answer.status() == 201).hasSize(3);
  }

  @Test
  void aPinSetByACodeCoolsTheWallet() {
    Answer sent = ming.browser().post("/v1/one-time-codes", Map.of("purpose", "reset_pin"));
    Answer changed =
        ming.browser()
            .put(
                "/v1/me/pin",
                Map.of(
                    "pin",
                    "830174",
                    "code_id",
                    sent.text("code_id"),
                    "code",
                    ming.browser().lastCode(ming.phone())));
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    assertThat(ming.ask(ming.begin(cafe.code(), LIMIT + 1).text("id")).code())
        .isEqualTo("new_device_limit");
    assertThat(ming.ask(ming.begin(cafe.code(), LIMIT).text("id")).status()).isEqualTo(201);
  }

  /** The same person in another browser. */
  private Shopper elsewhere() {
    Shopper other = new Shopper(ming.person(), town.browser("wallet"));
    other.signIn();
    return other;
  }

  private static Answer show(TestBrowser browser, Answer half, String method, String code) {
    return browser.post(
        "/v1/sessions",
        Map.of(
            "method",
            method,
            "second_factor_token",
            half.body().at("/second_factor/token").asString(),
            "code",
            code));
  }
}
