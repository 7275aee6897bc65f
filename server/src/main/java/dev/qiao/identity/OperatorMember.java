package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Someone who runs the platform. Their name is personal data: {@link #toString} does not show it.
 */
public record OperatorMember(
    OperatorId id, String name, OperatorRole role, String login, State state) {
  /** Whether they can sign in. */
  public enum State {
    /** Not yet: they have a link. */
    INVITED,
    ACTIVE,
    /** Never again. */
    CLOSED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
