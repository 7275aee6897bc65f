package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and documents as answers carry them. */
final class VerificationViews {
  private VerificationViews() {}

  /** {@code tier} is the one to be reached. */
  record VerificationWish(@Nullable String tier) {}

  /** {@code request} is the latest one, if there ever was one. */
  @Schema(name = "Verification")
  record VerificationView(@Nullable RequestView request, int bytesMax) {}

  /** {@code needed} is what its tier asks for, {@code wanted} what an operator asks for again. */
  @Schema(name = "VerificationRequest")
  record RequestView(
      VerificationId id,
      String tier,
      State state,
      @Nullable String reason,
      List<Evidence> needed,
      List<Evidence> wanted,
      List<DocumentView> documents,
      Instant openedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant decidedAt) {}

  @Schema(name = "VerificationDocument")
  record DocumentView(DocumentId id, Evidence kind, String type, int bytes, Instant addedAt) {
    static DocumentView of(Document document) {
      return new DocumentView(
          document.id(),
          document.kind(),
          document.type().media(),
          document.bytes(),
          document.addedAt());
    }
  }

  /**
   * {@code name} is a person's masked, or a business's as its customers see it, with {@code nameEn}
   * where it has one. {@code yours} says that the one who asks has taken it up.
   */
  @Schema(name = "ReviewLine")
  record ReviewLine(
      VerificationId id,
      Subject.Kind kind,
      String subjectId,
      String name,
      @Nullable String nameEn,
      String tier,
      String tierName,
      String tierNameEn,
      State state,
      boolean yours,
      Instant openedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant decidedAt) {}

  @Schema(name = "ReviewLines")
  record ReviewLines(List<ReviewLine> items, @Nullable String nextCursor, int waiting) {}

  /**
   * {@code name}, and {@code owners} of a business, are there for whoever has just taken the
   * request up. {@code known} is all that this kind of applicant can show.
   */
  @Schema(name = "Review")
  record ReviewView(
      ReviewLine line,
      @Nullable String name,
      List<String> owners,
      @Nullable String reason,
      @Nullable String granted,
      @Nullable LocalDate documentsExpireOn,
      List<Evidence> needed,
      List<Evidence> wanted,
      List<Evidence> known,
      List<DocumentView> documents,
      List<TierChoice> tiers) {
    @Override
    public String toString() {
      return line.id().toString();
    }
  }

  /** A tier that the request may end in. */
  @Schema(name = "TierChoice")
  record TierChoice(String id, String name, String nameEn) {}
}
