package dev.qiao.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody asks of a ledger. */
public sealed interface Ask {
  UUID id();

  /** So many of the smallest part of a unit. */
  record Amount(long minor, String unit) {}

  /** A move from the debited account to the credited one. */
  record Leg(long debit, long credit, Amount amount) {}

  /** What an account gets of a capture. */
  record Share(long credit, Amount amount) {}

  /** What is taken from an allowance. */
  record Use(long allowance, Amount amount) {}

  /** Move money. */
  record Post(UUID id, List<Leg> legs, List<Use> uses) implements Ask {}

  /** Set money aside. */
  record Hold(UUID id, UUID hold, long account, Amount amount, long expiresAt, List<Use> uses)
      implements Ask {}

  /** Set more aside. */
  record Increase(UUID id, UUID hold, Amount amount, List<Use> uses) implements Ask {}

  /** Move what was set aside; the last one gives back the rest. */
  record Capture(UUID id, UUID hold, List<Share> shares, boolean last) implements Ask {}

  /** Give back what is set aside. */
  record Release(UUID id, UUID hold) implements Ask {}

  /** Move back what was moved: a part, or all that remains. */
  record Reverse(UUID id, UUID of, Optional<Amount> part) implements Ask {}

  /** Give back what is set aside, because its time is over. */
  record Expire(UUID id, UUID hold) implements Ask {}
}
