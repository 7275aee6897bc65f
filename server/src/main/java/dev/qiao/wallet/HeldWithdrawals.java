package dev.qiao.wallet;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.bank.BankTransfers;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Holdable;
import dev.qiao.payment.Names;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Withdrawals that wait for their payer's second word. Their money is set aside already, with what
 * they use of the limits; let go, the bank is asked for them, and refused, all of it comes back.
 */
@Component
class HeldWithdrawals implements Holdable {
  private final BankMoveTables tables;
  private final BankMoveEnding ending;
  private final BankTransfers bank;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  HeldWithdrawals(
      BankMoveTables tables,
      BankMoveEnding ending,
      BankTransfers bank,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.ending = ending;
    this.bank = bank;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean holds(String thing) {
    return TypeId.parse(BankMove.Kind.WITHDRAWAL.prefix(), thing).isPresent();
  }

  @Override
  public Names payee(String thing) {
    LinkedAccount account = tables.find(id(thing)).orElseThrow().account();
    return new Names(
        account.bankName() + " " + account.tail(), account.bankNameEn() + " " + account.tail());
  }

  @Override
  public Optional<Problem> release(String thing, Ending waiting) {
    BankMove move = tables.find(id(thing)).orElseThrow();
    Instant now = clock.instant();
    Boolean done =
        transaction.execute(
            status -> {
              if (!waiting.take()) {
                return false;
              }
              if (!tables.letGo(move.id(), BankMoveEnding.firstLook(now), bank.deadline(now))) {
                throw new IllegalStateException("Not held: " + thing);
              }
              bank.order(BankMoves.order(move));
              return true;
            });
    return Boolean.TRUE.equals(done)
        ? Optional.empty()
        : Optional.of(Problem.of(ErrorCode.HELD_ANSWERED));
  }

  @Override
  public void refuse(String thing, Ending waiting) {
    tables
        .find(id(thing))
        .filter(BankMove::held)
        .ifPresent(move -> ending.refuse(move, waiting.companion()));
  }

  private static UUID id(String thing) {
    return BankMoveId.from(BankMove.Kind.WITHDRAWAL, thing).value();
  }
}
