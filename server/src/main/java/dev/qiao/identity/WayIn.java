package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing by which a party comes in or confirms, as an operator may lock it. */
sealed interface WayIn {
  /** A browser that the party has signed in from. */
  record OfDevice(DeviceId id) implements WayIn {}

  record OfPasskey(PasskeyId id) implements WayIn {}

  /**
   * Something of which a party has one.
   *
   * @param kind neither a device nor a passkey
   */
  record Sole(Kind kind) implements WayIn {}

  /** What it is. */
  enum Kind {
    DEVICE,
    PASSKEY,
    PASSWORD,
    PIN,
    /** With its recovery codes. */
    AUTHENTICATOR;

    /** The form outside. */
    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What is shown with it; nothing is shown with a device. */
    List<Factor> factors() {
      return switch (this) {
        case DEVICE -> List.of();
        case PASSKEY -> List.of(Factor.PASSKEY);
        case PASSWORD -> List.of(Factor.PASSWORD);
        case PIN -> List.of(Factor.PIN);
        case AUTHENTICATOR -> List.of(Factor.TOTP, Factor.RECOVERY_CODE);
      };
    }
  }

  default Kind kind() {
    return switch (this) {
      case OfDevice _ -> Kind.DEVICE;
      case OfPasskey _ -> Kind.PASSKEY;
      case Sole(Kind kind) -> kind;
    };
  }

  /** The form outside: an id, or the name of what a party has one of. */
  default String text() {
    return switch (this) {
      case OfDevice(DeviceId id) -> id.text();
      case OfPasskey(PasskeyId id) -> id.text();
      case Sole(Kind kind) -> kind.text();
    };
  }

  /**
   * By what a factor was shown; empty where that is nothing that can be locked.
   *
   * @param passkey which one has signed, where one has
   */
  static Optional<WayIn> of(Factor factor, Optional<PasskeyId> passkey) {
    return switch (factor) {
      case PASSKEY -> passkey.map(OfPasskey::new);
      case PASSWORD -> Optional.of(new Sole(Kind.PASSWORD));
      case PIN -> Optional.of(new Sole(Kind.PIN));
      case TOTP, RECOVERY_CODE -> Optional.of(new Sole(Kind.AUTHENTICATOR));
      case CODE, INVITATION, RECOVERY -> Optional.empty();
    };
  }

  /** Reads the form outside; empty when it is none. */
  static Optional<WayIn> parse(String text) {
    return DeviceId.parse(text)
        .<WayIn>map(OfDevice::new)
        .or(() -> PasskeyId.parse(text).map(OfPasskey::new))
        .or(
            () ->
                Stream.of(Kind.PASSWORD, Kind.PIN, Kind.AUTHENTICATOR)
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .map(Sole::new));
  }
}
