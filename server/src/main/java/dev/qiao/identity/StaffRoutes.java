package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.identity.Views.StaffInvitedView;
import dev.qiao.identity.Views.StaffListView;
import dev.qiao.identity.Views.StaffView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's staff, for its owners and managers. */
@RestController
class StaffRoutes {
  @Schema(name = "StaffInvitation")
  record StaffInvitation(
      @Nullable String name,
      @Schema(allowableValues = {"owner", "manager", "cashier"}) @Nullable String role,
      @Nullable String login) {
    @Override
    public String toString() {
      return "StaffInvitation[role=" + role + "]";
    }
  }

  private final StaffMembers staff;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;

  StaffRoutes(StaffMembers staff, Idempotency idempotency, TransactionOperations transaction) {
    this.staff = staff;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @GetMapping("/v1/merchant/staff")
  @Operation(summary = "Who works here")
  StaffListView list(Caller caller) {
    if (role(caller) == StaffRole.CASHIER) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return new StaffListView(
        staff.of(caller.merchant().orElseThrow()).stream().map(StaffView::of).toList());
  }

  @PostMapping("/v1/merchant/staff")
  @Operation(summary = "Invite someone to work here")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StaffInvitedView.class)))
  ResponseEntity<Object> invite(
      Caller caller, IdempotencyKey key, @RequestBody StaffInvitation asked) {
    if (!role(caller).mayInvite(StaffRole.CASHIER)) {
      // Who may invite nobody learns nothing about how it is done.
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    StaffRole wanted =
        StaffRole.find(IdentityProblems.required(asked.role(), "role"))
            .orElseThrow(() -> IdentityProblems.field("role").thrown());
    if (!role(caller).mayInvite(wanted)) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    IdentityProblems.required(asked.name(), "name");
    IdentityProblems.required(asked.login(), "login");
    return idempotency.once(
        caller,
        key,
        "staff.invite",
        asked,
        once -> transaction.execute(status -> invite(caller, wanted, asked, once)));
  }

  /**
   * The answer is stored without its link: secrets are not kept, and inviting the same login again
   * makes a new one.
   */
  private ResponseEntity<Object> invite(
      Caller caller, StaffRole role, StaffInvitation asked, Once once) {
    return switch (staff.invite(
        caller, caller.merchant().orElseThrow(), asked.name(), role, asked.login())) {
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

  private static StaffRole role(Caller caller) {
    return caller.role().flatMap(StaffRole::find).orElseThrow();
  }
}
