package dev.qiao.payment;

import dev.qiao.api.Problem;
import dev.qiao.ledger.Companion;
import java.util.Optional;

/** A kind of movement that may have been made to wait, and how it goes on or ends. */
public interface Holdable {
  /** What is written down together with the end of waiting, so that it ends once. */
  interface Ending {
    /** A guard to travel with a ledger command. */
    Companion companion();

    /** The same in the transaction at hand; false when it has ended already. */
    boolean take();
  }

  /** Whether a thing of this id is of this kind. */
  boolean holds(String thing);

  /** Who gets the money, as the payer may see them. */
  Names payee(String thing);

  /** Lets it go on, as its payer had confirmed it; why not, if it cannot. */
  Optional<Problem> release(String thing, Ending ending);

  /** Ends it without money having left. Doing it again does nothing. */
  void refuse(String thing, Ending ending);
}
