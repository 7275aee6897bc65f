package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One thing that an operator may do. Its name outside never changes its meaning. Which role has
 * which is in {@link OperatorRole#permissions} alone.
 */
public enum Permission {
  /** The platform's day in figures. */
  OVERVIEW_READ("overview.read"),
  CHANNELS_READ("channels.read"),
  /** Close a channel further, at once; propose to open it again. */
  CHANNELS_SWITCH("channels.switch"),
  /** Every payment, refund, transfer, top-up and withdrawal. */
  MOVEMENTS_READ("movements.read"),
  /** What banks have not answered. */
  BANK_MOVES_READ("bank_moves.read"),
  /** What the ledger's self-audit found. */
  BOOKS_READ("books.read"),
  MERCHANTS_READ("merchants.read"),
  MERCHANTS_OPEN("merchants.open"),
  /** See who owns a shop; propose to invite an owner anew who cannot sign in. */
  OWNERS_RESET("owners.reset"),
  PEOPLE_SEARCH("people.search"),
  /** See who somebody is, with a reason. */
  PEOPLE_DISCLOSE("people.disclose"),
  /** See what the law makes us keep of people who were erased. */
  PEOPLE_DISCLOSE_RETAINED("people.disclose_retained"),
  /** See what people sent to show who they are, and decide how far they are verified. */
  PEOPLE_VERIFY("people.verify"),
  /**
   * The same of businesses. They stand in one queue with people: who has this also needs {@link
   * #PEOPLE_VERIFY}.
   */
  MERCHANTS_VERIFY("merchants.verify"),
  /** Lower a limit of one person or business at once; propose to raise it. */
  LIMITS_CHANGE("limits.change"),
  /** Decide whether somebody who has lost all that shows it is who they say. */
  RECOVERIES_REVIEW("recoveries.review"),
  LOCKS_READ("locks.read"),
  LOCKS_PLACE("locks.place"),
  LOCKS_LIFT("locks.lift"),
  ACCOUNTS_READ("accounts.read"),
  /** Freeze a wallet or a merchant's account, at once; propose to unfreeze it. */
  ACCOUNTS_FREEZE("accounts.freeze"),
  FACTOR_POLICY_READ("factor_policy.read"),
  FACTOR_POLICY_CHANGE("factor_policy.change"),
  OPERATORS_READ("operators.read"),
  /** Invite operators, take roles away, propose to give them. */
  OPERATORS_MANAGE("operators.manage"),
  PROPOSALS_READ("proposals.read"),
  /** Decide what another has proposed, together with the permission that its kind names. */
  PROPOSALS_DECIDE("proposals.decide"),
  AUDIT_READ("audit.read");

  private final String text;

  Permission(String text) {
    this.text = text;
  }

  /** The form outside. */
  @JsonValue
  public String text() {
    return text;
  }
}
