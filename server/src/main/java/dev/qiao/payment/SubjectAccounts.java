package dev.qiao.payment;

import dev.qiao.decision.Wallets;
import dev.qiao.identity.Subject;
import dev.qiao.ledger.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ledger accounts of people and of merchants. */
@Component
class SubjectAccounts implements Wallets {
  private final PersonAccounts people;
  private final Payees payees;

  SubjectAccounts(PersonAccounts people, Payees payees) {
    this.people = people;
    this.payees = payees;
  }

  @Override
  public Optional<AccountId> find(Subject subject) {
    return switch (subject.kind()) {
      case PERSON -> people.find(subject.value());
      case BUSINESS -> payees.findAccount(new MerchantId(subject.value()));
    };
  }
}
