package dev.qiao.ledger;

import java.util.concurrent.CompletableFuture;

/**
 * A command on its way.
 *
 * @param looks how often the server's clock had been looked at
 * @param commits how many transactions had committed
 */
record Sent(
    Asked asked, Server server, int looks, long commits, CompletableFuture<PostResult> answer) {

  boolean isSettled() {
    return answer.isDone() || server.isDown();
  }
}
