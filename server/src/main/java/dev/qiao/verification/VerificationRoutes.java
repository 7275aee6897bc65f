package dev.qiao.verification;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.decision.Evidence;
import dev.qiao.verification.VerificationViews.DocumentView;
import dev.qiao.verification.VerificationViews.RequestView;
import dev.qiao.verification.VerificationViews.VerificationView;
import dev.qiao.verification.Verifications.Doing;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  /** The largest document; what reads bodies lets as much through on this path. */
  static final int BYTES_MAX = 4 * 1024 * 1024;

  /** {@code tier} is the one to be reached. */
  record VerificationWish(@Nullable String tier) {}

  private final Verifications verifications;

  VerificationRoutes(Verifications verifications) {
    this.verifications = verifications;
  }

  @GetMapping("/v1/verification")
  @Operation(summary = "My latest request to be verified, and what it still needs")
  VerificationView get(Caller person) {
    return view(person.party());
  }

  @PutMapping("/v1/verification")
  @Operation(summary = "Begin to be verified for a tier, or aim at another one")
  VerificationView aim(Caller person, @RequestBody VerificationWish wish) {
    String tier = Text.required("tier", wish.tier(), 40);
    return after(person, verifications.aim(person, tier));
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
    Evidence evidence = evidence(kind);
    if (content.length > BYTES_MAX) {
      throw Problem.of(ErrorCode.BODY_TOO_LARGE).thrown();
    }
    DocumentType claimed =
        DocumentType.find(String.valueOf(http.getContentType()).split(";", 2)[0].strip())
            .orElseThrow(() -> Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE).thrown());
    return after(person, verifications.put(person, evidence, claimed, content));
  }

  @DeleteMapping("/v1/verification/documents/{kind}")
  @Operation(summary = "Take a document back from the open request")
  VerificationView remove(Caller person, @PathVariable String kind) {
    return after(person, verifications.remove(person, evidence(kind)));
  }

  @PostMapping("/v1/verification/submission")
  @Operation(summary = "Hand the open request in")
  VerificationView submit(Caller person) {
    return after(person, verifications.submit(person));
  }

  @DeleteMapping("/v1/verification")
  @ResponseStatus(HttpStatus.OK)
  @Operation(summary = "Take the open request back, with its documents")
  VerificationView withdraw(Caller person) {
    return after(person, verifications.withdraw(person));
  }

  private static Evidence evidence(String kind) {
    return Evidence.find(kind).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private VerificationView after(Caller person, Doing doing) {
    return switch (doing) {
      case Doing.Done() -> view(person.party());
      case Doing.Refused(var problem) -> throw problem.thrown();
    };
  }

  private VerificationView view(UUID person) {
    return new VerificationView(
        verifications.latest(person).map(this::view).orElse(null), BYTES_MAX);
  }

  private RequestView view(Request request) {
    return new RequestView(
        request.id(),
        request.tier(),
        request.state(),
        request.reason().orElse(null),
        verifications.needed(request).stream().sorted().toList(),
        request.wanted(),
        verifications.documents(request.id()).stream().map(DocumentView::of).toList(),
        request.openedAt(),
        request.submittedAt().orElse(null),
        request.decidedAt().orElse(null));
  }
}
