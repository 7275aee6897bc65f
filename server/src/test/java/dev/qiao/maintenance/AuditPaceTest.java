package dev.qiao.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditPaceTest {
  private static final Duration WORK = Duration.ofMillis(100);

  @Test
  void restsSoThatItsShareIsKept() {
    AuditTerms terms = terms(10, 80);
    assertThat(new AuditPace(100).rest(WORK, terms)).isEqualTo(Duration.ofMillis(900));
    assertThat(new AuditPace(0).rest(WORK, terms)).isEqualTo(Duration.ofMillis(25));
    assertThat(new AuditPace(50).rest(WORK, terms(10, 90))).isEqualTo(WORK);
    assertThat(AuditPace.BUSY.rest(WORK, terms(100, 100))).isZero();
  }

  @Test
  void worksAtALengthWhileItIsQuietAndBrieflyBesideOthers() {
    assertThat(new AuditPace(100).work()).isEqualTo(Duration.ofMillis(100));
    assertThat(new AuditPace(0).work()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void comesFromEachEndToTheOther() {
    AuditPace pace = AuditPace.BUSY;
    for (int i = 0; i < 100; i++) {
      pace = pace.seen(true);
    }
    assertThat(pace).isEqualTo(new AuditPace(0));
    for (int i = 0; i < 100; i++) {
      pace = pace.seen(false);
    }
    assertThat(pace).isEqualTo(AuditPace.BUSY);
  }

  @Test
  void oneBusyMomentIsNotAllOfThem() {
    assertThat(new AuditPace(0).seen(false).busyPercent()).isBetween(1, 20);
  }

  @Test
  void sharesAreSharesAndMoreWhileItIsQuiet() {
    assertThatIllegalArgumentException().isThrownBy(() -> terms(-1, 80));
    assertThatIllegalArgumentException().isThrownBy(() -> terms(10, 101));
    assertThatIllegalArgumentException().isThrownBy(() -> terms(50, 49));
  }

  private static AuditTerms terms(int share, int quietShare) {
    return new AuditTerms(Duration.ofMinutes(1), Duration.ofMinutes(10), share, quietShare);
  }
}
