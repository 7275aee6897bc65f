package dev.qiao.proposal;

import dev.qiao.api.Caller;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorMember;
import dev.qiao.identity.Operators;
import dev.qiao.identity.Permission;
import dev.qiao.proposal.Proposal.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows proposals as they are answered. */
@Component
class ProposalViews {
  @Schema(name = "ProposalParty")
  record PartyView(OperatorId id, String name) {}

  /**
   * {@code mine}: the reader has proposed it, and so cannot decide it. {@code stale}: what it would
   * change has changed since, so that nobody can approve it.
   */
  @Schema(name = "Proposal")
  record ProposalView(
      ProposalId id,
      @Schema(example = "channel.switch") String kind,
      String subject,
      String name,
      @Nullable String nameEn,
      List<Change> changes,
      String reason,
      PartyView proposedBy,
      Instant proposedAt,
      Instant expiresAt,
      State state,
      @Nullable PartyView decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String decisionReason,
      boolean mine,
      boolean mayDecide,
      boolean stale) {}

  private final ProposalKinds kinds;
  private final Operators operators;

  ProposalViews(ProposalKinds kinds, Operators operators) {
    this.kinds = kinds;
    this.operators = operators;
  }

  ProposalView of(Proposal proposal, Caller reader) {
    var bound = kinds.bound(proposal);
    boolean waits = proposal.state() == State.PROPOSED;
    boolean mine = proposal.proposedBy().value().equals(reader.party());
    var label =
        bound
            .map(ProposalKinds.Bound::label)
            .orElseGet(() -> new ProposalKind.Label(proposal.subject(), null));
    return new ProposalView(
        proposal.id(),
        proposal.kind(),
        proposal.subject(),
        label.name(),
        label.nameEn(),
        proposal.changes(),
        proposal.reason(),
        party(proposal.proposedBy()),
        proposal.proposedAt(),
        proposal.expiresAt(),
        proposal.state(),
        proposal.decidedBy().map(this::party).orElse(null),
        proposal.decidedAt().orElse(null),
        proposal.decisionReason().orElse(null),
        mine,
        waits
            && !mine
            && !proposal.subject().equals(new OperatorId(reader.party()).text())
            && bound
                .filter(known -> ProposalKinds.may(reader, known.kind().permission()))
                .isPresent()
            && ProposalKinds.may(reader, Permission.PROPOSALS_DECIDE),
        waits && bound.filter(known -> !isFresh(known, proposal)).isPresent());
  }

  private static boolean isFresh(ProposalKinds.Bound<?> bound, Proposal proposal) {
    return bound.changes().equals(proposal.changes());
  }

  private PartyView party(OperatorId id) {
    Optional<OperatorMember> member = operators.find(id);
    return new PartyView(id, member.map(OperatorMember::name).orElse(id.text()));
  }
}
