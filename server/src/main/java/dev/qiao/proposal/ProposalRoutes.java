package dev.qiao.proposal;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Page;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Proofs;
import dev.qiao.identity.Requires;
import dev.qiao.proposal.Proposal.State;
import dev.qiao.proposal.ProposalViews.ProposalView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What waits for a second operator, and deciding it. One sees only kinds that one may do oneself.
 */
@RestController
class ProposalRoutes {
  /** {@code waiting} are those that the reader could decide, on this page or not. */
  @Schema(name = "ProposalPage")
  record ProposalPage(List<ProposalView> items, @Nullable String nextCursor, long waiting) {}

  @Schema(name = "Decision")
  record Decision(@Nullable String reason) {}

  private final Proposals proposals;
  private final ProposalViews views;
  private final Proofs proofs;
  private final Idempotency idempotency;

  ProposalRoutes(Proposals proposals, ProposalViews views, Proofs proofs, Idempotency idempotency) {
    this.proposals = proposals;
    this.views = views;
    this.proofs = proofs;
    this.idempotency = idempotency;
  }

  @GetMapping("/v1/operations/proposals")
  @Requires(Permission.PROPOSALS_READ)
  @Operation(summary = "What waits for a second operator, and what became of it, newest first")
  ProposalPage list(
      Caller operator,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String state) {
    int size = Page.size(limit);
    Optional<State> wanted =
        Text.optional("state", state, 20)
            .map(
                text ->
                    State.find(text)
                        .orElseThrow(
                            () ->
                                Problem.of(ErrorCode.FIELD_INVALID)
                                    .with("field", "state")
                                    .thrown()));
    Page<Proposal> page =
        Page.cut(
            proposals.list(operator, wanted, Page.place(cursor), size + 1),
            size,
            proposal -> proposal.id().value().toString());
    return new ProposalPage(
        page.items().stream().map(proposal -> views.of(proposal, operator)).toList(),
        page.nextCursor(),
        proposals.waiting(operator));
  }

  @GetMapping("/v1/operations/proposals/{id}")
  @Requires(Permission.PROPOSALS_READ)
  @Operation(summary = "One proposal: what is, what would be, and why")
  ProposalView get(Caller operator, @PathVariable String id) {
    return proposals
        .find(operator, ProposalId.from(id))
        .map(proposal -> views.of(proposal, operator))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  @PostMapping("/v1/operations/proposals/{id}/approve")
  @Requires(Permission.PROPOSALS_DECIDE)
  @Operation(summary = "Agree to what another proposed: it is carried out with that")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProposalView.class)))
  ResponseEntity<Object> approve(
      Caller operator, IdempotencyKey key, @PathVariable String id, @RequestBody Decision body) {
    ProposalId proposal = ProposalId.from(id);
    String reason = Text.required("reason", body.reason(), 200);
    proofs.require(operator);
    return idempotency.once(
        operator,
        key,
        "proposal.approve",
        List.of(proposal, reason),
        once ->
            answer(
                operator,
                proposals.approve(
                    proposal, operator, reason, once, done -> views.of(done, operator))));
  }

  @PostMapping("/v1/operations/proposals/{id}/reject")
  @Requires(Permission.PROPOSALS_DECIDE)
  @Operation(summary = "Refuse what another proposed")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProposalView.class)))
  ResponseEntity<Object> reject(
      Caller operator, IdempotencyKey key, @PathVariable String id, @RequestBody Decision body) {
    ProposalId proposal = ProposalId.from(id);
    String reason = Text.required("reason", body.reason(), 200);
    return idempotency.once(
        operator,
        key,
        "proposal.reject",
        List.of(proposal, reason),
        once ->
            answer(
                operator,
                proposals.reject(
                    proposal, operator, reason, once, done -> views.of(done, operator))));
  }

  @PostMapping("/v1/operations/proposals/{id}/withdraw")
  @Requires(Permission.PROPOSALS_READ)
  @Operation(summary = "Take back what one has proposed oneself")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProposalView.class)))
  ResponseEntity<Object> withdraw(Caller operator, IdempotencyKey key, @PathVariable String id) {
    ProposalId proposal = ProposalId.from(id);
    return idempotency.once(
        operator,
        key,
        "proposal.withdraw",
        proposal,
        once ->
            answer(
                operator,
                proposals.withdraw(proposal, operator, once, done -> views.of(done, operator))));
  }

  private ResponseEntity<Object> answer(Caller operator, Deciding deciding) {
    return switch (deciding) {
      case Deciding.Decided(var proposal) -> ResponseEntity.ok(views.of(proposal, operator));
      case Deciding.Unknown() -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
      case Deciding.Own() -> throw Problem.of(ErrorCode.OWN_PROPOSAL).thrown();
      case Deciding.NotOwn() -> throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
      case Deciding.Finished(var state) ->
          throw Problem.of(ErrorCode.PROPOSAL_FINISHED).with("state", state.text()).thrown();
      case Deciding.Stale() -> throw Problem.of(ErrorCode.PROPOSAL_STALE).thrown();
    };
  }
}
