package dev.qiao.wallet;

import dev.qiao.identity.Deed;
import dev.qiao.identity.PersonId;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.payment.Payment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Money from one person to another. It has the states of a payment. */
public record Transfer(
    TransferId id,
    UUID payer,
    UUID payee,
    Money amount,
    Payment.State state,
    Optional<String> note,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> finishedAt,
    Optional<PostingId> posting) {

  /** What its payer is asked to confirm. */
  Deed deed() {
    return new Deed(id.text(), amount, new PersonId(payee).text());
  }

  Transfer at(Instant now) {
    return state == Payment.State.REQUIRES_CONFIRMATION && !now.isBefore(expiresAt)
        ? new Transfer(
            id,
            payer,
            payee,
            amount,
            Payment.State.EXPIRED,
            note,
            createdAt,
            expiresAt,
            Optional.of(expiresAt),
            posting)
        : this;
  }

  /** Confirmed, and waiting for its payer to say once more that it was they. */
  Transfer held() {
    return new Transfer(
        id,
        payer,
        payee,
        amount,
        Payment.State.PROCESSING,
        note,
        createdAt,
        expiresAt,
        finishedAt,
        posting);
  }

  Transfer paid(PostingId posting, Instant at) {
    return new Transfer(
        id,
        payer,
        payee,
        amount,
        Payment.State.SUCCEEDED,
        note,
        createdAt,
        expiresAt,
        Optional.of(at),
        Optional.of(posting));
  }

  Transfer withNote(Optional<String> words) {
    return new Transfer(
        id, payer, payee, amount, state, words, createdAt, expiresAt, finishedAt, posting);
  }
}
