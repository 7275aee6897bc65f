package dev.qiao.verification;

/** What a scanner found in a file. */
sealed interface Scan {
  /** Nothing that it knows. */
  record Clean() implements Scan {}

  /**
   * @param signature the scanner's name for what it found: letters, digits and {@code . _ / -} only
   */
  record Infected(String signature) implements Scan {}

  /**
   * It did not say: not there, too slow, or not able to. Whatever the file is, it is not known.
   *
   * @param why for the log; nothing of the file
   */
  record Unknown(String why) implements Scan {}
}
