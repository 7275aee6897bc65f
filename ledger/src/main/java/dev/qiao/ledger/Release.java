package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

/** Gives back what a hold still sets aside. */
public record Release(PostingId id, HoldId hold) implements Command {
  public Release {
    requireNonNull(id, "id");
    requireNonNull(hold, "hold");
  }

  @Override
  public String kind() {
    return "hold_release";
  }
}
