package dev.qiao.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.identity.Deed;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that a person is to pay, or has paid, to a shop.
 *
 * @param payer known once somebody has confirmed it
 * @param code the secret part of its own code, when it was made by the shop
 * @param posting the ledger's posting, once it has succeeded
 * @param newCustomer whether it was the payer's first at this merchant
 */
public record Payment(
    PaymentId id,
    Payee payee,
    Optional<UUID> payer,
    ChannelId channel,
    Scene scene,
    Money amount,
    State state,
    Optional<String> note,
    Optional<String> orderReference,
    Optional<UUID> createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> finishedAt,
    Optional<PostingId> posting,
    Money refunded,
    Optional<String> code,
    boolean newCustomer) {

  /** Where a payment stands. */
  public enum State {
    REQUIRES_CONFIRMATION,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    EXPIRED,
    UNKNOWN;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The payment as it stands at a time: one that waited too long has expired, whether or not
   * anybody has written it down.
   */
  Payment at(Instant now) {
    return state == State.REQUIRES_CONFIRMATION && !now.isBefore(expiresAt)
        ? with(State.EXPIRED, expiresAt)
        : this;
  }

  Payment with(State state, Instant finishedAt) {
    return new Payment(
        id,
        payee,
        payer,
        channel,
        scene,
        amount,
        state,
        note,
        orderReference,
        createdBy,
        createdAt,
        expiresAt,
        Optional.of(finishedAt),
        posting,
        refunded,
        code,
        newCustomer);
  }

  Payment withNote(Optional<String> words) {
    return new Payment(
        id,
        payee,
        payer,
        channel,
        scene,
        amount,
        state,
        words,
        orderReference,
        createdBy,
        createdAt,
        expiresAt,
        finishedAt,
        posting,
        refunded,
        code,
        newCustomer);
  }

  Payment paid(UUID payer, PostingId posting, Instant at) {
    return new Payment(
        id,
        payee,
        Optional.of(payer),
        channel,
        scene,
        amount,
        State.SUCCEEDED,
        note,
        orderReference,
        createdBy,
        createdAt,
        expiresAt,
        Optional.of(at),
        Optional.of(posting),
        refunded,
        code,
        newCustomer);
  }

  /** Confirmed, and waiting for its payer to say once more that it was they. */
  Payment held(UUID payer) {
    return new Payment(
        id,
        payee,
        Optional.of(payer),
        channel,
        scene,
        amount,
        State.PROCESSING,
        note,
        orderReference,
        createdBy,
        createdAt,
        expiresAt,
        finishedAt,
        posting,
        refunded,
        code,
        newCustomer);
  }

  /** What its payer is asked to confirm. */
  Deed deed() {
    return new Deed(id.text(), amount, payee.store().text());
  }

  /** What may still be given back. */
  public Money refundable() {
    return state == State.SUCCEEDED ? amount.minus(refunded) : Money.zero(amount.unit());
  }
}
