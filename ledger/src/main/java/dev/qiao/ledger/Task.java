package dev.qiao.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command with its companions on its way to an answer. */
final class Task {
  final Command command;
  final byte[] digest;
  final List<Companion.Guard> guards;
  final List<Companion.Insert> inserts;
  final CompletableFuture<PostResult> answer = new CompletableFuture<>();

  /** What this attempt has found out so far. */
  boolean guardMissed;

  int rowsGuarded;
  Decision decision;
  PostResult result;

  Task(Command command, List<Companion> companions) {
    this.command = command;
    this.digest = Digest.of(command);
    this.guards = only(Companion.Guard.class, companions);
    this.inserts = only(Companion.Insert.class, companions);
  }

  private static <T extends Companion> List<T> only(Class<T> type, List<Companion> companions) {
    return companions.isEmpty()
        ? List.of()
        : companions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void beginAttempt() {
    guardMissed = false;
    rowsGuarded = 0;
    decision = null;
    result = null;
  }

  PostingId id() {
    return command.id();
  }

  boolean isAccepted() {
    return decision instanceof Decision.Accepted;
  }

  /** Whether the refusal must take back what the guards have changed. */
  boolean leavesGuards() {
    return decision instanceof Decision.Declined && rowsGuarded > 0;
  }

  /** Whether a row is to be kept of it: what was done, and most refusals. */
  boolean isDurable() {
    return switch (decision) {
      case Decision.Accepted _ -> true;
      case Decision.Declined(_, Refusal reason) -> reason.durable() && !(command instanceof Expiry);
    };
  }

  PostResult resultOfDecision() {
    return switch (decision) {
      case Decision.Accepted accepted ->
          new PostResult.Posted(id(), Micros.instant(accepted.at()), accepted.after());
      case Decision.Declined(_, Refusal reason) -> new PostResult.Refused(id(), reason);
    };
  }
}
