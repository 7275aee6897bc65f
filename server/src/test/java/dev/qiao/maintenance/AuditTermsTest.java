package dev.qiao.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditTermsTest {
  private static final Duration WORK = Duration.ofMillis(100);

  @Test
  void restsSoThatItsShareIsKept() {
    AuditTerms terms = terms(10, 80);
    assertThat(terms.restAfter(WORK, false)).isEqualTo(Duration.ofMillis(900));
    assertThat(terms.restAfter(WORK, true)).isEqualTo(Duration.ofMillis(25));
    assertThat(terms(100, 100).restAfter(WORK, false)).isZero();
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
