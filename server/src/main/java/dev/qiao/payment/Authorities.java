package dev.qiao.payment;

import dev.qiao.api.Problem;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Pins;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks by what right money is to leave a person's account. */
@Component
public class Authorities {
  private final Pins pins;
  private final Refusals refusals;

  Authorities(Pins pins, Refusals refusals) {
    this.pins = pins;
    this.refusals = refusals;
  }

  /**
   * Why the authority does not suffice; empty when it does. A PIN's try is counted, whatever comes
   * of it.
   */
  public Optional<Problem> lacking(UUID person, Authority authority) {
    return switch (authority) {
      case Authority.Pin(var digits) -> refusals.of(pins.verify(new PersonId(person), digits));
      case Authority.Granted _ -> Optional.empty();
    };
  }

  /** What the trail says of it. */
  public static String text(Authority authority) {
    return switch (authority) {
      case Authority.Pin _ -> "pin";
      case Authority.Granted(var by) -> by;
    };
  }
}
