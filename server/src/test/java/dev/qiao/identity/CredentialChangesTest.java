package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shopper;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changed about how a wallet is opened is remembered, and so is who has to hear of it. */
class CredentialChangesTest extends TownTest {
  private Shopper ming;
  private UUID person;
  private CredentialChanges changes;
  private Instant before;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
    person = ming.person().id().value();
    changes = town.the(CredentialChanges.class);
    before = town.clock().instant().minus(Duration.ofMinutes(1));
  }

  @Test
  void theFirstDeviceIsNoNewOneAndTheSecondIs() {
    assertThat(changes.since(person, before)).isEmpty();
    new Shopper(ming.person(), town.browser("wallet")).signIn();
    assertThat(changes.since(person, before)).containsExactly(CredentialChange.DEVICE_ADDED);
  }

  @Test
  void passwordAndPinAreRemembered() {
    Map<String, String> password =
        Map.of("password", "another-bridge-of-stone", "current_password", Town.PASSWORD);
    assertThat(ming.browser().put("/v1/password", password).status()).isEqualTo(204);
    assertThat(ming.browser().put("/v1/me/pin", Map.of("pin", "830174", "current_pin", Town.PIN)))
        .matches(answer -> answer.status() == 200);
    assertThat(changes.since(person, before))
        .containsExactlyInAnyOrder(CredentialChange.PASSWORD_CHANGED, CredentialChange.PIN_CHANGED);
    assertThat(changes.last(person, CredentialChange.PIN_CHANGED)).isPresent();
  }

  @Test
  void aNumberThatIsNotTheirsAnyMoreStillHearsOfItForAWeek() {
    Phone old = Phone.parse("13900000001").orElseThrow();
    changes.record(ming.person().id(), CredentialChange.PHONE_CHANGED, List.of(old));
    ContactBook contacts = town.the(ContactBook.class);
    assertThat(contacts.recipientsOfWarnings(ming.person().id()))
        .extracting(to -> to.address())
        .containsExactly(ming.phone(), old.e164());
    assertThat(town.the(Safety.class).codeCounts(person)).isFalse();
    // Moved in the rows: ids made a week ahead would pull all later ones there.
    town.the(JdbcClient.class)
        .sql("update identity.former_contact set until = until - interval '8 days'")
        .update();
    town.the(JdbcClient.class)
        .sql("update identity.credential_change set at = at - interval '8 days'")
        .update();
    assertThat(contacts.recipientsOfWarnings(ming.person().id()))
        .extracting(to -> to.address())
        .containsExactly(ming.phone());
    assertThat(town.the(Safety.class).codeCounts(person)).isTrue();
  }

  @Test
  void nobodyOfThatIdHasNoContacts() {
    assertThat(town.the(ContactBook.class).recipientsOfWarnings(new PersonId(UUID.randomUUID())))
        .isEmpty();
  }

  @Test
  void aRemovedEmailStillHearsOfItUnlessItIsSomebodyElsesByNow() {
    Email theirs = Email.parse("before-" + UUID.randomUUID() + "@example.org").orElseThrow();
    ContactBook contacts = town.the(ContactBook.class);
    changes.record(ming.person().id(), CredentialChange.EMAIL_REMOVED, List.of(theirs));
    assertThat(contacts.former(ming.person().id())).containsExactly(theirs);
    contacts.add(town.shopper("陈知远", 0).person().id(), theirs);
    assertThat(contacts.former(ming.person().id())).isEmpty();
  }

  @Test
  void afterARecoveryEveryDeviceIsNewAndItsHistoryStays() {
    Caller caller =
        new Caller(
            App.WALLET,
            Caller.Kind.PERSON,
            person,
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            "test");
    assertThat(town.the(Safety.class).onNewDevice(caller)).isFalse();
    changes.record(person, CredentialChange.PIN_RESET);
    changes.record(person, CredentialChange.RECOVERED);
    town.the(HeldFactorTables.class).forget(person);
    assertThat(town.the(Safety.class).onNewDevice(caller)).isTrue();
    assertThat(town.the(Safety.class).signals(person))
        .containsExactlyInAnyOrder(CredentialChange.PIN_RESET, CredentialChange.RECOVERED);
  }
}
