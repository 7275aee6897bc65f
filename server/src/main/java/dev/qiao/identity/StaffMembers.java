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
  private final WayInTables ways;
  private final SessionTables sessions;
  private final Passwords passwords;
  private final Invitations invitations;
  private final Resets resets;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  StaffMembers(
      StaffTables tables,
      WayInTables ways,
      SessionTables sessions,
      Passwords passwords,
      Invitations invitations,
      Resets resets,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.ways = ways;
    this.sessions = sessions;
    this.passwords = passwords;
    this.invitations = invitations;
    this.resets = resets;
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

  /** All who ever worked there, those who have left included. */
  public List<StaffMember> ever(UUID merchant) {
    return tables.ever(merchant);
  }

  /** Makes a member who can sign in at once. */
  public Hiring<StaffMember> create(
      UUID merchant, String name, StaffRole role, String login, String password) {
    return create(merchant, name, role, StaffBounds.NONE, login, password);
  }

  /** The same for a cashier who is held to something. */
  public Hiring<StaffMember> create(
      UUID merchant,
      String name,
      StaffRole role,
      StaffBounds bounds,
      String login,
      String password) {
    Optional<Hiring<StaffMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    StaffMember member = member(merchant, name, role, bounds, login, false);
    Optional<PasswordRefusal> weak = PasswordRules.refusal(password, member.login(), false);
    if (weak.isPresent()) {
      return new Hiring.PasswordRefused<>(weak.get());
    }
    String hash = passwords.hash(password);
    return transaction.execute(
        status -> {
          if (!tables.insert(member, clock.instant())) {
            return new Hiring.LoginTaken<>();
          }
          passwords.set(member.id().value(), hash, true);
          return new Hiring.Hired<>(member);
        });
  }

  /** The same for who is held to nothing. */
  public Hiring<StaffMember> invite(
      @Nullable Caller by, UUID merchant, String name, StaffRole role, String login) {
    return invite(by, merchant, name, role, StaffBounds.NONE, login);
  }

  /**
   * Makes a member who signs in after opening a link within 72 hours. Inviting the same login to
   * the same merchant again makes a new link, and the old one void. Joins the transaction at hand.
   *
   * @param by who invites; null is the system
   */
  public Hiring<StaffMember> invite(
      @Nullable Caller by,
      UUID merchant,
      String name,
      StaffRole role,
      StaffBounds bounds,
      String login) {
    Optional<Hiring<StaffMember>> refused = refusal(name, login);
    if (refused.isPresent()) {
      return refused.get();
    }
    return transaction.execute(
        status -> invite(by, member(merchant, name, role, bounds, login, true)));
  }

  private Hiring<StaffMember> invite(@Nullable Caller by, StaffMember wanted) {
    Optional<StaffMember> invited =
        tables.insert(wanted, clock.instant()) ? Optional.of(wanted) : tables.inviteAgain(wanted);
    if (invited.isEmpty()) {
      return new Hiring.LoginTaken<>();
    }
    Token token = invitations.invite(invited.get().id());
    audit.record(by, "staff.invite", invited.get().id().text(), "done", null);
    return new Hiring.Invited<>(invited.get(), link(token));
  }

  /**
   * Gives a member another role or other bounds. A change of role ends their sessions: they come in
   * anew with what they may now.
   */
  public StaffChanging change(Caller by, StaffId id, StaffRole role, StaffBounds bounds) {
    return transaction.execute(
        status -> {
          List<StaffId> owners = tables.lockOwners(by.merchant().orElseThrow());
          Optional<StaffMember> found = mine(by, id);
          Optional<StaffChanging> refused =
              refusal(by, found, role == StaffRole.OWNER ? List.of() : owners);
          if (refused.isPresent()) {
            return refused.get();
          }
          if (!role(by).mayManage(role)) {
            return new StaffChanging.NotPermitted();
          }
          StaffMember before = found.orElseThrow();
          tables.change(id, role, bounds.of(role));
          if (role != before.role()) {
            sessions.revokeAll(id.value(), null, clock.instant());
          }
          audit.record(
              by, "staff.change", id.text(), "done", before.role().text() + " " + role.text());
          return new StaffChanging.Changed(tables.find(id).orElseThrow());
        });
  }

  /** Ends somebody's work here: they are out at once, and their link is void. */
  public StaffChanging remove(Caller by, StaffId id) {
    return transaction.execute(
        status -> {
          List<StaffId> owners = tables.lockOwners(by.merchant().orElseThrow());
          Optional<StaffMember> found = mine(by, id);
          Optional<StaffChanging> refused = refusal(by, found, owners);
          if (refused.isPresent()) {
            return refused.get();
          }
          tables.close(id);
          invitations.withdraw(id);
          sessions.revokeAll(id.value(), null, clock.instant());
          audit.record(by, "staff.remove", id.text(), "done", null);
          return new StaffChanging.Changed(found.orElseThrow());
        });
  }

  /**
   * Lets a member choose a password anew who cannot sign in: nothing of what they lost opens their
   * account any more, and a link does, once.
   */
  public StaffResetting reset(Caller by, StaffId id, Lost lost) {
    return transaction.execute(
        status -> {
          List<StaffId> owners = tables.lockOwners(by.merchant().orElseThrow());
          Optional<StaffMember> found = mine(by, id);
          Optional<StaffChanging> refused = refusal(by, found, owners);
          if (refused.isPresent()) {
            return refused(refused.get());
          }
          if (id.value().equals(by.party())) {
            return new StaffResetting.NotPermitted();
          }
          tables.reset(id);
          resets.forget(id.value(), lost);
          Token token = invitations.invite(id);
          audit.record(by, "staff.reset", id.text(), "done", lost.text());
          return new StaffResetting.Reset(tables.find(id).orElseThrow(), link(token));
        });
  }

  /** Who owns a merchant's shop and has not left, those invited included. */
  public List<StaffMember> owners(UUID merchant) {
    return tables.of(merchant).stream().filter(member -> member.role() == StaffRole.OWNER).toList();
  }

  /**
   * Makes void what opened the account of an owner who cannot show it any more, with nobody at the
   * shop above them: they wait for a link, as who was invited. Belongs into a transaction.
   *
   * @return false for who is no owner, has left, is invited already, or has another owner above
   */
  public boolean resetOwner(StaffId id, Lost lost) {
    boolean isThere = lockAlone(id).filter(member -> !member.invited()).isPresent();
    if (isThere) {
      tables.reset(id);
      resets.forget(id.value(), lost);
    }
    return isThere;
  }

  /**
   * Makes a new link for an owner who is invited, and the one from before void. Belongs into a
   * transaction. Empty for anybody else, and where another owner can come in to help: whoever has
   * the link is the owner.
   */
  public Optional<Hiring.Invited<StaffMember>> inviteOwnerAgain(Caller by, StaffId id) {
    Optional<StaffMember> owner = lockAlone(id).filter(StaffMember::invited);
    return owner.map(
        member -> {
          Token token = invitations.invite(id);
          audit.record(by, "owner.invite", id.text(), "done", null);
          return new Hiring.Invited<>(member, link(token));
        });
  }

  /** Whether another owner of the shop can come in to help this one. */
  public boolean canBeHelped(StaffMember owner) {
    return ways.anyOtherOwnerComesIn(owner);
  }

  /** An owner with no other to help them; locks all owners of the shop, the others first. */
  private Optional<StaffMember> lockAlone(StaffId id) {
    tables.find(id).map(StaffMember::merchant).ifPresent(tables::lockOwners);
    return tables
        .lock(id)
        .filter(member -> member.role() == StaffRole.OWNER)
        .filter(member -> !canBeHelped(member));
  }

  /** Whether this operator was ever handed a link that makes an owner of a merchant's shop. */
  public boolean isInvitedBy(Caller operator, UUID merchant) {
    return tables.ever(merchant).stream()
        .flatMap(member -> audit.of(member.id().text()).stream())
        .anyMatch(
            entry ->
                entry.act().equals("owner.invite")
                    && entry.actor().filter(operator.party()::equals).isPresent());
  }

  private static StaffResetting refused(StaffChanging refusal) {
    return switch (refusal) {
      case StaffChanging.Unknown() -> new StaffResetting.Unknown();
      case StaffChanging.NotPermitted() -> new StaffResetting.NotPermitted();
      case StaffChanging.LastOwner() -> new StaffResetting.LastOwner();
      case StaffChanging.Changed(var member) ->
          throw new IllegalStateException("Not a refusal: " + member);
    };
  }

  private static String link(Token token) {
    return "/merchant/welcome#token=" + token.text();
  }

  private Optional<StaffMember> mine(Caller by, StaffId id) {
    return tables.lock(id).filter(member -> by.merchant().equals(Optional.of(member.merchant())));
  }

  /**
   * @param owners those of whom one must be left; none when it does not matter
   */
  private static Optional<StaffChanging> refusal(
      Caller by, Optional<StaffMember> found, List<StaffId> owners) {
    if (found.isEmpty()) {
      return Optional.of(new StaffChanging.Unknown());
    }
    StaffMember member = found.get();
    if (!role(by).mayManage(member.role())) {
      return Optional.of(new StaffChanging.NotPermitted());
    }
    return owners.equals(List.of(member.id()))
        ? Optional.of(new StaffChanging.LastOwner())
        : Optional.empty();
  }

  private static StaffRole role(Caller staff) {
    return staff.role().flatMap(StaffRole::find).orElseThrow();
  }

  private StaffMember member(
      UUID merchant,
      String name,
      StaffRole role,
      StaffBounds bounds,
      String login,
      boolean invited) {
    return new StaffMember(
        new StaffId(ids.next()),
        merchant,
        PersonName.parse(name).orElseThrow(),
        role,
        LoginName.parse(login).orElseThrow(),
        bounds.of(role),
        invited);
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
