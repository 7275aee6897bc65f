package dev.qiao.verification;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import dev.qiao.verification.VerificationViews.DocumentView;
import dev.qiao.verification.VerificationViews.RequestView;
import dev.qiao.verification.VerificationViews.VerificationView;
import dev.qiao.verification.VerificationViews.VerificationWish;
import dev.qiao.verification.Verifications.Doing;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What an applicant asks of their own request, over whichever path they come. */
@Component
class OwnVerification {
  /** The largest document; what reads bodies lets as much through on these paths. */
  static final int BYTES_MAX = 4 * 1024 * 1024;

  private final Verifications verifications;

  OwnVerification(Verifications verifications) {
    this.verifications = verifications;
  }

  VerificationView get(Caller caller) {
    return new VerificationView(
        verifications.latest(Subject.of(caller)).map(this::view).orElse(null), BYTES_MAX);
  }

  VerificationView aim(Caller caller, VerificationWish wish) {
    return after(caller, verifications.aim(caller, Text.required("tier", wish.tier(), 40)));
  }

  VerificationView put(Caller caller, String kind, byte[] content, HttpServletRequest http) {
    Evidence evidence = evidence(kind);
    if (content.length > BYTES_MAX) {
      throw Problem.of(ErrorCode.BODY_TOO_LARGE).thrown();
    }
    DocumentType claimed =
        DocumentType.find(String.valueOf(http.getContentType()).split(";", 2)[0].strip())
            .orElseThrow(() -> Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE).thrown());
    return after(caller, verifications.put(caller, evidence, claimed, content));
  }

  VerificationView remove(Caller caller, String kind) {
    return after(caller, verifications.remove(caller, evidence(kind)));
  }

  VerificationView submit(Caller caller) {
    return after(caller, verifications.submit(caller));
  }

  VerificationView withdraw(Caller caller) {
    return after(caller, verifications.withdraw(caller));
  }

  private static Evidence evidence(String kind) {
    return Evidence.find(kind).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private VerificationView after(Caller caller, Doing doing) {
    return switch (doing) {
      case Doing.Done() -> get(caller);
      case Doing.Refused(var problem) -> throw problem.thrown();
    };
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
