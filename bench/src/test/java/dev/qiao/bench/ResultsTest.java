package dev.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.bench.Yardstick.Pace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Medians, gates and the last line. */
class ResultsTest {
  private final Results results = new Results(Optional.of("pgbench"), true);

  @Test
  void countsTheMiddleOfTheRounds() {
    assertThat(Results.median(List.of(9.0, 1.0, 2.0), one -> one)).hasValue(2);
    assertThat(Results.median(List.of(4.0, 1.0), one -> one)).hasValue(2.5);
    assertThat(Results.median(List.<Double>of(), one -> one)).isEmpty();
  }

  @Test
  void endsWithOneLine() {
    measure(Scenario.UNIFORM, 30_000, 31_000, 35_000);
    measure(Scenario.HOT, 30_070);
    results.addYardstick(new Pace(4_920, 3.2));
    results.add(sample(Scenario.HALF, 15_500, 12.04, List.of()));

    assertThat(Report.closing(results))
        .isEqualTo(
            "ledger: 31000 postings/s, 6.3x pgbench, hot 0.97, p99 12.0 ms at half load, audit ok");
  }

  @Test
  void leavesOutWhatWasNotMeasured() {
    assertThat(Report.closing(results)).isEqualTo("ledger: audit ok");
    measure(Scenario.HOT, 30_000);
    assertThat(Report.closing(results)).isEqualTo("ledger: audit ok");
    measure(Scenario.UNIFORM, 30_000);
    assertThat(Report.closing(results)).isEqualTo("ledger: 30000 postings/s, hot 1.00, audit ok");
  }

  @Test
  void saysThatAnAuditHasFailed() {
    results.add(sample(Scenario.UNIFORM, 1, 1, List.of("account 1: posted should be 0 and is 1")));

    assertThat(Report.closing(results)).endsWith("audit failed");
    assertThat(results.isSound()).isFalse();
  }

  @Test
  void judgesByTheYardstickOfTheSameRun() {
    results.addYardstick(new Pace(1_000, 16));
    results.addYardstickAlone(new Pace(2_000, 0.5));
    measure(Scenario.UNIFORM, 6_000);
    measure(Scenario.UNIFORM1M, 4_400);
    measure(Scenario.HOT, 5_900);
    measure(Scenario.STORED, 4_800);
    results.add(sample(Scenario.ALONE, 1_000, 2, List.of()));

    assertThat(Gate.of(results).stream().map(Gate::line))
        .containsExactly(
            "gate uniform 6.0x: 6.0x passed",
            "gate uniform1m 4.5x: 4.4x missed",
            "gate hot 1.00: 0.98 missed",
            "gate alone 1.5x: 2.0x missed",
            "gate stored 0.80: 0.80 passed");
  }

  @Test
  void judgesNothingByAYardstickThatIsNoJudge() {
    Results unjudged = new Results(Optional.of("jdbc"), false);
    unjudged.addYardstick(new Pace(1_000, 16));
    unjudged.add(sample(Scenario.UNIFORM, 7_000, 1, List.of()));

    assertThat(Gate.of(unjudged).stream().map(Gate::line))
        .containsExactly("gate uniform 6.0x: 7.0x not judged");
    assertThat(Gate.of(unjudged)).noneMatch(Gate::isMissed);
    assertThat(Report.closing(unjudged)).isEqualTo("ledger: 7000 postings/s, 7.0x jdbc, audit ok");
  }

  private void measure(Scenario scenario, double... perSecond) {
    for (double one : perSecond) {
      results.add(sample(scenario, one, 1, List.of()));
    }
  }

  private static Sample sample(
      Scenario scenario, double perSecond, double p99, List<String> differences) {
    return new Sample(
        scenario,
        1,
        perSecond,
        perSecond,
        perSecond,
        0.9,
        p99,
        1,
        300,
        1,
        0,
        0,
        Optional.empty(),
        "",
        differences);
  }
}
