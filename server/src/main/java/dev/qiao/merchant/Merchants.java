package dev.qiao.merchant;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Hiring;
import dev.qiao.identity.MerchantNames;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffRole;
import dev.qiao.ids.Ids;
import dev.qiao.payment.Category;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.StoreId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The merchants of the platform. */
@Service
public class Merchants implements MerchantNames {
  private final MerchantTables tables;
  private final Payees payees;
  private final StaffMembers staff;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Merchants(
      MerchantTables tables,
      Payees payees,
      StaffMembers staff,
      AuditTrail trail,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.payees = payees;
    this.staff = staff;
    this.trail = trail;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a merchant with its first store and invites its owner: all or nothing, in the transaction
   * at hand or its own.
   */
  public Opening create(
      @Nullable Caller by,
      Names names,
      Category category,
      Names store,
      String ownerName,
      String ownerLogin) {
    return transaction.execute(
        status -> {
          Merchant merchant = open(by, names, category, store);
          Opening opening =
              switch (staff.invite(
                  by, merchant.id().value(), ownerName, StaffRole.OWNER, ownerLogin)) {
                case Hiring.Invited<StaffMember>(_, var path) -> new Opening.Opened(merchant, path);
                case Hiring.NameInvalid<StaffMember>() ->
                    refused(ErrorCode.NAME_INVALID, "owner_name");
                case Hiring.LoginInvalid<StaffMember>() ->
                    refused(ErrorCode.FIELD_INVALID, "owner_login");
                case Hiring.LoginTaken<StaffMember>() ->
                    refused(ErrorCode.LOGIN_TAKEN, "owner_login");
                case Hiring.Hired<StaffMember> _, Hiring.PasswordRefused<StaffMember> _ ->
                    throw new IllegalStateException("An invitation asks for no password");
              };
          if (opening instanceof Opening.Refused) {
            status.setRollbackOnly();
          }
          return opening;
        });
  }

  private static Opening refused(ErrorCode code, String field) {
    return new Opening.Refused(Problem.of(code).with("field", field));
  }

  /** Opens a merchant with its first store, without anybody who could sign in for it yet. */
  public Merchant open(@Nullable Caller by, Names names, Category category, Names store) {
    var merchant =
        new Merchant(
            new MerchantId(ids.next()), names, category, Merchant.State.LIVE, clock.instant());
    // The ledger opens accounts in transactions of its own; one that nobody uses is empty and harms
    // nobody.
    payees.accountOf(merchant.id());
    return transaction.execute(
        status -> {
          tables.insert(merchant, by == null ? null : by.party());
          addStore(merchant, store);
          trail.record(by, "merchant.create", merchant.id().text(), "done", null);
          return merchant;
        });
  }

  /** Opens another store, payable at once. */
  public Payee addStore(Merchant merchant, Names store) {
    return payees.register(
        new StoreId(ids.next()),
        merchant.id(),
        merchant.names().name(),
        Optional.ofNullable(merchant.names().nameEn()),
        store.name(),
        Optional.ofNullable(store.nameEn()),
        merchant.category());
  }

  public Optional<Merchant> find(MerchantId id) {
    return tables.find(id);
  }

  /** Merchants, the newest first, below an id. */
  public List<Merchant> list(Optional<UUID> before, int limit) {
    return tables.list(before, limit);
  }

  /** How many merchants there are, the closed ones left out. */
  public long count() {
    return tables.count();
  }

  @Override
  public Optional<MerchantName> nameOf(UUID merchant) {
    return find(new MerchantId(merchant))
        .map(found -> new MerchantName(found.names().name(), found.names().nameEn()));
  }

  @Override
  public boolean hasStore(UUID merchant, UUID store) {
    return payees
        .find(new StoreId(store))
        .filter(found -> found.merchant().equals(new MerchantId(merchant)))
        .isPresent();
  }

  @Override
  public Optional<UUID> openedBy(UUID merchant) {
    return tables.openedBy(merchant).or(() -> openedByTrail(new MerchantId(merchant)));
  }

  /** Of those that were opened before it was kept with them, only the trail knows. */
  private Optional<UUID> openedByTrail(MerchantId merchant) {
    return trail.of(merchant.text()).stream()
        .filter(entry -> entry.act().equals("merchant.create"))
        .filter(entry -> entry.actorKind().equals("operator"))
        .flatMap(entry -> entry.actor().stream())
        .findFirst();
  }
}
