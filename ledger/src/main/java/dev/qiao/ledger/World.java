package dev.qiao.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * What a command meets: the accounts it touches, the hold it names, the posting it reverses, and
 * whether its guards hit.
 */
record World(
    Map<AccountId, AccountState> accounts,
    Optional<HoldState> hold,
    Optional<PastPosting> past,
    boolean guardMissed) {}
