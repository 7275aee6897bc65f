package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Id;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.identity.Views.StaffInvitedView;
import dev.qiao.identity.Views.StaffListView;
import dev.qiao.identity.Views.StaffView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's staff, for its owners and managers. */
@RestController
class StaffRoutes {
  @Schema(name = "StaffInvitation")
  record StaffInvitation(
      @Nullable String name,
      @Schema(allowableValues = {"owner", "manager", "cashier"}) @Nullable String role,
      @Nullable String login,
      @Schema(description = "For a cashier: the only store that they see") @Nullable String storeId,
      @Schema(description = "For a cashier: the most that they give back a day, in minor units")
          @Nullable Long refundLimit) {
    @Override
    public String toString() {
      return "StaffInvitation[role=" + role + "]";
    }
  }

  /** How the member is to stand: what is left out is none. */
  @Schema(name = "StaffChange")
  record StaffChange(
      @Schema(allowableValues = {"owner", "manager", "cashier"}) @Nullable String role,
      @Nullable String storeId,
      @Nullable Long refundLimit) {}

  @Schema(name = "AccessReset")
  record AccessReset(
      @Schema(
              allowableValues = {"password", "everything"},
              description = "What they cannot show any more")
          @Nullable String lost) {}

  private final StaffMembers staff;
  private final Proofs proofs;
  private final ObjectProvider<MerchantNames> merchants;
  private final PlatformTerms terms;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;

  StaffRoutes(
      StaffMembers staff,
      Proofs proofs,
      ObjectProvider<MerchantNames> merchants,
      PlatformTerms terms,
      Idempotency idempotency,
      TransactionOperations transaction) {
    this.staff = staff;
    this.proofs = proofs;
    this.merchants = merchants;
    this.terms = terms;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @GetMapping("/v1/merchant/staff")
  @StaffRequires(StaffPermission.STAFF_READ)
  @Operation(summary = "Who works here")
  StaffListView list(Caller caller) {
    return new StaffListView(
        staff.of(caller.merchant().orElseThrow()).stream().map(StaffView::of).toList());
  }

  @PostMapping("/v1/merchant/staff")
  @StaffRequires(StaffPermission.CASHIERS_MANAGE)
  @Operation(summary = "Invite someone to work here")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StaffInvitedView.class)))
  ResponseEntity<Object> invite(
      Caller caller, IdempotencyKey key, @RequestBody StaffInvitation asked) {
    StaffRole wanted =
        StaffRole.find(IdentityProblems.required(asked.role(), "role"))
            .orElseThrow(() -> IdentityProblems.field("role").thrown());
    if (!role(caller).mayManage(wanted)) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    IdentityProblems.required(asked.name(), "name");
    IdentityProblems.required(asked.login(), "login");
    StaffBounds bounds = bounds(caller, asked.storeId(), asked.refundLimit());
    return idempotency.once(
        caller,
        key,
        "staff.invite",
        asked,
        once -> transaction.execute(status -> invite(caller, wanted, bounds, asked, once)));
  }

  /**
   * The answer is stored without its link: secrets are not kept, and inviting the same login again
   * makes a new one.
   */
  private ResponseEntity<Object> invite(
      Caller caller, StaffRole role, StaffBounds bounds, StaffInvitation asked, Once once) {
    return switch (staff.invite(
        caller, caller.merchant().orElseThrow(), asked.name(), role, bounds, asked.login())) {
      case Hiring.Invited<StaffMember>(var member, var path) -> {
        once.store(HttpStatus.CREATED.value(), new StaffInvitedView(StaffView.of(member), null));
        yield ResponseEntity.status(HttpStatus.CREATED)
            .body(new StaffInvitedView(StaffView.of(member), path));
      }
      case Hiring.Hired<StaffMember>(var member) ->
          throw new IllegalStateException("Hired without invitation: " + member);
      case Hiring.NameInvalid<StaffMember>() -> throw Problem.of(ErrorCode.NAME_INVALID).thrown();
      case Hiring.LoginInvalid<StaffMember>() -> throw IdentityProblems.field("login").thrown();
      case Hiring.PasswordRefused<StaffMember>(var reason) ->
          throw IdentityProblems.of(reason, false).thrown();
      case Hiring.LoginTaken<StaffMember>() -> throw Problem.of(ErrorCode.LOGIN_TAKEN).thrown();
    };
  }

  @PutMapping("/v1/merchant/staff/{id}")
  @StaffRequires(StaffPermission.CASHIERS_MANAGE)
  @Operation(summary = "Change what somebody may do here; a new role makes them sign in again")
  StaffView change(Caller caller, @PathVariable String id, @RequestBody StaffChange asked) {
    StaffId member = read(id);
    StaffRole wanted =
        StaffRole.find(IdentityProblems.required(asked.role(), "role"))
            .orElseThrow(() -> IdentityProblems.field("role").thrown());
    StaffBounds bounds = bounds(caller, asked.storeId(), asked.refundLimit());
    return StaffView.of(changed(staff.change(caller, member, wanted, bounds)));
  }

  @PostMapping("/v1/merchant/staff/{id}/reset")
  @StaffRequires(StaffPermission.CASHIERS_MANAGE)
  @Operation(summary = "Let somebody who cannot sign in choose a password anew; told the path once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StaffInvitedView.class)))
  ResponseEntity<Object> reset(
      Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody AccessReset asked) {
    StaffId member = read(id);
    Lost lost =
        Lost.find(IdentityProblems.required(asked.lost(), "lost"))
            .orElseThrow(() -> IdentityProblems.field("lost").thrown());
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "staff.reset",
        List.of(member, lost),
        once -> transaction.execute(status -> reset(staff.reset(caller, member, lost), once)));
  }

  /** The answer is stored without its link, as an invitation's is. */
  private static ResponseEntity<Object> reset(StaffResetting resetting, Once once) {
    return switch (resetting) {
      case StaffResetting.Reset(var member, var path) -> {
        once.store(HttpStatus.CREATED.value(), new StaffInvitedView(StaffView.of(member), null));
        yield ResponseEntity.status(HttpStatus.CREATED)
            .body(new StaffInvitedView(StaffView.of(member), path));
      }
      case StaffResetting.Unknown() -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
      case StaffResetting.NotPermitted() -> throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
      case StaffResetting.LastOwner() -> throw Problem.of(ErrorCode.LAST_OWNER).thrown();
    };
  }

  @DeleteMapping("/v1/merchant/staff/{id}")
  @StaffRequires(StaffPermission.CASHIERS_MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End somebody's work here: they are signed out at once")
  void remove(Caller caller, @PathVariable String id) {
    changed(staff.remove(caller, read(id)));
  }

  private static StaffMember changed(StaffChanging changing) {
    return switch (changing) {
      case StaffChanging.Changed(var member) -> member;
      case StaffChanging.Unknown() -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
      case StaffChanging.NotPermitted() -> throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
      case StaffChanging.LastOwner() -> throw Problem.of(ErrorCode.LAST_OWNER).thrown();
    };
  }

  private StaffBounds bounds(Caller caller, @Nullable String storeId, @Nullable Long limit) {
    Optional<UUID> store = Optional.ofNullable(storeId).map(text -> Id.read("sto", text));
    UUID merchant = caller.merchant().orElseThrow();
    boolean known =
        store
            .map(id -> merchants.stream().anyMatch(names -> names.hasStore(merchant, id)))
            .orElse(true);
    if (!known) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
    if (limit != null && (limit <= 0 || limit > terms.paymentLimit())) {
      throw IdentityProblems.field("refund_limit").thrown();
    }
    return new StaffBounds(store, Optional.ofNullable(limit));
  }

  private static StaffId read(String id) {
    return StaffId.parse(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static StaffRole role(Caller caller) {
    return caller.role().flatMap(StaffRole::find).orElseThrow();
  }
}
