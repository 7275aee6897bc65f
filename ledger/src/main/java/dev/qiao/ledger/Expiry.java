package dev.qiao.ledger;

/** Gives back what a hold sets aside whose time is over. The ledger's own command. */
record Expiry(PostingId id, HoldId hold) implements Command {
  @Override
  public String kind() {
    return "hold_expiry";
  }
}
