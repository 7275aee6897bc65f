package dev.qiao.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured, as {@code --scenarios} names it. */
enum Scenario {
  /** Postings between accounts that are all equally likely. */
  UNIFORM("uniform"),
  /** The same over ten times as many accounts. */
  UNIFORM1M("uniform1m"),
  /** Some accounts are far more likely than others. */
  ZIPF("zipf"),
  /** All postings credit one account. */
  HOT("hot"),
  /** Each posting uses one of a thousand allowances. */
  ALLOWANCES("allowances"),
  /** A hold, and two captures of it, one after the other. */
  HOLDS("holds"),
  /** Each posting brings the rows that a payment brings. */
  COMPANIONS("companions"),
  /** One caller, who waits for each answer. */
  ALONE("alone"),
  /** Uniform at half of the rate that was measured before. */
  HALF("half"),
  /** Uniform, on a database in which many postings are stored: comes with {@code --preload}. */
  STORED("stored");

  private static final int MANY = 10;

  final String code;

  Scenario(String code) {
    this.code = code;
  }

  /** How many accounts it has, where uniform has this many. */
  int accounts(int uniform) {
    return this == UNIFORM1M ? MANY * uniform : uniform;
  }

  /**
   * How many go at once, as fast as answers come: all but the two that measure an answer's time.
   */
  boolean isRush() {
    return this != ALONE && this != HALF;
  }

  /** Those that can be asked for by name. */
  static List<Scenario> named() {
    return Arrays.stream(values()).filter(scenario -> scenario != STORED).toList();
  }

  static Optional<Scenario> of(String code) {
    return named().stream().filter(scenario -> scenario.code.equals(code)).findFirst();
  }
}
