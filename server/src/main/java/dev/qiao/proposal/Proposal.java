package dev.qiao.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.identity.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one operator asks another to agree to.
 *
 * @param content JSON of the kind's own
 * @param decidedBy who approved or rejected it: never who proposed it
 */
record Proposal(
    ProposalId id,
    String kind,
    String subject,
    String content,
    List<Change> changes,
    String reason,
    OperatorId proposedBy,
    Instant proposedAt,
    Instant expiresAt,
    State state,
    Optional<OperatorId> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> decisionReason) {

  /** How it stands. Only the first is not final. */
  enum State {
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> find(String text) {
      return Stream.of(values()).filter(state -> state.text().equals(text)).findFirst();
    }
  }

  Proposal {
    changes = List.copyOf(changes);
  }

  /** The same as it is at a moment: one that nobody decided in time has expired. */
  Proposal at(Instant now) {
    return state == State.PROPOSED && !expiresAt.isAfter(now)
        ? with(State.EXPIRED, Optional.empty(), Optional.of(expiresAt), Optional.empty())
        : this;
  }

  Proposal with(State next, Optional<OperatorId> by, Optional<Instant> at, Optional<String> why) {
    return new Proposal(
        id,
        kind,
        subject,
        content,
        changes,
        reason,
        proposedBy,
        proposedAt,
        expiresAt,
        next,
        by,
        at,
        why);
  }
}
