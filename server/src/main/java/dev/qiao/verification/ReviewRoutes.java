package dev.qiao.verification;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Id;
import dev.qiao.api.Page;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.decision.Evidence;
import dev.qiao.decision.LimitStatements;
import dev.qiao.decision.LimitsView;
import dev.qiao.decision.Pack;
import dev.qiao.decision.Packs;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.identity.Subject;
import dev.qiao.verification.Applicants.Seen;
import dev.qiao.verification.Applicants.Shown;
import dev.qiao.verification.Reviews.Opened;
import dev.qiao.verification.Reviews.Taking;
import dev.qiao.verification.Reviews.Verdict;
import dev.qiao.verification.VerificationViews.DocumentView;
import dev.qiao.verification.VerificationViews.ReviewLine;
import dev.qiao.verification.VerificationViews.ReviewLines;
import dev.qiao.verification.VerificationViews.ReviewView;
import dev.qiao.verification.VerificationViews.TierChoice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The review of what people and businesses sent to show who they are. */
@RestController
class ReviewRoutes {
  private static final Set<String> LOOKS =
      Set.of("verification_review", "dispute", "risk_review", "legal_request");
  private static final Set<String> MORE =
      Set.of("unclear", "cut_off", "expired", "other_person", "owner_unclear", "missing");
  private static final Set<String> REFUSALS =
      Set.of("not_genuine", "other_person", "cannot_verify", "too_young", "not_offered");
  private static final Set<String> LOWERINGS =
      Set.of(
          "documents_doubtful",
          "risk_review",
          "legal_request",
          "asked_by_person",
          "asked_by_business");
  private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}";

  /** Why a document has to be seen; {@code reference} is the request, case or letter. */
  @Schema(name = "DocumentLook")
  record DocumentLook(
      @Schema(allowableValues = {"verification_review", "dispute", "risk_review", "legal_request"})
          @Nullable String reason,
      @Nullable String reference) {}

  /**
   * {@code approve} takes {@code tier}, and {@code documents_expire_on} where they do; {@code more}
   * takes {@code reason} and {@code wanted}; {@code refuse} takes {@code reason}.
   */
  @Schema(name = "ReviewDecision")
  record ReviewDecision(
      @Schema(allowableValues = {"approve", "more", "refuse"}) @Nullable String decision,
      @Nullable String tier,
      @Schema(format = "date") @Nullable String documentsExpireOn,
      @Nullable String reason,
      @Nullable List<String> wanted) {}

  @Schema(name = "TierLowering")
  record TierLowering(
      @Nullable String tier,
      @Schema(
              allowableValues = {
                "documents_doubtful",
                "risk_review",
                "legal_request",
                "asked_by_person",
                "asked_by_business"
              })
          @Nullable String reason,
      @Nullable String reference) {}

  private final Reviews reviews;
  private final Packs packs;
  private final Applicants applicants;
  private final LimitStatements statements;

  ReviewRoutes(Reviews reviews, Packs packs, Applicants applicants, LimitStatements statements) {
    this.reviews = reviews;
    this.packs = packs;
    this.applicants = applicants;
    this.statements = statements;
  }

  @GetMapping("/v1/operations/verifications")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "Requests of people and businesses to be verified, newest first")
  ReviewLines list(
      Caller operator,
      @Parameter(
              description = "Only of these; businesses need merchants.verify",
              schema = @Schema(allowableValues = {"person", "business"}))
          @RequestParam(required = false)
          @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Optional<State> only =
        Optional.ofNullable(state)
            .map(text -> State.find(text).orElseThrow(() -> invalid("state").thrown()));
    Optional<Subject.Kind> of =
        Optional.ofNullable(kind)
            .map(text -> Subject.Kind.find(text).orElseThrow(() -> invalid("kind").thrown()));
    int size = Page.size(limit);
    Page<Request> page =
        Page.cut(
            reviews.list(operator, of, only, Page.place(cursor), size + 1),
            size,
            request -> request.id().value().toString());
    Map<Subject, Shown> who =
        applicants.shown(page.items().stream().map(Request::subject).toList());
    return new ReviewLines(
        page.items().stream()
            .map(one -> line(operator, one, who.getOrDefault(one.subject(), Applicants.NOBODY)))
            .toList(),
        page.nextCursor(),
        reviews.waiting(operator));
  }

  @GetMapping("/v1/operations/verifications/{id}")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "A request to be verified; whose it is shows to whoever takes it up")
  ReviewView get(Caller operator, @PathVariable String id) {
    return view(operator, found(operator, id), Optional.empty());
  }

  @PostMapping("/v1/operations/verifications/{id}/review")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "Take a request up; who is seen then is written in the audit trail")
  ReviewView take(Caller operator, @PathVariable String id) {
    return switch (reviews.take(operator, id(id))) {
      case Taking.Taken(var request, var applicant) ->
          view(operator, request, Optional.of(applicant));
      case Taking.Refused(var problem) -> throw problem.thrown();
    };
  }

  @PostMapping("/v1/operations/verifications/{id}/decision")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "Decide a request that was taken up: a tier, more documents, or a refusal")
  ReviewView decide(Caller operator, @PathVariable String id, @RequestBody ReviewDecision asked) {
    reviews
        .decide(operator, id(id), verdict(asked))
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    return view(operator, found(operator, id), Optional.empty());
  }

  /** Always as an attachment that runs nothing, whatever it is. */
  @PostMapping("/v1/operations/verification-documents/{id}/view")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "See a document; the look and its reason are written in the audit trail")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> look(
      Caller operator, @PathVariable String id, @RequestBody DocumentLook asked) {
    String reason = one("reason", asked.reason(), LOOKS) + ' ' + reference(asked.reference());
    Opened opened =
        reviews
            .open(operator, new DocumentId(Id.read(DocumentId.PREFIX, id)), reason)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
    DocumentType type = opened.document().type();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type.media())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.document().id().text() + '.' + type.extension())
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(opened.content());
  }

  @GetMapping("/v1/operations/people/{id}/limits")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "Somebody's tier, and what is used of its limits")
  LimitsView limits(Caller operator, @PathVariable String id) {
    return statements.of(subject(Subject.Kind.PERSON, id));
  }

  @GetMapping("/v1/operations/merchants/{id}/limits")
  @Requires(Permission.MERCHANTS_VERIFY)
  @Operation(summary = "A business's tier, and what is used of its limits")
  LimitsView limitsOfBusiness(Caller operator, @PathVariable String id) {
    return statements.of(subject(Subject.Kind.BUSINESS, id));
  }

  @PostMapping("/v1/operations/people/{id}/tier")
  @Requires(Permission.PEOPLE_VERIFY)
  @Operation(summary = "Put somebody into a lower tier")
  LimitsView lower(Caller operator, @PathVariable String id, @RequestBody TierLowering asked) {
    return lower(operator, subject(Subject.Kind.PERSON, id), asked);
  }

  @PostMapping("/v1/operations/merchants/{id}/tier")
  @Requires(Permission.MERCHANTS_VERIFY)
  @Operation(summary = "Put a business into a lower tier")
  LimitsView lowerBusiness(
      Caller operator, @PathVariable String id, @RequestBody TierLowering asked) {
    return lower(operator, subject(Subject.Kind.BUSINESS, id), asked);
  }

  private LimitsView lower(Caller operator, Subject subject, TierLowering asked) {
    String reason = one("reason", asked.reason(), LOWERINGS) + ' ' + reference(asked.reference());
    reviews
        .lower(operator, subject, Text.required("tier", asked.tier(), 40), reason)
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    return statements.of(subject);
  }

  private Subject subject(Subject.Kind kind, String id) {
    return Subject.parse(id)
        .filter(subject -> subject.kind() == kind && applicants.isThere(subject))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static Verdict verdict(ReviewDecision asked) {
    return switch (Text.required("decision", asked.decision(), 20)) {
      case "approve" ->
          new Verdict.Approve(
              Text.required("tier", asked.tier(), 40),
              Text.optional("documents_expire_on", asked.documentsExpireOn(), 10)
                  .map(ReviewRoutes::day));
      case "more" -> new Verdict.AskForMore(one("reason", asked.reason(), MORE), wanted(asked));
      case "refuse" -> new Verdict.Refuse(one("reason", asked.reason(), REFUSALS));
      default -> throw invalid("decision").thrown();
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw invalid("documents_expire_on").thrown();
    }
  }

  private static Set<Evidence> wanted(ReviewDecision asked) {
    Set<Evidence> wanted =
        Optional.ofNullable(asked.wanted()).orElse(List.of()).stream()
            .map(
                text ->
                    Optional.ofNullable(text)
                        .flatMap(Evidence::find)
                        .orElseThrow(() -> invalid("wanted").thrown()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Evidence.class)));
    if (wanted.isEmpty()) {
      throw invalid("wanted").thrown();
    }
    return wanted;
  }

  private static String one(String field, @Nullable String text, Set<String> known) {
    String given = Text.required(field, text, 40);
    if (!known.contains(given)) {
      throw invalid(field).thrown();
    }
    return given;
  }

  private static String reference(@Nullable String text) {
    String given = Text.required("reference", text, 40);
    if (!given.matches(REFERENCE)) {
      throw invalid("reference").thrown();
    }
    return given;
  }

  private static Problem invalid(String field) {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", field);
  }

  private Request found(Caller operator, String id) {
    return reviews
        .find(operator, id(id))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static VerificationId id(String text) {
    return new VerificationId(Id.read(VerificationId.PREFIX, text));
  }

  private ReviewView view(Caller operator, Request request, Optional<Seen> seen) {
    Subject.Kind kind = request.subject().kind();
    Pack pack = packs.now(kind);
    Pack.Tier asked = pack.tier(Optional.of(request.tier()));
    return new ReviewView(
        line(operator, request, applicants.shown(request.subject())),
        seen.map(Seen::name).orElse(null),
        seen.map(Seen::owners).orElse(List.of()),
        request.reason().orElse(null),
        request.granted().orElse(null),
        request.documentsExpireOn().orElse(null),
        asked.documents().stream().sorted().toList(),
        request.wanted(),
        Evidence.of(kind).stream().sorted().toList(),
        reviews.documents(request.id()).stream().map(DocumentView::of).toList(),
        pack.tiers().stream()
            .filter(tier -> pack.rank(tier) > 0 && pack.rank(tier) <= pack.rank(asked))
            .map(tier -> new TierChoice(tier.id(), tier.name(), tier.nameEn()))
            .toList());
  }

  private ReviewLine line(Caller operator, Request request, Shown shown) {
    Pack.Tier tier = packs.now(request.subject().kind()).tier(Optional.of(request.tier()));
    return new ReviewLine(
        request.id(),
        request.subject().kind(),
        request.subject().text(),
        shown.name(),
        shown.nameEn(),
        request.tier(),
        tier.name(),
        tier.nameEn(),
        request.state(),
        request.reviewer().filter(operator.party()::equals).isPresent(),
        request.openedAt(),
        request.submittedAt().orElse(null),
        request.decidedAt().orElse(null));
  }
}
