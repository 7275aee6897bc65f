package dev.qiao.verification;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.decision.Evidence;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Pack;
import dev.qiao.decision.Packs;
import dev.qiao.identity.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Operators look at what people and businesses sent, and decide how far they are verified. */
@Service
public class Reviews {
  /** What an operator decides. */
  public sealed interface Verdict {
    /** Into this tier, until the documents run out. */
    record Approve(String tier, Optional<LocalDate> documentsExpireOn) implements Verdict {}

    /** These again, or as well. */
    record AskForMore(String reason, Set<Evidence> wanted) implements Verdict {}

    record Refuse(String reason) implements Verdict {}
  }

  /** A request that an operator has taken up, and who it is of. */
  public sealed interface Taking {
    record Taken(Request request, Applicants.Seen applicant) implements Taking {}

    record Refused(Problem problem) implements Taking {}
  }

  /** A document, opened. */
  record Opened(Document document, byte[] content) {}

  private final RequestTables requests;
  private final DocumentTables documents;
  private final VerificationNotices notices;
  private final Applicants applicants;
  private final Packs packs;
  private final Limits limits;
  private final PlatformTerms terms;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  Reviews(
      RequestTables requests,
      DocumentTables documents,
      VerificationNotices notices,
      Applicants applicants,
      Packs packs,
      Limits limits,
      PlatformTerms terms,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.requests = requests;
    this.documents = documents;
    this.notices = notices;
    this.applicants = applicants;
    this.packs = packs;
    this.limits = limits;
    this.terms = terms;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Those that an operator may review.
   *
   * @param kind only of these; empty for all
   */
  List<Request> list(
      Caller operator,
      Optional<Subject.Kind> kind,
      Optional<State> state,
      Optional<UUID> before,
      int limit) {
    Set<Subject.Kind> kinds = Applicants.reviewedBy(operator);
    kind.ifPresent(only -> kinds.removeIf(other -> other != only));
    return requests.list(kinds, state, before, limit);
  }

  int waiting(Caller operator) {
    return requests.waiting(Applicants.reviewedBy(operator));
  }

  /** Drafts are the applicant's own. */
  Optional<Request> find(Caller operator, VerificationId id) {
    return requests
        .find(id)
        .filter(request -> request.state() != State.DRAFT)
        .filter(request -> Applicants.reviewedBy(operator).contains(request.subject().kind()));
  }

  List<Document> documents(VerificationId request) {
    return documents.of(request);
  }

  /**
   * Takes a request up, and shows whose it is: that is what its documents are compared with. Nobody
   * takes up a business's that they have opened themselves.
   */
  public Taking take(Caller operator, VerificationId id) {
    return transaction.execute(
        status -> {
          Optional<Request> found = find(operator, id);
          if (found.isEmpty()) {
            return new Taking.Refused(Problem.of(ErrorCode.NOT_FOUND));
          }
          Subject subject = found.get().subject();
          if (applicants.isOpenedBy(operator, subject)) {
            return new Taking.Refused(Problem.of(ErrorCode.OPENED_BY_YOURSELF));
          }
          if (!requests.take(id, operator.party())) {
            return new Taking.Refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          audit.record(operator, "verification.review", id.text(), "begun", null);
          return applicants
              .see(operator, subject, "verification_review " + id.text())
              .<Taking>map(seen -> new Taking.Taken(requests.find(id).orElseThrow(), seen))
              .orElseGet(() -> new Taking.Refused(Problem.of(ErrorCode.NOT_FOUND)));
        });
  }

  /**
   * Opens a document. The look is written down, with its reason, before it is shown.
   *
   * @param reason why it has to be seen: no personal data
   */
  Optional<Opened> open(Caller operator, DocumentId id, String reason) {
    Optional<Document> found =
        documents.find(id).filter(document -> find(operator, document.request()).isPresent());
    Optional<byte[]> content = found.flatMap(documents::content);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Document document = found.get();
    audit.record(
        operator,
        "document.view",
        document.subject().text(),
        "done",
        reason + ' ' + document.request().text() + ' ' + document.kind().text());
    return Optional.of(new Opened(document, content.get()));
  }

  /** Decides a request that this operator has taken up; empty when that is done. */
  public Optional<Problem> decide(Caller operator, VerificationId id, Verdict verdict) {
    Optional<Request> found = find(operator, id);
    if (found.isEmpty()) {
      return Optional.of(Problem.of(ErrorCode.NOT_FOUND));
    }
    Request request = found.get();
    Optional<Problem> unfit =
        switch (verdict) {
          case Verdict.Approve approve -> unfit(request, approve);
          case Verdict.AskForMore more ->
              Evidence.of(request.subject().kind()).containsAll(more.wanted())
                  ? Optional.empty()
                  : Optional.of(Problem.of(ErrorCode.FIELD_INVALID).with("field", "wanted"));
          case Verdict.Refuse _ -> Optional.empty();
        };
    if (unfit.isPresent()) {
      return unfit;
    }
    Optional<Problem> problem = transaction.execute(status -> decided(operator, request, verdict));
    notices.wake();
    return problem;
  }

  private Optional<Problem> unfit(Request request, Verdict.Approve approve) {
    Pack pack = packs.now(request.subject().kind());
    Optional<Pack.Tier> tier = pack.tier(approve.tier());
    boolean inReach =
        tier.isPresent()
            && pack.rank(tier.get()) > 0
            && pack.rank(tier.get()) <= pack.rank(pack.tier(Optional.of(request.tier())));
    if (!inReach) {
      return Optional.of(Problem.of(ErrorCode.FIELD_INVALID).with("field", "tier"));
    }
    if (approve.documentsExpireOn().filter(day -> !day.isAfter(today())).isPresent()) {
      return Optional.of(Problem.of(ErrorCode.FIELD_INVALID).with("field", "documents_expire_on"));
    }
    Set<Evidence> missing = EnumSet.noneOf(Evidence.class);
    missing.addAll(tier.get().documents());
    documents.of(request.id()).forEach(document -> missing.remove(document.kind()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.of(ErrorCode.DOCUMENTS_MISSING)
                .with("missing", String.join(",", missing.stream().map(Evidence::text).toList())));
  }

  private Optional<Problem> decided(Caller operator, Request request, Verdict verdict) {
    Instant now = clock.instant();
    VerificationId id = request.id();
    UUID reviewer = operator.party();
    boolean done =
        switch (verdict) {
          case Verdict.Approve(var tier, var day) -> requests.approve(id, reviewer, tier, day, now);
          case Verdict.AskForMore(var reason, var wanted) ->
              requests.askForMore(id, reviewer, reason, wanted);
          case Verdict.Refuse(var reason) -> requests.refuse(id, reviewer, reason, now);
        };
    if (!done) {
      return Optional.of(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
    }
    switch (verdict) {
      case Verdict.Approve(var tier, var day) -> approved(operator, request, tier, day);
      case Verdict.AskForMore(var reason, var _) -> told(operator, request, "more_needed", reason);
      case Verdict.Refuse(var reason) -> told(operator, request, "refused", reason);
    }
    return Optional.empty();
  }

  private void approved(
      Caller operator, Request request, String tier, Optional<LocalDate> documentsExpireOn) {
    documents.retain(request.id());
    told(operator, request, "approved", tier);
    // The ledger's part comes last: it keeps accounts locked.
    limits.place(
        request.subject(),
        Optional.of(tier),
        documentsExpireOn.map(day -> day.plusDays(1).atStartOfDay(terms.timeZone()).toInstant()));
  }

  private void told(Caller operator, Request request, String outcome, String reason) {
    audit.record(operator, "verification.decide", request.id().text(), outcome, reason);
    Pack.Tier tier =
        packs
            .now(request.subject().kind())
            .tier(Optional.of(outcome.equals("approved") ? reason : request.tier()));
    notices.tell(request.subject(), request.id(), outcome, tier);
  }

  /**
   * Puts somebody into a lower tier; empty when that is done.
   *
   * @param reason why: no personal data
   */
  Optional<Problem> lower(Caller operator, Subject subject, String tierId, String reason) {
    Pack pack = packs.now(subject.kind());
    Optional<Pack.Tier> tier = pack.tier(tierId);
    if (tier.isEmpty()) {
      return Optional.of(Problem.of(ErrorCode.FIELD_INVALID).with("field", "tier"));
    }
    if (pack.rank(tier.get()) >= pack.rank(limits.tier(subject))) {
      // Up leads over documents and their review alone.
      return Optional.of(Problem.of(ErrorCode.FIELD_INVALID).with("field", "tier"));
    }
    transaction.executeWithoutResult(
        status -> {
          audit.record(operator, "tier.lower", subject.text(), tierId, reason);
          limits.place(
              subject,
              pack.rank(tier.get()) == 0 ? Optional.empty() : Optional.of(tierId),
              Optional.empty());
        });
    return Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), terms.timeZone());
  }
}
