package dev.qiao.payment;

/** By what right money may leave a person's account. */
public sealed interface Authority {
  /** The person's payment PIN, entered for this one act. */
  record Pin(String digits) implements Authority {
    @Override
    public String toString() {
      return "Pin";
    }
  }

  /** A right that was established before, by what the text names. It is kept in the audit trail. */
  record Granted(String by) implements Authority {}
}
