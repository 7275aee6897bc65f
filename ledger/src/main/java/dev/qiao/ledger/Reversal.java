package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.util.Optional;

/**
 * Moves back what a posting or a capture has moved. Keeps its channel and scene.
 *
 * @param of what to reverse
 * @param amount the part of a one-leg posting to move back; empty for all that remains of it, and
 *     for a posting of several legs, which is reversed whole or not at all
 * @param reference what the reversal is for, such as the id of a refund
 */
public record Reversal(PostingId id, PostingId of, Optional<Money> amount, String reference)
    implements Command {
  public Reversal {
    requireNonNull(id, "id");
    requireNonNull(of, "of");
    requireNonNull(amount, "amount");
    Texts.require(reference, "reference");
  }

  @Override
  public String kind() {
    return "reversal";
  }
}
