package dev.qiao.payment;

import dev.qiao.ledger.PostingId;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to take a payment's money; {@code state} is succeeded or refused, {@code reason} says why
 * it was refused.
 */
public record Attempt(PostingId posting, Instant at, String state, Optional<String> reason) {}
