package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final String DIGITS = "1234567890";

  /** RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082, 46119246, 90693936",
    "1111111109, 07081804, 68084774, 25091201",
    "1111111111, 14050471, 67062674, 99943326",
    "1234567890, 89005924, 91819424, 93441116",
    "2000000000, 69279037, 90698825, 38618901",
    "20000000000, 65353130, 77737706, 47863826",
  })
  void makesTheCodesOfTheRfc(long second, String sha1, String sha256, String sha512) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    assertThat(Totp.code("HmacSHA1", secret(20), step, 8)).isEqualTo(sha1);
    assertThat(Totp.code("HmacSHA256", secret(32), step, 8)).isEqualTo(sha256);
    assertThat(Totp.code("HmacSHA512", secret(64), step, 8)).isEqualTo(sha512);
  }

  @Test
  void showsSixDigitsForThirtySeconds() {
    assertThat(Totp.code(secret(20), Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(Totp.code(secret(20), Instant.ofEpochSecond(30))).isEqualTo("287082");
    assertThat(Totp.code(secret(20), Instant.ofEpochSecond(60))).isNotEqualTo("287082");
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void spellsSecretsAsTheRfcDoes(String bytes, String text) {
    assertThat(Base32.rfc4648(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  private static byte[] secret(int bytes) {
    return DIGITS.repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
  }
}
