package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.AuditTrail;
import dev.qiao.identity.InvitationTables.Row;
import dev.qiao.ids.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Links, good once and for 72 hours, by which staff and operators choose their password. */
@Component
public class Invitations {
  private static final Duration LIFE = Duration.ofHours(72);

  /** Who is invited. */
  sealed interface Invitee {
    record Staff(StaffMember member) implements Invitee {}

    record Operator(OperatorMember member) implements Invitee {}

    /** Who is to be the first operator, and chooses a login too. */
    record First(OperatorRole role) implements Invitee {}
  }

  /** What became of an accepted invitation; refusals in order of precedence. */
  sealed interface Acceptance {
    record Accepted(App app, UUID party) implements Acceptance {}

    /** Never made, used, withdrawn, or older than 72 hours: not told apart. */
    record InvitationUnknown() implements Acceptance {}

    record LoginInvalid() implements Acceptance {}

    record PasswordRefused(PasswordRefusal reason, boolean secondFactor) implements Acceptance {}

    record LoginTaken() implements Acceptance {}
  }

  private final InvitationTables tables;
  private final StaffTables staff;
  private final OperatorTables operators;
  private final FactorPolicyTables policy;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Invitations(
      InvitationTables tables,
      StaffTables staff,
      OperatorTables operators,
      FactorPolicyTables policy,
      Passwords passwords,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.staff = staff;
    this.operators = operators;
    this.policy = policy;
    this.passwords = passwords;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a link's secret for this member, the only one that works. */
  Token invite(StaffId member) {
    tables.withdraw(member);
    return store(new Row(Optional.of(member), Optional.empty(), Optional.empty()));
  }

  /** Makes a link's secret for this operator, the only one that works. */
  Token invite(OperatorId member) {
    tables.withdraw(member);
    return store(new Row(Optional.empty(), Optional.of(member), Optional.empty()));
  }

  /** Makes a link's secret for the first operator, the only one that works. */
  Token invite(OperatorRole role) {
    tables.withdrawOperators();
    return store(new Row(Optional.empty(), Optional.empty(), Optional.of(role)));
  }

  /** Makes a link void that nobody has used. */
  void withdraw(StaffId member) {
    tables.withdraw(member);
  }

  /** Makes a link void that nobody has used. */
  void withdraw(OperatorId member) {
    tables.withdraw(member);
  }

  Optional<Invitee> find(Token token) {
    return tables.find(token, clock.instant()).flatMap(this::invitee);
  }

  /** Gives the invitee a password; the first operator chooses a login too. */
  Acceptance accept(Token token, Optional<String> login, String password) {
    Optional<Invitee> invitee = find(token);
    if (invitee.isEmpty()) {
      return new Acceptance.InvitationUnknown();
    }
    return switch (invitee.get()) {
      case Invitee.Staff(StaffMember member) -> accept(token, member, password);
      case Invitee.Operator(OperatorMember member) -> accept(token, member, password);
      case Invitee.First(OperatorRole role) -> accept(token, role, login, password);
    };
  }

  private Acceptance accept(Token token, StaffMember member, String password) {
    Optional<PasswordRefusal> weak =
        PasswordRules.refusal(password, member.login(), required(member.role().text()));
    if (weak.isPresent()) {
      return new Acceptance.PasswordRefused(weak.get(), required(member.role().text()));
    }
    String hash = passwords.hash(password);
    return transaction.execute(
        status -> {
          if (!tables.use(token, clock.instant()) || !staff.activate(member.id())) {
            status.setRollbackOnly();
            return new Acceptance.InvitationUnknown();
          }
          return accepted(
              App.MERCHANT,
              member.id().value(),
              member.id().text(),
              hash,
              PasswordRules.standsAlone(password));
        });
  }

  private Acceptance accept(Token token, OperatorMember member, String password) {
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, member.login(), true);
    if (weak.isPresent()) {
      return new Acceptance.PasswordRefused(weak.get(), true);
    }
    String hash = passwords.hash(password);
    return transaction.execute(
        status -> {
          if (!tables.use(token, clock.instant()) || !operators.activate(member.id())) {
            status.setRollbackOnly();
            return new Acceptance.InvitationUnknown();
          }
          return accepted(
              App.CONSOLE,
              member.id().value(),
              member.id().text(),
              hash,
              PasswordRules.standsAlone(password));
        });
  }

  private Acceptance accept(
      Token token, OperatorRole role, Optional<String> login, String password) {
    Optional<String> properLogin = login.flatMap(LoginName::parse);
    if (properLogin.isEmpty()) {
      return new Acceptance.LoginInvalid();
    }
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, properLogin.get(), true);
    if (weak.isPresent()) {
      return new Acceptance.PasswordRefused(weak.get(), true);
    }
    String hash = passwords.hash(password);
    var member =
        new OperatorMember(
            new OperatorId(ids.next()),
            "Administrator",
            role,
            properLogin.get(),
            OperatorMember.State.ACTIVE);
    return transaction.execute(
        status -> {
          if (!tables.use(token, clock.instant())) {
            return new Acceptance.InvitationUnknown();
          }
          if (!operators.insert(member, clock.instant())) {
            status.setRollbackOnly(); // The invitation is still good for another login.
            return new Acceptance.LoginTaken();
          }
          return accepted(
              App.CONSOLE,
              member.id().value(),
              member.id().text(),
              hash,
              PasswordRules.standsAlone(password));
        });
  }

  private Acceptance accepted(
      App app, UUID party, String name, String passwordHash, boolean standsAlone) {
    passwords.set(party, passwordHash, standsAlone);
    audit.record(Sessions.kind(app), party, null, "invitation.accept", name, "done", null);
    return new Acceptance.Accepted(app, party);
  }

  private boolean required(String role) {
    return policy.secondFactor(role) == FactorPolicy.SecondFactor.REQUIRED;
  }

  private Token store(Row invitation) {
    Token token = Token.fresh(random);
    tables.insert(token, invitation, clock.instant().plus(LIFE));
    return token;
  }

  private Optional<Invitee> invitee(Row row) {
    return row.staff()
        .flatMap(staff::find)
        .<Invitee>map(Invitee.Staff::new)
        .or(() -> row.operator().flatMap(operators::find).map(Invitee.Operator::new))
        .or(() -> row.operatorRole().map(Invitee.First::new));
  }
}
