package dev.qiao.operations;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Lost;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Proofs;
import dev.qiao.identity.Requires;
import dev.qiao.identity.StaffId;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.merchant.Merchants;
import dev.qiao.payment.MerchantId;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a shop's owner who cannot sign in comes back: nobody at the shop stands above them, so two
 * operators agree, and a link is handed over.
 */
@RestController
class OwnerRoutes {
  @Schema(name = "Owner")
  record OwnerLine(
      StaffId id,
      String name,
      @Schema(description = "Has a link to open, and cannot sign in before") boolean invited) {
    static OwnerLine of(StaffMember member) {
      return new OwnerLine(member.id(), member.name(), member.invited());
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "Owners")
  record OwnerLines(List<OwnerLine> items) {}

  @Schema(name = "OwnerReset")
  record OwnerResetRequest(
      @Schema(
              allowableValues = {"password", "everything"},
              description = "What they cannot show any more")
          @Nullable String lost,
      @Nullable String reason) {}

  /** {@code invitationPath} holds a secret; it is null in a replayed answer. */
  @Schema(name = "OwnerInvited")
  record OwnerInvited(OwnerLine owner, @Nullable String invitationPath) {
    @Override
    public String toString() {
      return owner.toString();
    }
  }

  private final StaffMembers staff;
  private final Merchants merchants;
  private final OwnerReset kind;
  private final FourEyes fourEyes;
  private final Proofs proofs;
  private final AuditTrail audit;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;

  OwnerRoutes(
      StaffMembers staff,
      Merchants merchants,
      OwnerReset kind,
      FourEyes fourEyes,
      Proofs proofs,
      AuditTrail audit,
      Idempotency idempotency,
      TransactionOperations transaction) {
    this.staff = staff;
    this.merchants = merchants;
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.proofs = proofs;
    this.audit = audit;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @GetMapping("/v1/operations/merchants/{id}/owners")
  @Requires(Permission.OWNERS_RESET)
  @Operation(summary = "Who owns a merchant's shop; the look is recorded")
  OwnerLines list(Caller caller, @PathVariable String id) {
    MerchantId merchant =
        merchants.find(MerchantId.from(id)).orElseThrow(OwnerRoutes::unknown).id();
    audit.record(caller, "owners.view", merchant.text(), "done", kind.name());
    return new OwnerLines(staff.owners(merchant.value()).stream().map(OwnerLine::of).toList());
  }

  @PostMapping("/v1/operations/merchants/{id}/owners/{owner}/reset")
  @Requires(Permission.OWNERS_RESET)
  @Operation(summary = "Propose that an owner who cannot sign in is invited anew")
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> reset(
      Caller caller,
      IdempotencyKey key,
      @PathVariable String id,
      @PathVariable String owner,
      @RequestBody OwnerResetRequest body) {
    Lost lost =
        Lost.find(Text.required("lost", body.lost(), 20))
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "lost").thrown());
    StaffMember member = find(id, owner);
    requireNobodyElse(member);
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "owner.reset",
        List.of(member.id(), body),
        once ->
            fourEyes.propose(
                kind, new OwnerReset.Reset(member.id().text(), lost), body.reason(), caller, once));
  }

  @PostMapping("/v1/operations/merchants/{id}/owners/{owner}/invitation")
  @Requires(Permission.OWNERS_RESET)
  @Operation(summary = "Make a new link for an owner who has not come yet; the path is told once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OwnerInvited.class)))
  ResponseEntity<Object> invite(
      Caller caller, IdempotencyKey key, @PathVariable String id, @PathVariable String owner) {
    StaffMember member = find(id, owner);
    requireNobodyElse(member);
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "owner.invite_again",
        List.of(member.id()),
        once -> transaction.execute(status -> link(caller, member.id(), once)));
  }

  /** The answer is stored without its link: secrets are not kept. */
  private ResponseEntity<Object> link(Caller caller, StaffId owner, Once once) {
    var invited = staff.inviteOwnerAgain(caller, owner).orElseThrow(OwnerRoutes::unknown);
    OwnerLine line = OwnerLine.of(invited.member());
    once.store(201, new OwnerInvited(line, null));
    return ResponseEntity.status(201).body(new OwnerInvited(line, invited.path()));
  }

  /** Looked at again where it is done: here so that it is said why. */
  private void requireNobodyElse(StaffMember owner) {
    if (staff.canBeHelped(owner)) {
      throw Problem.of(ErrorCode.ANOTHER_OWNER_HELPS).thrown();
    }
  }

  private StaffMember find(String merchant, String owner) {
    MerchantId shop = MerchantId.from(merchant);
    return StaffId.parse(owner)
        .flatMap(
            id ->
                staff.owners(shop.value()).stream()
                    .filter(member -> member.id().equals(id))
                    .findFirst())
        .orElseThrow(OwnerRoutes::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(ErrorCode.NOT_FOUND).thrown();
  }
}
