package dev.qiao.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");

  @Test
  void carriesTheTime() {
    UUID id = new Ids(InstantSource.fixed(NOW)).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(Ids.instantOf(id)).isEqualTo(NOW);
    assertThatThrownBy(() -> Ids.instantOf(UUID.randomUUID()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void growsAlsoWhenTheClockStandsStillOrRunsBackwards() {
    Random random = new Random(7);
    Ids ids = new Ids(() -> NOW.minusMillis(random.nextInt(3)));
    UUID before = ids.next();
    for (int i = 0; i < 20_000; i++) {
      UUID next = ids.next();
      assertThat(Ids.isTimeOrdered(next)).isTrue();
      assertThat(next.toString()).isGreaterThan(before.toString());
      before = next;
    }
  }

  @Test
  void canBeRepeated() {
    assertThat(new Ids(InstantSource.fixed(NOW), new Random(1)).next())
        .isEqualTo(new Ids(InstantSource.fixed(NOW), new Random(1)).next());
  }
}
