package dev.qiao.proposal;

/** What became of a decision; refusals in order of precedence. */
sealed interface Deciding {
  record Decided(Proposal proposal) implements Deciding {}

  /** There is none, or it is of a kind that the operator may not do. */
  record Unknown() implements Deciding {}

  /** Who proposes does not decide, nor whom it is about. */
  record Own() implements Deciding {}

  /** Whoever else proposed it may take it back. */
  record NotOwn() implements Deciding {}

  /** Decided before, or its time is over. */
  record Finished(Proposal.State state) implements Deciding {}

  /** What it would change has changed since. */
  record Stale() implements Deciding {}
}
