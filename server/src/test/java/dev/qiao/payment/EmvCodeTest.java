package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmvCodeTest {
  /** The sample of the specification, EMV QRCPS-MPM 1.1. */
  private static final String SAMPLE =
      "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
          + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
          + "0708A60086670902ME91320016A0112233449988770708123456786304A13A";

  @Test
  void readsTheSampleOfTheSpecification() {
    EmvCode code = read(SAMPLE);
    assertThat(code.value("59")).contains("BEST TRANSPORT");
    assertThat(code.value("54")).contains("23.72");
    assertThat(code.value("53")).contains("156");
    assertThat(code.value("64", "01")).contains("最佳运输");
    assertThat(code.value("29", "05")).contains("A93FO3230Q");
    assertThat(code.value("62", "07")).contains("A6008667");
  }

  @Test
  void drawsWhatItReads() {
    assertThat(read(SAMPLE).text()).isEqualTo(SAMPLE);
  }

  @Test
  void noticesEveryChangedCharacter() {
    for (int at = 6; at < SAMPLE.length(); at++) {
      char changed = SAMPLE.charAt(at) == '7' ? '8' : '7';
      String altered = SAMPLE.substring(0, at) + changed + SAMPLE.substring(at + 1);
      assertThat(EmvCode.read(altered))
          .as("character %d", at)
          .isInstanceOf(EmvCode.Reading.Damaged.class);
    }
  }

  @Test
  void noticesACutCode() {
    for (int length = 6; length < SAMPLE.length(); length++) {
      assertThat(EmvCode.read(SAMPLE.substring(0, length)))
          .as("%d characters", length)
          .isInstanceOf(EmvCode.Reading.Damaged.class);
    }
  }

  @Test
  void leavesOtherTextsAlone() {
    for (String text :
        new String[] {"", "https://example.org/pay?id=1", "wxp://f2f0abc", "0002", "000202"}) {
      assertThat(EmvCode.read(text)).as(text).isInstanceOf(EmvCode.Reading.Foreign.class);
    }
  }

  @Test
  void refusesTwoValuesUnderOneTag() {
    String body = "000201" + "5802CN" + "5802HK" + "6304";
    assertThat(EmvCode.read(body + "%04X".formatted(EmvCode.crc(body))))
        .isInstanceOf(EmvCode.Reading.Damaged.class);
  }

  @Test
  void countsCharactersBeyondTheBasicPlane() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("00", "01");
    values.put("59", "𠮷野家");
    assertThat(read(new EmvCode(values).text()).value("59")).isEqualTo(Optional.of("𠮷野家"));
  }

  private static EmvCode read(String text) {
    return switch (EmvCode.read(text)) {
      case EmvCode.Reading.Read(var code) -> code;
      case EmvCode.Reading.Damaged _, EmvCode.Reading.Foreign _ ->
          throw new AssertionError("Not read: " + text);
    };
  }
}
