package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.api.AuditTrail;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.Balance;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.PostingRecord;
import dev.qiao.operations.MovementViews.AccountView;
import dev.qiao.operations.MovementViews.AttemptView;
import dev.qiao.operations.MovementViews.DetailView;
import dev.qiao.operations.MovementViews.LegView;
import dev.qiao.operations.MovementViews.MovementView;
import dev.qiao.operations.MovementViews.PostingView;
import dev.qiao.operations.MovementViews.RefundView;
import dev.qiao.payment.Payment;
import dev.qiao.payment.Payments;
import dev.qiao.payment.Refunds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything about one movement: its tries, what it did to the accounts, and who did what. */
@Component
class MovementDetails {
  private final MovementLines lines;
  private final AuditLines auditLines;
  private final Parties parties;
  private final Payments payments;
  private final Refunds refunds;
  private final Ledger ledger;
  private final AuditTrail trail;

  MovementDetails(
      MovementLines lines,
      AuditLines auditLines,
      Parties parties,
      Payments payments,
      Refunds refunds,
      Ledger ledger,
      AuditTrail trail) {
    this.lines = lines;
    this.auditLines = auditLines;
    this.parties = parties;
    this.payments = payments;
    this.refunds = refunds;
    this.ledger = ledger;
    this.trail = trail;
  }

  DetailView of(Movement movement) {
    MovementView line = lines.of(movement);
    List<PostingRecord> postings = postings(movement);
    return new DetailView(
        line.id(),
        line.kind(),
        line.at(),
        line.state(),
        line.amount(),
        line.payer(),
        line.payee(),
        line.payeeEn(),
        line.channel(),
        line.scene(),
        line.receiptNumber(),
        movement.reason().orElse(null),
        movement.createdAt(),
        movement.expiresAt().orElse(null),
        movement.finishedAt().orElse(null),
        movement.orderReference().orElse(null),
        movement.note().orElse(null),
        attempts(movement, postings),
        movement instanceof Movement.Paid(var payment) ? refunds(payment) : List.of(),
        postings.stream().map(this::posting).toList(),
        auditLines.of(trail.of(movement.reference())));
  }

  /** All of a payment, its refunds' included; of a refund only its own. */
  private List<PostingRecord> postings(Movement movement) {
    List<PostingRecord> all = ledger.postingsOf(movement.reference());
    return movement instanceof Movement.GivenBack(_, var refund)
        ? all.stream().filter(posting -> posting.id().equals(refund.posting())).toList()
        : all;
  }

  /** A payment keeps its tries; for all else they are what the ledger was asked. */
  private List<AttemptView> attempts(Movement movement, List<PostingRecord> postings) {
    if (movement instanceof Movement.Paid(var payment)) {
      return payments.attempts(payment.id()).stream()
          .map(
              attempt ->
                  new AttemptView(
                      text(attempt.posting()),
                      attempt.at(),
                      attempt.state(),
                      attempt.reason().orElse(null)))
          .toList();
    }
    return postings.stream()
        .map(
            posting ->
                new AttemptView(
                    text(posting.id()),
                    posting.at(),
                    posting.refusal().isPresent() ? "refused" : "succeeded",
                    posting.refusal().map(refusal -> refusal.code()).orElse(null)))
        .toList();
  }

  private List<RefundView> refunds(Payment payment) {
    return refunds.of(payment.id()).stream()
        .map(
            refund ->
                new RefundView(
                    refund.id().text(),
                    Amount.of(refund.amount()),
                    refund.at(),
                    parties.staff(refund.by()),
                    refund.reason().orElse(null)))
        .toList();
  }

  private PostingView posting(PostingRecord posting) {
    return new PostingView(
        text(posting.id()),
        posting.verb().equals("post") ? posting.kind() : posting.verb(),
        posting.at(),
        posting.refusal().isPresent() ? "refused" : "posted",
        posting.legs().stream().map(this::leg).toList());
  }

  private LegView leg(PostingRecord.LegRecord leg) {
    return new LegView(
        account(leg.debit(), leg.debitAfter()),
        account(leg.credit(), leg.creditAfter()),
        Amount.of(leg.amount()));
  }

  private AccountView account(PostingRecord.Party party, Balance after) {
    return new AccountView(
        party.account().number(),
        party.kind(),
        parties.account(party.reference()),
        Amount.of(after.posted(), after.unit()),
        after.sequence());
  }

  private static String text(PostingId posting) {
    return new TypeId("pst", posting.value()).toString();
  }
}
