package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodesTest extends TownTest {
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aCounterCodeNamesTheShop() {
    Answer read = ming.read(cafe.code());
    assertThat(read.text("kind")).isEqualTo("static");
    assertThat(read.body().at("/payee/name").asString()).isEqualTo("山岚咖啡");
    assertThat(read.body().at("/payee/name_en").asString()).isEqualTo("Mist Coffee");
    assertThat(read.body().path("amount").isNull()).isTrue();
  }

  @Test
  void anyOtherTextIsForeign() {
    for (String text :
        new String[] {"https://example.org/pay", "hello", "000201", "{\"a\":1}", "二维码"}) {
      assertThat(ming.read(text).code()).as(text).isIn("qr_foreign", "qr_damaged");
    }
    assertThat(ming.read("https://example.org/pay").code()).isEqualTo("qr_foreign");
    assertThat(ming.begin("https://example.org/pay", 1).code()).isEqualTo("qr_foreign");
    assertThat(ming.read("").code()).isEqualTo("field_invalid");
    assertThat(ming.read("x".repeat(10_000)).code()).isEqualTo("field_invalid");
  }

  @Test
  void anotherPlatformsCodeIsForeign() {
    String foreign = resealed(cafe.code().replace("dev.qiao", "com.else"));
    assertThat(ming.read(foreign).code()).isEqualTo("qr_foreign");
    assertThat(ming.begin(foreign, 1).code()).isEqualTo("qr_foreign");
  }

  @Test
  void aCodeWithOneWrongLetterIsDamagedWhereverItIs() {
    String code = cafe.code();
    for (int at = 0; at < code.length(); at++) {
      char wrong = code.charAt(at) == 'X' ? 'Y' : 'X';
      String damaged = code.substring(0, at) + wrong + code.substring(at + 1);
      assertThat(ming.read(damaged).code()).as("letter %d", at).isIn("qr_damaged", "qr_foreign");
    }
    assertThat(ming.begin(code.substring(0, code.length() - 3), 1).code()).isEqualTo("qr_damaged");
  }

  @Test
  void aCodeResealedWithAnotherTokenIsUnknown() {
    String code = cafe.code();
    int token = code.indexOf("dev.qiao") + "dev.qiao0121s".length();
    String other = resealed(code.substring(0, token) + "AAAAAAAA" + code.substring(token + 8));
    assertThat(ming.read(other).code()).isEqualTo("qr_unknown");
    assertThat(ming.begin(other, 1).code()).isEqualTo("qr_unknown");
  }

  @Test
  void aCodeResealedWithAnotherAmountIsUnknown() {
    String qr = cafe.ask(25_50).text("qr");
    assertThat(qr).contains("540525.50");

    assertThat(ming.read(resealed(qr.replace("540525.50", "540501.50"))).code())
        .isEqualTo("qr_unknown");
    assertThat(ming.read(qr).status()).isEqualTo(200);
  }

  @Test
  void aCodeLivesForFiveMinutes() {
    String qr = cafe.ask(25_50).text("qr");
    town.clock().stand(town.clock().instant().plus(Payments.CODE_LIVES));

    Answer late = ming.read(qr);
    assertThat(late.code()).isEqualTo("qr_expired");
    assertThat(late.text("money")).isEqualTo("not_taken");
  }

  @Test
  void aPaidOrWithdrawnCodeSaysSo() {
    Answer asked = cafe.ask(25_50);
    ming.confirm(asked.text("id"), 25_50);
    assertThat(ming.read(asked.text("qr")).code()).isEqualTo("payment_finished");
    Answer other = cafe.ask(9_00);
    cafe.owner()
        .post("/v1/merchant/payments/" + other.text("id") + "/cancel", UUID.randomUUID(), Map.of());
    assertThat(ming.read(other.text("qr")).code()).isEqualTo("payment_cancelled");
  }

  @Test
  void aCodeWithAnAmountIsNotPaidWithAnotherOne() {
    String qr = cafe.ask(25_50).text("qr");
    assertThat(ming.begin(qr, 1).code()).isEqualTo("qr_unknown");
  }

  @Test
  void aPersonsCodeLeadsToThemUnderAMaskedName() {
    Shopper chen = town.shopper("陈知远", 0);
    String code = chen.browser().get("/v1/me/code").text("payload");

    Answer read = ming.read(code);
    assertThat(read.text("kind")).isEqualTo("person");
    assertThat(read.body().at("/payee/name").asString()).isEqualTo("*知远");
    assertThat(read.raw().body()).doesNotContain(chen.phone(), "陈");
    assertThat(chen.read(code).code()).isEqualTo("payee_is_self");
    assertThat(ming.begin(code, 1).code()).isEqualTo("qr_unknown");
  }

  /** The code with its checksum made right again, as a forger would. */
  private static String resealed(String code) {
    String body = code.substring(0, code.length() - 4);
    int crc = 0xFFFF;
    for (byte one : body.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (one & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return body + "%04X".formatted(crc & 0xFFFF);
  }
}
