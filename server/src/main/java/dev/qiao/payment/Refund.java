package dev.qiao.payment;

import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Money given back of a payment. It exists only once it has happened. */
public record Refund(
    RefundId id,
    PaymentId payment,
    Money amount,
    Optional<String> reason,
    UUID by,
    Instant at,
    PostingId posting) {}
