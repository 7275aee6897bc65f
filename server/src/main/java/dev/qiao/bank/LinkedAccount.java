package dev.qiao.bank;

import java.util.Optional;
import java.util.UUID;

/**
 * A person's account at a bank.
 *
 * @param tail the last digits of its number: more of it is never kept
 * @param connector the name of the connection to this bank
 * @param behaviour at the sandbox bank only
 */
public record LinkedAccount(
    LinkedAccountId id,
    UUID person,
    String bankName,
    String bankNameEn,
    String tail,
    String connector,
    Optional<SandboxBehaviour> behaviour) {
  LinkedAccount withTail(String digits) {
    return new LinkedAccount(id, person, bankName, bankNameEn, digits, connector, behaviour);
  }

  @Override
  public String toString() {
    return id.text();
  }
}
