package dev.qiao.bench;

import dev.qiao.bench.Yardstick.Pace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All that was measured, in order; figures of several rounds are their medians. */
final class Results {
  private final Optional<String> yardstick;
  private final boolean isJudged;
  private final List<Sample> samples = new ArrayList<>();
  private final List<Pace> manyClients = new ArrayList<>();
  private final List<Pace> oneClient = new ArrayList<>();

  /**
   * @param yardstick its name; empty where there is none
   * @param isJudged whether gates may be judged by it
   */
  Results(Optional<String> yardstick, boolean isJudged) {
    this.yardstick = yardstick;
    this.isJudged = isJudged;
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  void addYardstick(Pace pace) {
    manyClients.add(pace);
  }

  void addYardstickAlone(Pace pace) {
    oneClient.add(pace);
  }

  Optional<String> yardstick() {
    return yardstick;
  }

  boolean isJudged() {
    return isJudged;
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  List<Sample> samples(Scenario scenario) {
    return samples.stream().filter(sample -> sample.scenario() == scenario).toList();
  }

  List<Pace> yardstickPaces() {
    return List.copyOf(manyClients);
  }

  List<Pace> yardstickPacesAlone() {
    return List.copyOf(oneClient);
  }

  OptionalDouble median(Scenario scenario, ToDoubleFunction<Sample> figure) {
    return median(samples(scenario), figure);
  }

  OptionalDouble perSecond(Scenario scenario) {
    return median(scenario, Sample::postedPerSecond);
  }

  OptionalDouble yardstickPerSecond() {
    return median(manyClients, Pace::perSecond);
  }

  OptionalDouble yardstickMillisAlone() {
    return median(oneClient, Pace::meanMillis);
  }

  /** How many times the yardstick. */
  OptionalDouble times(Scenario scenario) {
    return ratio(perSecond(scenario), yardstickPerSecond());
  }

  /** Beside uniform, of the same run. */
  OptionalDouble besideUniform(Scenario scenario) {
    return ratio(perSecond(scenario), perSecond(Scenario.UNIFORM));
  }

  /** How many times as long as the yardstick's one client waits, on average. */
  OptionalDouble aloneTimes() {
    return ratio(median(Scenario.ALONE, Sample::meanMillis), yardstickMillisAlone());
  }

  boolean isSound() {
    return samples.stream().allMatch(Sample::isSound);
  }

  boolean isClean() {
    return samples.stream().allMatch(sample -> sample.differences().isEmpty());
  }

  static <T> OptionalDouble median(Collection<T> values, ToDoubleFunction<T> figure) {
    double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  private static OptionalDouble ratio(OptionalDouble of, OptionalDouble to) {
    return of.isEmpty() || to.isEmpty() || to.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(of.getAsDouble() / to.getAsDouble());
  }
}
