package dev.qiao.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets the first operator in: whoever can read the server's own output is trusted to be it. */
@Component
public class FirstAdministrator {
  private final Operators operators;
  private final Invitations invitations;

  FirstAdministrator(Operators operators, Invitations invitations) {
    this.operators = operators;
    this.invitations = invitations;
  }

  /**
   * The path of a link for the first administrator, void as soon as another is made; empty when
   * there is an operator.
   */
  public Optional<String> invite() {
    if (!operators.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "/console/welcome#token=" + invitations.invite(OperatorRole.ADMINISTRATOR).text());
  }
}
