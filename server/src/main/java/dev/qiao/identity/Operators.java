package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Those who run the platform. */
@Component
public class Operators {
  /** What became of a change of somebody's power; refusals in order of precedence. */
  public enum Turning {
    DONE,
    /** They have left, or have another role by now. */
    MISSED,
    /** No administrator could come in any more. */
    LAST_ADMINISTRATOR
  }

  private final OperatorTables tables;
  private final Administrators administrators;
  private final SessionTables sessions;
  private final Passwords passwords;
  private final Invitations invitations;
  private final Resets resets;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Operators(
      OperatorTables tables,
      Administrators administrators,
      SessionTables sessions,
      Passwords passwords,
      Invitations invitations,
      Resets resets,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.administrators = administrators;
    this.sessions = sessions;
    this.passwords = passwords;
    this.invitations = invitations;
    this.resets = resets;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** Also those who have left. */
  public Optional<OperatorMember> find(OperatorId id) {
    return tables.find(id);
  }

  /** All who have not left, those invited included, in the order they came. */
  public List<OperatorMember> list() {
    return tables.list();
  }

  /** Whether nobody runs the platform yet. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /** Whether nobody but this operator ever was an administrator. */
  public boolean isOnlyAdministratorEver(OperatorId id) {
    return tables.isOnlyAdministratorEver(id);
  }

  /** Makes an operator who can sign in at once. */
  public Hiring<OperatorMember> create(
      String name, OperatorRole role, String login, String password) {
    Optional<Hiring<OperatorMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    OperatorMember member = member(name, role, login, OperatorMember.State.ACTIVE);
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, member.login(), true);
    if (weak.isPresent()) {
      return new Hiring.PasswordRefused<>(weak.get());
    }
    String hash = passwords.hash(password);
    return transaction.execute(
        status -> {
          if (!tables.insert(member, clock.instant())) {
            return new Hiring.LoginTaken<>();
          }
          passwords.set(member.id().value(), hash, PasswordRules.standsAlone(password));
          return new Hiring.Hired<>(member);
        });
  }

  /**
   * Makes an operator who signs in after opening a link within 72 hours. Inviting the same login
   * again makes a new link, and the old one void. Joins the transaction at hand.
   */
  public Hiring<OperatorMember> invite(Caller by, String name, OperatorRole role, String login) {
    Optional<Hiring<OperatorMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    OperatorMember wanted = member(name, role, login, OperatorMember.State.INVITED);
    return transaction.execute(status -> invite(by, wanted));
  }

  private Hiring<OperatorMember> invite(Caller by, OperatorMember wanted) {
    Optional<OperatorMember> invited =
        tables.insert(wanted, clock.instant())
            ? Optional.of(wanted)
            : tables.invitedByLogin(wanted.login());
    if (invited.isEmpty()) {
      return new Hiring.LoginTaken<>();
    }
    return new Hiring.Invited<>(invited.get(), link(by, invited.get().id()));
  }

  /**
   * Makes a new link for who has not come yet, and the old one void; empty for everybody else.
   * Belongs into a transaction.
   */
  public Optional<Hiring.Invited<OperatorMember>> inviteAgain(Caller by, OperatorId id) {
    return tables
        .find(id)
        .filter(member -> member.state() == OperatorMember.State.INVITED)
        .map(member -> new Hiring.Invited<>(member, link(by, id)));
  }

  private String link(Caller by, OperatorId id) {
    Token token = invitations.invite(id);
    audit.record(by, "operator.invite", id.text(), "done", null);
    return "/console/welcome#token=" + token.text();
  }

  /**
   * Makes void what opened the account of an operator who cannot show it any more: they wait for a
   * link, as who was invited. Belongs into a transaction.
   */
  public Turning reset(OperatorId id, Lost lost) {
    if (administrators.isLast(id)) {
      return Turning.LAST_ADMINISTRATOR;
    }
    if (!tables.reset(id)) {
      return Turning.MISSED;
    }
    invitations.withdraw(id);
    resets.forget(id.value(), lost);
    return Turning.DONE;
  }

  /**
   * Gives an operator another role, and ends their sessions: they come in anew with what they may
   * now. Belongs into a transaction.
   */
  public Turning changeRole(OperatorId id, OperatorRole from, OperatorRole to) {
    if (administrators.isLast(id)) {
      return Turning.LAST_ADMINISTRATOR;
    }
    if (!tables.changeRole(id, from, to)) {
      return Turning.MISSED;
    }
    sessions.revokeAll(id.value(), null, clock.instant());
    return Turning.DONE;
  }

  /** Lets an operator out for ever, at once and everywhere. Belongs into a transaction. */
  public Turning close(OperatorId id) {
    if (administrators.isLast(id)) {
      return Turning.LAST_ADMINISTRATOR;
    }
    if (!tables.close(id)) {
      return Turning.MISSED;
    }
    invitations.withdraw(id);
    sessions.revokeAll(id.value(), null, clock.instant());
    return Turning.DONE;
  }

  /** Whether nobody could come in to administer but for this operator, as it stands now. */
  public boolean isLastAdministrator(OperatorId id) {
    return administrators.isLast(id);
  }

  private OperatorMember member(
      String name, OperatorRole role, String login, OperatorMember.State state) {
    return new OperatorMember(
        new OperatorId(ids.next()),
        PersonName.parse(name).orElseThrow(),
        role,
        LoginName.parse(login).orElseThrow(),
        state);
  }

  private static Optional<Hiring<OperatorMember>> refusal(String name, String login) {
    if (PersonName.parse(name).isEmpty()) {
      return Optional.of(new Hiring.NameInvalid<>());
    }
    return LoginName.parse(login).isEmpty()
        ? Optional.of(new Hiring.LoginInvalid<>())
        : Optional.empty();
  }
}
