package dev.qiao.bank;

import dev.qiao.ledger.Companion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Orders to banks. An order is written down with whatever it belongs to, and goes to the bank after
 * that commit. What becomes of it is told by {@link BankTransferChanged}, and to anyone who asks.
 */
@Service
public class BankTransfers {
  private final TransferTables tables;
  private final TransferWork work;
  private final BankTerms terms;
  private final InstantSource clock;

  BankTransfers(TransferTables tables, TransferWork work, BankTerms terms, InstantSource clock) {
    this.tables = tables;
    this.work = work;
    this.terms = terms;
    this.clock = clock;
  }

  /** Writes an order down in the transaction at hand. */
  public void order(TransferOrder order) {
    Instant now = clock.instant();
    tables.insert(order, now, now.plus(terms.answerWithin()), deadline(now));
  }

  /** An order to travel with a posting. */
  public Companion companion(TransferOrder order) {
    Instant now = clock.instant();
    return tables.companion(order, now, now.plus(terms.answerWithin()), deadline(now));
  }

  /** Until when an order made now is answered, or handed to an operator. */
  public Instant deadline(Instant now) {
    return now.plus(terms.resolveWithin());
  }

  /** What is known, after asking the bank where that is due. Not for use inside a transaction. */
  public Optional<BankTransfer> look(UUID id) {
    Optional<BankTransfer> transfer = tables.find(id);
    if (transfer.isEmpty() || !transfer.get().isOpen()) {
      return transfer;
    }
    work.look(id);
    return tables.find(id);
  }

  /** Those that an operator should look at, the newest first. */
  public List<BankTransfer> flagged(int limit) {
    return tables.flagged(limit);
  }

  /**
   * Does all that is due now. The schedule does so anyway; this is for those who set the clock
   * themselves.
   */
  public void work() {
    work.run();
  }
}
