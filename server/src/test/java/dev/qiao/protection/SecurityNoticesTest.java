package dev.qiao.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shopper;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.CredentialChange;
import dev.qiao.identity.CredentialChanges;
import dev.qiao.identity.Phone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever changes about how a wallet is opened, its person hears of it, with a link that freezes.
 */
class SecurityNoticesTest extends TownTest {
  private Shopper ming;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
  }

  @Test
  void eachChangeIsToldWithALinkOfItsOwn() {
    Set<String> links = new HashSet<>();
    for (CredentialChange what : CredentialChange.values()) {
      if (what != CredentialChange.PIN_SET) {
        town.the(CredentialChanges.class).record(ming.person().id().value(), what);
        JsonNode told = told(ming.phone());
        assertThat(told.path("what").asString()).isEqualTo(what.text());
        links.add(told.path("link").asString());
      }
    }
    assertThat(links).hasSize(CredentialChange.values().length - 1);
  }

  @Test
  void aNewDeviceIsTold() {
    new Shopper(ming.person(), town.browser("wallet")).signIn();
    assertThat(told(ming.phone()).path("what").asString()).isEqualTo("device_added");
  }

  @Test
  void theFirstPinIsNoNews() {
    town.the(CredentialChanges.class).record(ming.person().id().value(), CredentialChange.PIN_SET);
    assertThat(told(ming.phone()).isMissingNode()).isTrue();
  }

  @Test
  void aThiefWhoChangedTheNumberCannotKeepItFromThem() {
    String old = "137" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
    town.the(CredentialChanges.class)
        .record(
            ming.person().id(),
            CredentialChange.PHONE_CHANGED,
            List.of(Phone.parse(old).orElseThrow()));
    JsonNode told = told("+86" + old);
    assertThat(told.path("what").asString()).isEqualTo("phone_changed");
    String token = told.path("link").asString();
    token = token.substring(token.indexOf('#') + 1);
    assertThat(town.browser("wallet").post("/v1/freeze-links/use", Map.of("token", token)).status())
        .isEqualTo(204);
    assertThat(ming.browser().get("/v1/wallet/freeze").body().path("frozen").asBoolean()).isTrue();
  }

  @Test
  void theCheckUpShowsWhatHappened() {
    ming.browser().put("/v1/me/pin", Map.of("pin", "830174", "current_pin", Town.PIN));
    JsonNode checkUp = ming.browser().get("/v1/me/check-up").body();
    assertThat(checkUp.path("has_password").asBoolean()).isTrue();
    assertThat(checkUp.path("password_stands_alone").asBoolean()).isTrue();
    assertThat(checkUp.path("sessions").asInt()).isEqualTo(1);
    assertThat(checkUp.at("/contacts/0/masked").asString()).contains("****");
    assertThat(checkUp.at("/contacts/0/settled").asBoolean()).isTrue();
    assertThat(checkUp.at("/events/0/act").asString()).isEqualTo("pin.set");
    assertThat(checkUp.at("/events/0/own").asBoolean()).isTrue();
    town.the(CredentialChanges.class)
        .record(ming.person().id().value(), CredentialChange.PHONE_CHANGED);
    assertThat(ming.browser().get("/v1/me/check-up").body().at("/contacts/0/settled").asBoolean())
        .isFalse();
  }

  private JsonNode told(String phone) {
    return town.browser("wallet").message(phone, "security_notice");
  }
}
