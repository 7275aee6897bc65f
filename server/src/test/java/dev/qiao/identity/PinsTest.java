package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PinsTest {
  private static final String PIN = "274916";
  private static final String OTHER = "830174";
  private static final String PASSWORD = "bridge-over-water";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Pins pins;
  @Autowired private AuditTrail audit;
  @Autowired private PlatformClock clock;
  @Autowired private JdbcClient db;

  private static int numbers;
  private String phone;
  private Person person;

  @BeforeEach
  void register() {
    phone = String.format("137%08d", ++numbers * 7919);
    person =
        switch (people.register(Phone.parse(phone).orElseThrow(), "林小满", Optional.of(PASSWORD))) {
          case Registration.Registered(Person registered) -> registered;
          case Registration other -> throw new AssertionError(other);
        };
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void isVerifiedOnceSet() {
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.NotSet());
    assertThat(pins.setFirst(person, PIN)).isEqualTo(new Pins.PinSetting.PinSet());
    assertThat(pins.setFirst(person, OTHER)).isEqualTo(new Pins.PinSetting.AlreadySet());
    assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Wrong(4));
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
    assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Wrong(4));
  }

  @Test
  void cannotBeGuessedFromTheDatabaseAlone() {
    pins.setFirst(person, PIN);
    String hash = hash();
    assertThat(new Hashes().matches(PIN, hash)).isFalse();

    // As one was kept before there was a key.
    String bare = new Hashes().hash(PIN);
    db.sql("update identity.pin set hash = ?, peppered = false where person = ?")
        .params(bare, person.id().value())
        .update();
    assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Wrong(4));
    assertThat(hash()).isEqualTo(bare);
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
    assertThat(hash()).isNotEqualTo(bare);
    assertThat(new Hashes().matches(PIN, hash())).isFalse();
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
  }

  private String hash() {
    return db.sql("select hash from identity.pin where person = ?")
        .params(person.id().value())
        .query(String.class)
        .single();
  }

  @Test
  void locksForLongerEachTime() {
    pins.setFirst(person, PIN);
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    for (int minutes : new int[] {15, 30, 60}) {
      clock.stand(now);
      for (int left = 4; left > 0; left--) {
        assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Wrong(left));
      }
      Instant until = now.plus(Duration.ofMinutes(minutes));
      assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Locked(until));
      assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Locked(until));
      now = until.plusSeconds(1);
    }
    clock.stand(now);
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
    assertThat(audit.of(person.id().text()))
        .filteredOn(entry -> entry.act().equals("pin.locked"))
        .hasSize(3);
  }

  @Test
  void keepsLockingHoweverOftenItWasTried() {
    pins.setFirst(person, PIN);
    db.sql("update identity.pin set tries = 1000 where person = ?")
        .params(person.id().value())
        .update();
    Instant now = Instant.parse("2026-10-01T12:00:00Z");
    for (int day = 0; day < 2; day++) {
      clock.stand(now);
      for (int left = 4; left > 0; left--) {
        assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Wrong(left));
      }
      now = now.plus(Duration.ofHours(24));
      assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Locked(now));
    }
  }

  @Test
  void looksAtFiveTriesHoweverManyComeAtOnce() throws Exception {
    pins.setFirst(person, PIN);

    List<PinCheck> checks = InParallel.times(20, n -> pins.verify(person.id(), OTHER));

    assertThat(checks).filteredOn(check -> check instanceof PinCheck.Wrong).hasSize(4);
    assertThat(checks).filteredOn(check -> check instanceof PinCheck.Locked).hasSize(16);
    assertThat(pins.verify(person.id(), PIN)).isInstanceOf(PinCheck.Locked.class);
  }

  @Test
  void isChangedByTheOldOneOrByACode() {
    TestBrowser wallet = new TestBrowser(port, "wallet");
    wallet.signIn(phone, PASSWORD);
    assertThat(wallet.put("/v1/me/pin", Map.of("pin", "12345")).code()).isEqualTo("field_invalid");
    assertThat(wallet.put("/v1/me/pin", Map.of("pin", "123456")).code())
        .isEqualTo("pin_too_simple");
    Answer set = wallet.put("/v1/me/pin", Map.of("pin", PIN));
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body().path("has_pin").asBoolean()).isTrue();

    assertThat(wallet.put("/v1/me/pin", Map.of("pin", OTHER)).code()).isEqualTo("pin_required");
    Answer wrong = wallet.put("/v1/me/pin", Map.of("pin", OTHER, "current_pin", OTHER));
    assertThat(wrong.code()).isEqualTo("pin_wrong");
    assertThat(wrong.body().path("parameters").path("attempts_left").asInt()).isEqualTo(4);
    assertThat(wallet.put("/v1/me/pin", Map.of("pin", OTHER, "current_pin", PIN)).status())
        .isEqualTo(200);
    assertThat(pins.verify(person.id(), OTHER)).isEqualTo(new PinCheck.Verified());

    Answer sent = wallet.post("/v1/one-time-codes", Map.of("purpose", "reset_pin"));
    String code = wallet.lastCode(phone);
    Answer bySignIn =
        wallet.post(
            "/v1/sessions",
            Map.of("method", "code", "code_id", sent.text("code_id"), "code", code));
    assertThat(bySignIn.code()).isEqualTo("code_expired");
    Answer reset =
        wallet.put("/v1/me/pin", Map.of("pin", PIN, "code_id", sent.text("code_id"), "code", code));
    assertThat(reset.status()).isEqualTo(200);
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
  }

  @Test
  void aCodeToAnotherPhoneChangesNothing() {
    TestBrowser wallet = new TestBrowser(port, "wallet");
    wallet.signIn(phone, PASSWORD);
    wallet.put("/v1/me/pin", Map.of("pin", PIN));
    TestBrowser thief = new TestBrowser(port, "wallet");
    String thiefsPhone = "136" + phone.substring(3);
    thief.signUp(thiefsPhone, "Eve");
    String id = thief.post("/v1/one-time-codes", Map.of("purpose", "reset_pin")).text("code_id");

    Answer answer =
        wallet.put(
            "/v1/me/pin",
            Map.of("pin", OTHER, "code_id", id, "code", wallet.lastCode(thiefsPhone)));

    assertThat(answer.code()).isEqualTo("code_expired");
    assertThat(pins.verify(person.id(), PIN)).isEqualTo(new PinCheck.Verified());
  }

  @Test
  void aCodeForAPinNeedsASession() {
    assertThat(
            new TestBrowser(port, "wallet")
                .post("/v1/one-time-codes", Map.of("purpose", "reset_pin"))
                .code())
        .isEqualTo("session_required");
  }
}
