package dev.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.FreshDatabase;
import dev.qiao.GatewayStub;
import dev.qiao.QiaoServer;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation that is no demo, with two SMS gateways. */
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "qiao.demo=false")
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class CodeDeliveryTest {
  private static final GatewayStub FIRST = new GatewayStub();
  private static final GatewayStub SECOND = new GatewayStub();
  private static int phones;

  @LocalServerPort private int port;
  @Autowired private JdbcClient db;
  @Autowired private ChannelHealth health;
  @Autowired private Notices notices;
  @Autowired private MessageTables messages;
  @Autowired private MessageSeal seal;
  @Autowired private TransactionTemplate transaction;
  private TestBrowser browser;
  private String phone;

  @DynamicPropertySource
  static void gateways(DynamicPropertyRegistry settings) {
    gateway(settings, 0, "main", FIRST);
    gateway(settings, 1, "backup", SECOND);
  }

  private static void gateway(
      DynamicPropertyRegistry settings, int number, String name, GatewayStub stub) {
    String prefix = "qiao.notice.sms[" + number + "].";
    settings.add(prefix + "name", () -> name);
    settings.add(prefix + "url", stub::url);
    settings.add(prefix + "headers.authorization", () -> "Bearer s3cret");
    settings.add(prefix + "body", () -> "{\"to\":\"{phone}\",\"code\":\"{code}\"}");
    settings.add(prefix + "accepted-at", () -> "/Code");
    settings.add(prefix + "accepted", () -> "OK");
    settings.add(prefix + "answer-within", () -> "PT1S");
  }

  @BeforeEach
  void newcomer() {
    FIRST.reset();
    SECOND.reset();
    health.worked("main");
    health.worked("backup");
    db.sql("delete from identity.attempt").update();
    browser = new TestBrowser(port, "wallet");
    phone = "+86139%08d".formatted(++phones);
  }

  @AfterAll
  static void close() {
    FIRST.close();
    SECOND.close();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void somebodySignsUpByACodeThatAGatewayCarried(CapturedOutput log) {
    assertThat(browser.get("/v1/platform").body().path("code_delivery").asBoolean()).isTrue();
    Answer sent = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(ends(sent)).isEqualTo("sent");
    assertThat(FIRST.asked()).hasSize(1);
    assertThat(FIRST.asked().getFirst().body().path("to").asString()).isEqualTo(phone);
    String code = FIRST.asked().getFirst().body().path("code").asString();
    Answer proved =
        browser.post(
            "/v1/sessions",
            Map.of("method", "code", "code_id", sent.text("code_id"), "code", code));
    Answer person =
        browser.post(
            "/v1/people", Map.of("sign_up_token", proved.text("sign_up_token"), "name", "林小满"));
    assertThat(person.status()).as(person.raw().body()).isEqualTo(201);
    assertThat(SECOND.asked()).isEmpty();
    assertThat(log.getAll()).doesNotContain(code, phone.substring(3), "s3cret");
  }

  @Test
  void aChannelThatRefusesIsFollowedByTheNext() {
    FIRST.behaves(GatewayStub.status(503, ""));
    Answer sent = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(ends(sent)).isEqualTo("sent");
    assertThat(FIRST.asked()).hasSize(1);
    assertThat(SECOND.asked()).hasSize(1);
  }

  @Test
  void aChannelThatDoesNotSayIsNotFollowedByAnotherButTheOtherIsOffered() {
    FIRST.behaves(FIRST.silent());
    Answer sent = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(ends(sent)).isEqualTo("unknown");
    assertThat(SECOND.asked()).isEmpty();
    assertThat(delivery(sent).body().at("/other_channels/0").asString()).isEqualTo("backup");

    Answer same = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(same.text("code_id")).isEqualTo(sent.text("code_id"));
    Answer other = send(Map.of("phone", phone, "purpose", "sign_in", "via", "backup"));
    assertThat(other.text("code_id")).isNotEqualTo(sent.text("code_id"));
    assertThat(ends(other)).isEqualTo("sent");
    assertThat(FIRST.asked()).hasSize(1);
    assertThat(SECOND.asked()).hasSize(1);
    assertThat(SECOND.asked().getFirst().body().path("code"))
        .as("another code, not the same one twice")
        .isNotEqualTo(FIRST.asked().getFirst().body().path("code"));
  }

  @Test
  void aCodeThatDidNotLeaveMayBeAskedForAgainAtOnce() {
    FIRST.behaves(GatewayStub.status(200, "{\"Code\":\"LIMIT\"}"));
    SECOND.behaves(GatewayStub.status(401, ""));
    Answer sent = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(ends(sent)).isEqualTo("failed");
    FIRST.reset();
    Answer again = send(Map.of("phone", phone, "purpose", "sign_in"));
    assertThat(again.text("code_id")).isNotEqualTo(sent.text("code_id"));
    assertThat(ends(again)).isEqualTo("sent");
  }

  @Test
  void channelsThatFailAreSaidToAndTriedLast() {
    FIRST.behaves(GatewayStub.status(429, ""));
    for (int i = 0; i < 3; i++) {
      phone = "+86139%08d".formatted(++phones);
      ends(send(Map.of("phone", phone, "purpose", "sign_in")));
    }
    assertThat(troubled()).isFalse();
    FIRST.asked().clear();
    phone = "+86139%08d".formatted(++phones);
    ends(send(Map.of("phone", phone, "purpose", "sign_in")));
    assertThat(FIRST.asked()).as("left alone while the other works").isEmpty();

    SECOND.behaves(GatewayStub.status(429, ""));
    for (int i = 0; i < 3; i++) {
      phone = "+86139%08d".formatted(++phones);
      ends(send(Map.of("phone", phone, "purpose", "sign_in")));
    }
    assertThat(troubled()).isTrue();
    SECOND.reset();
    phone = "+86139%08d".formatted(++phones);
    ends(send(Map.of("phone", phone, "purpose", "sign_in", "via", "backup")));
    assertThat(troubled()).isFalse();
  }

  @Test
  void whatWaitsInTheDatabaseIsSealedAndForgottenAfterwards() {
    FIRST.behaves(FIRST.silent());
    Answer sent = send(Map.of("phone", phone, "purpose", "sign_in"));
    until(() -> FIRST.asked().size() == 1);
    String code = FIRST.asked().getFirst().body().path("code").asString();
    List<String> rows = rows();
    assertThat(rows).anySatisfy(row -> assertThat(row).contains("sending"));
    assertThat(rows)
        .noneSatisfy(row -> assertThat(row).containsAnyOf(phone.substring(1), "\"" + code + "\""));
    ends(sent);
    assertThat(
            db.sql(
                    "select count(*) from notice.message where ended_at is not null and sealed is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatAnInstanceThatIsGoneLeftWaitingIsSentByAnother() {
    UUID id = UUID.randomUUID();
    Message message =
        new Message(
            id,
            Recipient.phone(phone, "***", java.util.Locale.UK),
            Template.ONE_TIME_CODE,
            Map.of("code", "271828", "purpose", "sign_in"));
    java.time.Instant now = java.time.Instant.now();
    messages.insert(
        id,
        UUID.randomUUID(),
        Medium.PHONE,
        Template.ONE_TIME_CODE,
        java.util.Optional.empty(),
        seal.close(message),
        now.minusSeconds(11),
        now.plusSeconds(60));
    until(() -> FIRST.asked().size() == 1);
    assertThat(FIRST.asked().getFirst().body().path("code").asString()).isEqualTo("271828");
    until(() -> notices.progress(id).orElseThrow().state() == Progress.State.SENT);
  }

  @Test
  void aMessageInAnothersPlaceIsNotSent() {
    Message message =
        new Message(
            UUID.randomUUID(),
            Recipient.phone(phone, "***", java.util.Locale.UK),
            Template.ONE_TIME_CODE,
            Map.of("code", "314159", "purpose", "sign_in"));
    byte[] sealed = seal.close(message);
    assertThat(seal.open(message.id(), sealed)).isPresent();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMessageOfATransactionThatIsRolledBackIsNeverSent() {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          notices.send(
              id,
              Recipient.phone(phone, "***", java.util.Locale.UK),
              Template.ONE_TIME_CODE,
              Map.of("code", "123456", "purpose", "sign_in"),
              java.util.Optional.empty(),
              java.time.Instant.now().plusSeconds(60));
          status.setRollbackOnly();
        });
    notices.wake();
    // One sent after it, so that it would have been sent by now.
    assertThat(ends(send(Map.of("phone", phone, "purpose", "sign_in")))).isEqualTo("sent");
    assertThat(FIRST.asked()).hasSize(1);
    assertThat(notices.progress(id)).isEmpty();
  }

  @Test
  void nobodyLearnsOfADeliveryThatDoesNotExist() {
    for (String id : List.of("otc_01h455vb4pex5vsknk084sn02q", "otc_", "x")) {
      assertThat(browser.get("/v1/one-time-codes/" + id).status()).isEqualTo(404);
    }
  }

  private Answer send(Map<String, Object> body) {
    Answer sent = browser.post("/v1/one-time-codes", body);
    assertThat(sent.status()).as(sent.raw().body()).isEqualTo(202);
    return sent;
  }

  private boolean troubled() {
    return browser.get("/v1/platform").body().path("code_delivery_troubled").asBoolean();
  }

  private Answer delivery(Answer sent) {
    return browser.get("/v1/one-time-codes/" + sent.text("code_id"));
  }

  /** The state in which a message ends. */
  private String ends(Answer sent) {
    until(() -> !List.of("waiting", "sending").contains(delivery(sent).text("state")));
    return delivery(sent).text("state");
  }

  private static void until(Supplier<Boolean> fulfilled) {
    for (int i = 0; i < 1_000 && !fulfilled.get(); i++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertThat(fulfilled.get()).isTrue();
  }

  private List<String> rows() {
    return db.sql("select row_to_json(m)::text from notice.message m").query(String.class).list();
  }
}
