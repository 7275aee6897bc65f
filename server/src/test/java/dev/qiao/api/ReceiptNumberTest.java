package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ids.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNumberTest {
  private static final Instant AT = Instant.parse("2026-11-21T12:12:46.095Z");
  private final Ids ids = new Ids(InstantSource.fixed(AT));

  @Test
  void beginsWithTheDayAndTheTime() {
    assertThat(ReceiptNumber.of(ids.next())).hasSize(20).startsWith("20261121" + "43966095");
  }

  @Test
  void leadsBackToTheId() {
    for (int n = 0; n < 1_000; n++) {
      UUID id = ids.next();
      ReceiptNumber.Range range = ReceiptNumber.range(ReceiptNumber.of(id)).orElseThrow();
      assertThat(range.low().toString()).isLessThanOrEqualTo(id.toString());
      assertThat(range.high().toString()).isGreaterThan(id.toString());
    }
  }

  @Test
  void isAnotherOneForEachIdOfAMillisecond() {
    Set<String> numbers = new HashSet<>();
    for (int n = 0; n < 1_000; n++) {
      numbers.add(ReceiptNumber.of(ids.next()));
    }
    assertThat(numbers).hasSize(1_000);
  }

  @Test
  void readsGroupsOfFour() {
    String number = ReceiptNumber.of(ids.next());
    String spoken = number.replaceAll("(.{4})(?=.)", "$1 ");
    assertThat(ReceiptNumber.range(spoken)).isEqualTo(ReceiptNumber.range(number)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026112143966095",
        "20261321439660951234",
        "20261121439660954096",
        "pay_01h455vb4pex5vsknk084sn02q",
        "2026112143966095123x"
      })
  void otherTextsAreNoNumbers(String text) {
    assertThat(ReceiptNumber.range(text)).isEmpty();
  }
}
