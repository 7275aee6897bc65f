package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of an account's statement.
 *
 * @param posting the change that it belongs to
 * @param kind that of the change
 * @param counterparty the account on the other side; none when money was only set aside or given
 *     back
 * @param amount change of the posted balance: positive for a credit, negative for a debit
 * @param held change of the held balance
 * @param after the account's balance after it, with its sequence number
 */
public record Entry(
    PostingId posting,
    Instant at,
    String kind,
    String reference,
    Optional<AccountId> counterparty,
    Money amount,
    Money held,
    Balance after,
    Optional<UUID> channel,
    Optional<String> scene) {}
