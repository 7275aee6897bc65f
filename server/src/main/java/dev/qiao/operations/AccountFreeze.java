package dev.qiao.operations;

import dev.qiao.identity.Permission;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.Account;
import dev.qiao.ledger.AccountChange;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountOrder;
import dev.qiao.ledger.ChangeId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Side;
import dev.qiao.merchant.Merchants;
import dev.qiao.operations.AccountFreeze.Freeze;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import dev.qiao.protection.Freezes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Whether a person's wallet, or a merchant's account, pays out or takes in. */
@Component
class AccountFreeze implements ProposalKind<Freeze> {
  /**
   * A side of an account to be frozen, or freed.
   *
   * @param party a person's or a merchant's id, in its outside form
   */
  record Freeze(String party, Side side, boolean frozen) {}

  private static final String OPEN = "open";
  private static final String FROZEN = "frozen";
  private static final String FROZEN_BY_PERSON = "frozen_by_person";

  private final Ledger ledger;
  private final Freezes wallets;
  private final PersonAccounts people;
  private final Payees payees;
  private final Merchants merchants;
  private final Parties parties;
  private final DataSource database;
  private final Ids ids;

  AccountFreeze(
      Ledger ledger,
      Freezes wallets,
      PersonAccounts people,
      Payees payees,
      Merchants merchants,
      Parties parties,
      DataSource database,
      Ids ids) {
    this.ledger = ledger;
    this.wallets = wallets;
    this.people = people;
    this.payees = payees;
    this.merchants = merchants;
    this.parties = parties;
    this.database = database;
    this.ids = ids;
  }

  /** The account of a person or merchant; empty when there is no such party, or no account yet. */
  Optional<Account> find(String party) {
    return account(party).flatMap(ledger::account);
  }

  /** Whether nobody but its person has frozen a wallet. */
  boolean isFrozenByPerson(String party) {
    return PersonId.parse(party)
        .filter(person -> wallets.standing(person.value()) == Freezes.Standing.FROZEN_BY_PERSON)
        .isPresent();
  }

  private Optional<AccountId> account(String party) {
    return PersonId.parse(party)
        .flatMap(person -> people.find(person.value()))
        .or(
            () ->
                TypeId.parse("mer", party)
                    .map(id -> new MerchantId(id.value()))
                    .filter(id -> merchants.find(id).isPresent())
                    .map(payees::accountOf));
  }

  @Override
  public String name() {
    return "account.freeze";
  }

  @Override
  public Permission permission() {
    return Permission.ACCOUNTS_FREEZE;
  }

  @Override
  public Class<Freeze> content() {
    return Freeze.class;
  }

  @Override
  public String subject(Freeze freeze) {
    return freeze.party();
  }

  @Override
  public Label label(Freeze freeze) {
    return name(freeze.party());
  }

  /** What a party is called; a person is masked. */
  Label name(String party) {
    return PersonId.parse(party)
        .map(id -> new Label(parties.person(id.value()), null))
        .or(
            () ->
                TypeId.parse("mer", party)
                    .flatMap(id -> merchants.find(new MerchantId(id.value())))
                    .map(found -> new Label(found.names().name(), found.names().nameEn())))
        .orElseGet(() -> new Label(party, null));
  }

  @Override
  public List<Change> changes(Freeze freeze) {
    return find(freeze.party())
        .map(account -> now(freeze, account))
        .filter(now -> !now.equals(wanted(freeze)))
        .map(
            now ->
                List.of(
                    new Change(freeze.side().name().toLowerCase(Locale.ROOT), now, wanted(freeze))))
        .orElse(List.of());
  }

  private String now(Freeze freeze, Account account) {
    return wallet(freeze)
        .map(
            person ->
                switch (wallets.standing(person.value())) {
                  case OPEN -> OPEN;
                  case FROZEN_BY_PERSON -> FROZEN_BY_PERSON;
                  case FROZEN_BY_OPERATOR -> FROZEN;
                })
        .orElseGet(() -> account.frozen().contains(freeze.side()) ? FROZEN : OPEN);
  }

  private static String wanted(Freeze freeze) {
    return freeze.frozen() ? FROZEN : OPEN;
  }

  /** Whose wallet it is from which nothing is to leave: people freeze that themselves, too. */
  private static Optional<PersonId> wallet(Freeze freeze) {
    return freeze.side() == Side.DEBIT ? PersonId.parse(freeze.party()) : Optional.empty();
  }

  @Override
  public boolean carryOut(Freeze freeze, String reference) {
    AccountId account = account(freeze.party()).orElseThrow();
    Optional<PersonId> person = wallet(freeze);
    if (person.isPresent()) {
      UUID id = person.get().value();
      if (freeze.frozen()) {
        wallets.freezeForOperators(id, account, reference);
      } else {
        wallets.thawForOperators(id, account, reference);
      }
      return true;
    }
    var id = new ChangeId(ids.next());
    AccountOrder order =
        freeze.frozen()
            ? new AccountOrder.Freeze(id, account, freeze.side(), reference)
            : new AccountOrder.Unfreeze(id, account, freeze.side(), reference);
    // The transaction's own connection: whoever began it gives it back.
    return ledger.within(DataSourceUtils.getConnection(database)).change(order)
        instanceof AccountChange.Changed;
  }
}
