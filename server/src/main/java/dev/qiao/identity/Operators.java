package dev.qiao.identity;

import dev.qiao.ids.Ids;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Those who run the platform. */
@Component
public class Operators {
  private final OperatorTables tables;
  private final Passwords passwords;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Operators(
      OperatorTables tables,
      Passwords passwords,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.passwords = passwords;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<OperatorMember> find(OperatorId id) {
    return tables.find(id);
  }

  /** Whether nobody runs the platform yet. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /** Makes an operator who can sign in at once. */
  public Hiring<OperatorMember> create(
      String name, OperatorRole role, String login, String password) {
    Optional<String> properName = PersonName.parse(name);
    if (properName.isEmpty()) {
      return new Hiring.NameInvalid<>();
    }
    Optional<String> properLogin = LoginName.parse(login);
    if (properLogin.isEmpty()) {
      return new Hiring.LoginInvalid<>();
    }
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, properLogin.get(), true);
    if (weak.isPresent()) {
      return new Hiring.PasswordRefused<>(weak.get());
    }
    String hash = passwords.hash(password);
    var member =
        new OperatorMember(new OperatorId(ids.next()), properName.get(), role, properLogin.get());
    return transaction.execute(
        status -> {
          if (!tables.insert(member, clock.instant())) {
            return new Hiring.LoginTaken<>();
          }
          passwords.set(member.id().value(), hash, PasswordRules.standsAlone(password));
          return new Hiring.Hired<>(member);
        });
  }
}
