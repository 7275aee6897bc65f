package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Those who sign in for merchants. */
@Component
public class StaffMembers {
  private final StaffTables tables;
  private final Passwords passwords;
  private final Invitations invitations;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  StaffMembers(
      StaffTables tables,
      Passwords passwords,
      Invitations invitations,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.passwords = passwords;
    this.invitations = invitations;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<StaffMember> find(StaffId id) {
    return tables.find(id);
  }

  /** A merchant's staff, those invited included, in the order they came. */
  public List<StaffMember> of(UUID merchant) {
    return tables.of(merchant);
  }

  /** Makes a member who can sign in at once. */
  public Hiring<StaffMember> create(
      UUID merchant, String name, StaffRole role, String login, String password) {
    Optional<Hiring<StaffMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    StaffMember member = member(merchant, name, role, login);
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, member.login(), false);
    if (weak.isPresent()) {
      return new Hiring.PasswordRefused<>(weak.get());
    }
    String hash = passwords.hash(password);
    return transaction.execute(
        status -> {
          if (!tables.insert(member, "active", clock.instant())) {
            return new Hiring.LoginTaken<>();
          }
          passwords.set(member.id().value(), hash, true);
          return new Hiring.Hired<>(member);
        });
  }

  /**
   * Makes a member who signs in after opening a link within 72 hours. Inviting the same login to
   * the same merchant again makes a new link, and the old one void. Joins the transaction at hand.
   *
   * @param by who invites; null is the system
   */
  public Hiring<StaffMember> invite(
      @Nullable Caller by, UUID merchant, String name, StaffRole role, String login) {
    Optional<Hiring<StaffMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    return transaction.execute(status -> invite(by, member(merchant, name, role, login)));
  }

  private Hiring<StaffMember> invite(@Nullable Caller by, StaffMember wanted) {
    Optional<StaffMember> invited =
        tables.insert(wanted, "invited", clock.instant())
            ? Optional.of(wanted)
            : tables.inviteAgain(wanted.merchant(), wanted.login(), wanted.name(), wanted.role());
    if (invited.isEmpty()) {
      return new Hiring.LoginTaken<>();
    }
    Token token = invitations.invite(invited.get().id());
    audit.record(by, "staff.invite", invited.get().id().text(), "done", null);
    return new Hiring.Invited<>(invited.get(), "/merchant/welcome#token=" + token.text());
  }

  private StaffMember member(UUID merchant, String name, StaffRole role, String login) {
    return new StaffMember(
        new StaffId(ids.next()),
        merchant,
        PersonName.parse(name).orElseThrow(),
        role,
        LoginName.parse(login).orElseThrow());
  }

  private static Optional<Hiring<StaffMember>> refusal(String name, String login) {
    if (PersonName.parse(name).isEmpty()) {
      return Optional.of(new Hiring.NameInvalid<>());
    }
    return LoginName.parse(login).isEmpty()
        ? Optional.of(new Hiring.LoginInvalid<>())
        : Optional.empty();
  }
}
