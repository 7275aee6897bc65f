package dev.qiao.verification;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRequires;
import dev.qiao.verification.VerificationViews.VerificationView;
import dev.qiao.verification.VerificationViews.VerificationWish;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How an owner shows what the business is and whose. There is one request that they can mean, so
 * none is named.
 */
@RestController
class BusinessVerificationRoutes {
  private final OwnVerification own;

  BusinessVerificationRoutes(OwnVerification own) {
    this.own = own;
  }

  @GetMapping("/v1/merchant/verification")
  @StaffRequires(StaffPermission.LIMITS_READ)
  @Operation(summary = "The shop's latest request to be verified, and what it still needs")
  VerificationView get(Caller staff) {
    return own.get(staff);
  }

  @PutMapping("/v1/merchant/verification")
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  @Operation(summary = "Begin to be verified for a tier, or aim at another one, for the shop")
  VerificationView aim(Caller staff, @RequestBody VerificationWish wish) {
    return own.aim(staff, wish);
  }

  @PutMapping(
      value = "/v1/merchant/verification/documents/{kind}",
      consumes = {"image/jpeg", "image/png", "image/webp", "application/pdf"})
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  @Operation(
      summary =
          "Put a document to the open request: one of each kind, the file as it is, for the shop")
  VerificationView put(
      Caller staff,
      @PathVariable String kind,
      @RequestBody byte[] content,
      HttpServletRequest http) {
    return own.put(staff, kind, content, http);
  }

  /** Whatever else comes: who may not do this is told so before what is wrong with it. */
  @Hidden
  @PutMapping("/v1/merchant/verification/documents/{kind}")
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  void refuse() {
    throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE).thrown();
  }

  @DeleteMapping("/v1/merchant/verification/documents/{kind}")
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  @Operation(summary = "Take a document back from the open request, for the shop")
  VerificationView remove(Caller staff, @PathVariable String kind) {
    return own.remove(staff, kind);
  }

  @PostMapping("/v1/merchant/verification/submission")
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  @Operation(summary = "Hand the open request in, for the shop")
  VerificationView submit(Caller staff) {
    return own.submit(staff);
  }

  @DeleteMapping("/v1/merchant/verification")
  @ResponseStatus(HttpStatus.OK)
  @StaffRequires(StaffPermission.BUSINESS_VERIFY)
  @Operation(summary = "Take the open request back, with its documents, for the shop")
  VerificationView withdraw(Caller staff) {
    return own.withdraw(staff);
  }
}
