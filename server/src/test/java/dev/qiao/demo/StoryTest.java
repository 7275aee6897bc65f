package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void isInOrderEndsByNowAndReachesTodayAtAnyTimeOfDay() {
    Instant midnight = LocalDate.of(2026, 11, 22).atStartOfDay(SHANGHAI).toInstant();
    for (int minutes = 5; minutes < 24 * 60; minutes += 35) {
      Instant end = midnight.plus(Duration.ofMinutes(minutes));
      List<Act> acts = story(end).acts();
      assertThat(acts)
          .as("%d minutes into the day", minutes)
          .isSortedAccordingTo(Comparator.comparing(Act::at));
      assertThat(acts.getFirst().at())
          .isBetween(midnight.minus(Duration.ofDays(30)), midnight.minus(Duration.ofDays(29)));
      assertThat(acts.getLast().at()).isBefore(end).isAfter(midnight.minusSeconds(1));
      assertThat(acts)
          .filteredOn(act -> act instanceof Act.Pays && !act.at().isBefore(midnight))
          .hasSizeGreaterThan(20);
    }
  }

  @Test
  void isTheSameForTheSameTime() {
    Instant end = Instant.parse("2026-11-22T04:00:00Z");
    assertThat(story(end).acts()).isEqualTo(story(end).acts());
  }

  private static Story story(Instant end) {
    return new Story(new Random(7), SHANGHAI, end);
  }
}
