package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored command with all that it did.
 *
 * @param verb what was asked: post, hold, increase, capture, release, reverse or expire
 * @param refusal why nothing was done; empty when it was done
 * @param hold the hold that it made or changed
 * @param of what it reversed
 * @param holdChanges what was set aside, or given back without being moved
 */
public record PostingRecord(
    PostingId id,
    String verb,
    Instant at,
    Optional<Refusal> refusal,
    String kind,
    String reference,
    Optional<UUID> channel,
    Optional<String> scene,
    Map<String, String> attributes,
    Optional<HoldId> hold,
    Optional<PostingId> of,
    List<LegRecord> legs,
    List<HoldChange> holdChanges) {

  PostingRecord with(List<LegRecord> legs, List<HoldChange> holdChanges) {
    return new PostingRecord(
        id,
        verb,
        at,
        refusal,
        kind,
        reference,
        channel,
        scene,
        attributes,
        hold,
        of,
        legs,
        holdChanges);
  }

  /** An account as the operator knows it. */
  public record Party(AccountId account, String reference, String kind) {}

  /** A leg with both balances after it. */
  public record LegRecord(
      Party debit, Party credit, Money amount, Balance debitAfter, Balance creditAfter) {}

  /** What was set aside (positive) or given back (negative), with the balance after it. */
  public record HoldChange(HoldId hold, Party account, Money change, Balance after) {}
}
