package dev.qiao.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a message has come.
 *
 * @param channel the one that had it last
 * @param others the channels that could carry a message to the same address instead, best first
 */
public record Progress(State state, Optional<String> channel, List<String> others) {
  /** The states of a message; the last three are final. */
  public enum State {
    WAITING,
    SENDING,

    /** A channel has taken it over; whether it arrives is the carrier's affair. */
    SENT,

    /** No channel took it. */
    FAILED,

    /** A channel did not say whether it took it. */
    UNKNOWN;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  public Progress {
    others = List.copyOf(others);
  }
}
