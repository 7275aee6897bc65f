package dev.qiao.ledger;

/** An account of this reference exists with other terms. A mistake of the program that opens it. */
public final class AccountTermsDiffer extends IllegalStateException {
  private final AccountId existing;

  AccountTermsDiffer(AccountId existing, AccountTerms asked) {
    super("Account " + existing.number() + " has this reference and other terms than " + asked);
    this.existing = existing;
  }

  public AccountId existing() {
    return existing;
  }
}
