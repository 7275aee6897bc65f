package dev.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.GatewayStub;
import dev.qiao.notice.Delivery.Refused;
import dev.qiao.notice.Delivery.Taken;
import dev.qiao.notice.Delivery.Unknown;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpGatewayTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SECRET = "s3cret-token";
  private static final String BODY =
      """
      {"to": "{phone}", "digits": ["{digits}"], "sms": {"text": "{text}", "vars": {"code": "{code}"}},
       "for": "{purpose}", "lang": "{language}", "id": "{id}", "retry": 3, "urgent": true}
      """;

  private final GatewayStub stub = new GatewayStub();

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void fillsTheTemplateAndSendsTheHeaders() {
    Message message = message("123456");
    assertThat(gateway("", "").deliver(message)).isEqualTo(new Taken());
    GatewayStub.Asked asked = stub.asked().getFirst();
    assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer " + SECRET);
    assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
    JsonNode body = asked.body();
    assertThat(body.path("to").asString()).isEqualTo("+8613800138000");
    assertThat(body.at("/digits/0").asString()).isEqualTo("8613800138000");
    assertThat(body.at("/sms/vars/code").asString()).isEqualTo("123456");
    assertThat(body.at("/sms/text").asString()).contains("Qiao", "123456", "5 分钟");
    assertThat(body.path("for").asString()).isEqualTo("sign_in");
    assertThat(body.path("lang").asString()).isEqualTo("zh");
    assertThat(body.path("id").asString()).isEqualTo(message.id().toString());
    assertThat(body.path("retry").asInt()).isEqualTo(3);
    assertThat(body.path("urgent").asBoolean()).isTrue();
  }

  @Test
  void whatIsFilledInNeverBecomesStructure() {
    gateway("", "").deliver(message("1\",\"to\":\"+1\\u0000{phone}$1"));
    JsonNode body = stub.asked().getFirst().body();
    assertThat(body.path("to").asString()).isEqualTo("+8613800138000");
    assertThat(body.at("/sms/vars/code").asString()).isEqualTo("1\",\"to\":\"+1\\u0000{phone}$1");
  }

  @Test
  void anAnswerMayHaveToSaySoWhereTheSettingsPoint() {
    HttpGateway gateway = gateway("/Code", "OK");
    assertThat(gateway.deliver(message("1"))).isEqualTo(new Taken());
    stub.behaves(GatewayStub.status(200, "{\"Code\":\"LIMIT\"}"));
    assertThat(gateway.deliver(message("1"))).isEqualTo(new Refused("declined"));
    stub.behaves(GatewayStub.status(200, "<html>"));
    assertThat(gateway.deliver(message("1"))).isEqualTo(new Refused("declined"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 422, 429, 503})
  void aNoIsARefusal(int status) {
    stub.behaves(GatewayStub.status(status, SECRET));
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Refused("status_" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 504})
  void aGatewayThatBrokeMayHaveSentIt(int status) {
    stub.behaves(GatewayStub.status(status, ""));
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Unknown("status_" + status));
  }

  @Test
  void silenceAndSlownessAreUnknown() {
    stub.behaves(stub.silent());
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Unknown("no_answer"));
    stub.behaves(stub.slow());
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Unknown("no_answer"));
    assertThat(stub.asked()).as("asked once each time").hasSize(2);
  }

  @Test
  void anAnswerThatBreaksOffOrIsEndlessIsUnknown() {
    stub.behaves(exchange -> exchange.sendResponseHeaders(200, 50));
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Unknown("broken_off"));
    stub.behaves(GatewayStub.status(200, "x".repeat(100_000)));
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Unknown("broken_off"));
  }

  @Test
  void redirectsAreNotFollowed() {
    stub.behaves(
        exchange -> {
          exchange.getResponseHeaders().add("Location", stub.url());
          exchange.sendResponseHeaders(307, -1);
        });
    assertThat(gateway("", "").deliver(message("1"))).isEqualTo(new Refused("status_307"));
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void whoIsNotThereHasSentNothing() {
    HttpGateway gateway = gateway("", "");
    stub.close();
    assertThat(gateway.deliver(message("1"))).isEqualTo(new Refused("unreachable"));
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void neitherSecretsNorMessagesPrint(CapturedOutput log) {
    stub.behaves(GatewayStub.status(500, SECRET));
    gateway("", "").deliver(message("654321"));
    assertThat(log.getAll() + terms("", "") + message("654321"))
        .doesNotContain(SECRET, "654321", "13800138000");
  }

  @Test
  void aTemplateThatCannotWorkIsRefusedAtTheStart() {
    assertThatThrownBy(() -> JsonTemplate.parse("{\"to\":", JSON)).hasMessage("it is not JSON");
    assertThatThrownBy(() -> JsonTemplate.parse("{\"to\":\"{fone}\"}", JSON))
        .hasMessage("there is no {fone}");
  }

  private HttpGateway gateway(String acceptedAt, String accepted) {
    return new HttpGateway(terms(acceptedAt, accepted), "Qiao", JSON);
  }

  private NoticeTerms.Sms terms(String acceptedAt, String accepted) {
    return new NoticeTerms.Sms(
        "sms",
        URI.create(stub.url()),
        Map.of("Authorization", "Bearer " + SECRET),
        BODY,
        acceptedAt,
        accepted,
        Duration.ofSeconds(1),
        Duration.ofMillis(700));
  }

  private static Message message(String code) {
    return new Message(
        UUID.randomUUID(),
        Recipient.phone("+8613800138000", "+86 138****8000", Locale.CHINA),
        Template.ONE_TIME_CODE,
        Map.of("code", code, "purpose", "sign_in"));
  }
}
