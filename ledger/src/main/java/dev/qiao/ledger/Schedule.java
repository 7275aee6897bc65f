package dev.qiao.ledger;

import java.util.function.BooleanSupplier;

/**
 * How the lanes of a writer come to run, and wait for each other: threads in a server, turns that a
 * seed decides in a simulation. What lanes share changes only inside {@link #change} and {@link
 * #await}, one at a time.
 */
interface Schedule {
  /** Lets this run beside whoever asks for it. */
  void start(Runnable lane);

  /** Waits until this says true; it may take what it has found free. */
  void await(BooleanSupplier isReady);

  /** Changes something that others may wait for. */
  void change(Runnable change);

  /** Waits a little before another try; longer the more there have been. */
  void pause(int tries);
}
