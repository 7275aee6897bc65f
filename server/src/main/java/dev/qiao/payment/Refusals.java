package dev.qiao.payment;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Movement;
import dev.qiao.identity.PinCheck;
import dev.qiao.identity.Subject;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Refusal;
import dev.qiao.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says to a payer why their money was not taken: one mapping for everything that a person confirms.
 */
@Component
public class Refusals {
  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;

  Refusals(Ledger ledger, Limits limits, InstantSource clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /** Why a PIN does not confirm anything; empty when it does. */
  public Optional<Problem> of(PinCheck check) {
    return switch (check) {
      case PinCheck.Verified _ -> Optional.empty();
      case PinCheck.NotSet _ -> Optional.of(Problem.of(ErrorCode.PIN_REQUIRED));
      case PinCheck.Wrong(var left) ->
          Optional.of(Problem.of(ErrorCode.PIN_WRONG).with("attempts_left", left));
      case PinCheck.Locked(var until) -> Optional.of(waiting(ErrorCode.PIN_LOCKED, until));
      case PinCheck.Blocked _ -> Optional.of(Problem.of(ErrorCode.PIN_BLOCKED));
    };
  }

  /** Why nothing is looked at before that time. */
  Problem tooMany(Instant until) {
    return waiting(ErrorCode.TOO_MANY_ATTEMPTS, until);
  }

  private Problem waiting(ErrorCode code, Instant until) {
    return Problem.of(code)
        .with("until", until.toString())
        .with("retry_after", Math.max(1, Duration.between(clock.instant(), until).toSeconds()));
  }

  /** Why the ledger did not move what a person wanted to be moved, their limits included. */
  public Problem of(
      Refusal refusal, AccountId wallet, UUID person, Movement movement, Money amount) {
    return refusal == Refusal.ALLOWANCE_EXCEEDED
        ? limits.reached(Subject.person(person), movement, amount)
        : of(refusal, wallet);
  }

  /**
   * The same of a payment, which uses the payer's limits and the shop's: what of the shop's is left
   * is nobody else's business.
   */
  Problem of(Refusal refusal, AccountId wallet, UUID payer, Payment payment) {
    if (refusal != Refusal.ALLOWANCE_EXCEEDED) {
      return of(refusal, wallet);
    }
    Subject person = Subject.person(payer);
    return limits
        .lacking(person, Movement.PAYMENT, payment.amount())
        .or(
            () ->
                limits
                    .lacking(payment.payee().business(), Movement.SALE, payment.amount())
                    .map(_ -> Problem.of(ErrorCode.PAYEE_LIMIT_REACHED)))
        .orElseGet(() -> limits.reached(person, Movement.PAYMENT, payment.amount()));
  }

  /** Why the ledger did not move money out of the payer's account. */
  public Problem of(Refusal refusal, AccountId payer) {
    return switch (refusal) {
      case INSUFFICIENT_FUNDS ->
          Problem.of(ErrorCode.INSUFFICIENT_FUNDS)
              .with("available", ledger.balance(payer).available());
      case FROZEN_FOR_DEBIT -> Problem.of(ErrorCode.ACCOUNT_FROZEN);
      // How much the other side may hold, or holds, is nobody else's business.
      case FROZEN_FOR_CREDIT, ACCOUNT_CLOSED, CEILING_EXCEEDED ->
          Problem.of(ErrorCode.PAYEE_CANNOT_RECEIVE);
      case BALANCE_OUT_OF_RANGE -> Problem.of(ErrorCode.BALANCE_OUT_OF_RANGE);
      case ID_NOT_TIME_ORDERED,
          ID_TOO_FAR_AHEAD,
          ID_TOO_OLD,
          NO_LEGS,
          TOO_MANY_LEGS,
          AMOUNT_NOT_POSITIVE,
          SAME_ACCOUNT,
          EXPIRY_NOT_AHEAD,
          ACCOUNT_NOT_FOUND,
          ALLOWANCE_NOT_FOUND,
          UNIT_MISMATCH,
          ALLOWANCE_EXCEEDED,
          HOLD_EXISTS,
          HOLD_NOT_FOUND,
          HOLD_EXPIRED,
          HOLD_FINISHED,
          EXCEEDS_HOLD,
          POSTING_NOT_FOUND,
          NOT_REVERSIBLE,
          WHOLE_ONLY,
          ALREADY_REVERSED,
          EXCEEDS_REMAINING,
          GUARD_MISSED ->
          Problem.of(ErrorCode.LEDGER_REFUSED).with("result", refusal.code());
    };
  }
}
