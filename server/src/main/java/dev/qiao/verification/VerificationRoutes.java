package dev.qiao.verification;

import dev.qiao.api.Caller;
import dev.qiao.verification.VerificationViews.VerificationView;
import dev.qiao.verification.VerificationViews.VerificationWish;
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

/** How a person shows who they are. There is one request that they can mean, so none is named. */
@RestController
class VerificationRoutes {
  private final OwnVerification own;

  VerificationRoutes(OwnVerification own) {
    this.own = own;
  }

  @GetMapping("/v1/verification")
  @Operation(summary = "My latest request to be verified, and what it still needs")
  VerificationView get(Caller person) {
    return own.get(person);
  }

  @PutMapping("/v1/verification")
  @Operation(summary = "Begin to be verified for a tier, or aim at another one")
  VerificationView aim(Caller person, @RequestBody VerificationWish wish) {
    return own.aim(person, wish);
  }

  @PutMapping(
      value = "/v1/verification/documents/{kind}",
      consumes = {"image/jpeg", "image/png", "image/webp", "application/pdf"})
  @Operation(summary = "Put a document to the open request: one of each kind, the file as it is")
  VerificationView put(
      Caller person,
      @PathVariable String kind,
      @RequestBody byte[] content,
      HttpServletRequest http) {
    return own.put(person, kind, content, http);
  }

  @DeleteMapping("/v1/verification/documents/{kind}")
  @Operation(summary = "Take a document back from the open request")
  VerificationView remove(Caller person, @PathVariable String kind) {
    return own.remove(person, kind);
  }

  @PostMapping("/v1/verification/submission")
  @Operation(summary = "Hand the open request in")
  VerificationView submit(Caller person) {
    return own.submit(person);
  }

  @DeleteMapping("/v1/verification")
  @ResponseStatus(HttpStatus.OK)
  @Operation(summary = "Take the open request back, with its documents")
  VerificationView withdraw(Caller person) {
    return own.withdraw(person);
  }
}
