package dev.qiao.ledger;

import java.util.concurrent.CompletableFuture;

/**
 * An order on its way.
 *
 * @param looks how often the server's clock had been looked at
 */
record SentOrder(
    Ordered ordered, Server server, int looks, CompletableFuture<AccountChange> answer) {

  boolean isSettled() {
    return answer.isDone() || server.isDown();
  }

  boolean isAnswered() {
    return answer.isDone() && !answer.isCompletedExceptionally();
  }
}
