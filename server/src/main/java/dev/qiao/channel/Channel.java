package dev.qiao.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An entry: what it is called, which scenes it serves, and how far it is open now. */
public record Channel(
    ChannelId id,
    String name,
    String nameEn,
    Kind kind,
    Set<Scene> scenes,
    State state,
    Level level) {
  /** What sort of place it is. */
  public enum Kind {
    FIRST_PARTY,
    SOCIAL,
    ECOMMERCE,
    OFFLINE,
    DEVICE,
    AGENT,
    BANK,
    CROSS_BORDER,
    FINANCE;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far its onboarding is. */
  public enum State {
    DRAFT,
    SUBMITTED,
    APPROVED,
    LIVE,
    SUSPENDED,
    CLOSED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The switch: what may pass now. */
  public enum Level {
    OPEN,
    LIMITED,
    REFUNDS_ONLY,
    STOPPED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether less may pass than at the other. */
    public boolean isTighterThan(Level other) {
      return compareTo(other) > 0;
    }

    public static Optional<Level> find(String text) {
      return Stream.of(values()).filter(level -> level.text().equals(text)).findFirst();
    }
  }

  /** What somebody wants to do through a channel. */
  public enum Act {
    PAY,
    REFUND,
    /** Come by it for the first time, or move more than a little. */
    JOIN
  }

  /** Whether an act may pass in a scene. */
  public boolean admits(Scene scene, Act act) {
    if (state != State.LIVE && !(act == Act.REFUND && state == State.SUSPENDED)
        || !scenes.contains(scene)) {
      return false;
    }
    return switch (level) {
      case OPEN -> true;
      case LIMITED -> act != Act.JOIN;
      case REFUNDS_ONLY -> act == Act.REFUND;
      case STOPPED -> false;
    };
  }
}
