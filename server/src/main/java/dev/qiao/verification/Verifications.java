package dev.qiao.verification;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.decision.Evidence;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Pack;
import dev.qiao.decision.Packs;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.vault.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A person shows who they are, or a business what it is and whose. Each has one open request at
 * most, and names nothing by an id.
 */
@Service
public class Verifications {
  static final int REQUESTS_PER_DAY = 5;
  static final int UPLOADS_MAX = 40;
  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SCANNER_PAUSE = Duration.ofSeconds(30);

  /** What became of a wish: nothing more to say, or why not. */
  public sealed interface Doing {
    record Done() implements Doing {}

    record Refused(Problem problem) implements Doing {}
  }

  private final RequestTables requests;
  private final DocumentTables documents;
  private final UploadScanner scanner;
  private final Packs packs;
  private final Limits limits;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Verifications(
      RequestTables requests,
      DocumentTables documents,
      UploadScanner scanner,
      Packs packs,
      Limits limits,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.requests = requests;
    this.documents = documents;
    this.scanner = scanner;
    this.packs = packs;
    this.limits = limits;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  Optional<Request> latest(Subject subject) {
    return requests.latest(subject);
  }

  /** The request that is not decided yet. */
  public Optional<VerificationId> open(Subject subject) {
    return requests.latest(subject).filter(request -> request.state().isOpen()).map(Request::id);
  }

  List<Document> documents(VerificationId request) {
    return documents.of(request);
  }

  /** What a request's tier asks for. */
  Set<Evidence> needed(Request request) {
    return packs.now(request.subject().kind()).tier(Optional.of(request.tier())).documents();
  }

  /** Begins a request for a higher tier, or lets the open one aim at it. */
  public Doing aim(Caller caller, String tierId) {
    Subject me = Subject.of(caller);
    Pack pack = packs.now(me.kind());
    Optional<Pack.Tier> tier = pack.tier(tierId);
    if (tier.isEmpty()) {
      return refused(Problem.of(ErrorCode.FIELD_INVALID).with("field", "tier"));
    }
    if (pack.rank(tier.get()) <= pack.rank(limits.tier(me))) {
      return refused(Problem.of(ErrorCode.TIER_NOT_HIGHER));
    }
    Instant now = clock.instant();
    return transacted(
        () -> {
          if (requests.aim(me, tierId)) {
            return new Doing.Done();
          }
          if (requests.openedSince(me, now.minus(DAY)) >= REQUESTS_PER_DAY) {
            return refused(
                Problem.of(ErrorCode.TOO_MANY_ATTEMPTS)
                    .with("until", now.plus(DAY).toString())
                    .with("retry_after", DAY.toSeconds()));
          }
          VerificationId id = new VerificationId(ids.next());
          requests.insert(id, me, tierId, now);
          Request open = requests.latest(me).orElseThrow();
          if (!open.id().equals(id)) {
            // It is being reviewed, or was begun elsewhere at this moment.
            return open.state().isTheirs() && open.tier().equals(tierId)
                ? new Doing.Done()
                : refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          audit.record(caller, "verification.open", id.text(), "done", tierId);
          return new Doing.Done();
        });
  }

  /**
   * Puts a document to the open request, in place of one of its kind.
   *
   * @param claimed what it was said to be
   */
  public Doing put(Caller caller, Evidence kind, DocumentType claimed, byte[] content) {
    Subject me = Subject.of(caller);
    if (!Evidence.of(me.kind()).contains(kind)) {
      return refused(Problem.of(ErrorCode.NOT_FOUND));
    }
    Optional<DocumentType> type = DocumentContent.find(content);
    if (type.isEmpty() || type.get() != claimed) {
      return refused(Problem.of(ErrorCode.DOCUMENT_UNREADABLE));
    }
    // Counted before it is looked into, so that nobody keeps the scanner busy; and not within a
    // transaction, since a scanner takes its time.
    Optional<VerificationId> counted = requests.upload(me, UPLOADS_MAX);
    if (counted.isEmpty()) {
      return refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
    }
    return switch (scanner.scan(content)) {
      case Scan.Clean() -> keep(caller, counted.get(), kind, type.get(), content);
      case Scan.Infected(String signature) -> {
        audit.record(caller, "verification.document", counted.get().text(), "refused", signature);
        yield refused(Problem.of(ErrorCode.DOCUMENT_INFECTED));
      }
      case Scan.Unknown(String why) -> {
        LOG.warn("An upload was refused, since the scanner did not say what it is: {}", why);
        audit.record(
            caller, "verification.document", counted.get().text(), "refused", "not scanned");
        yield refused(
            Problem.of(ErrorCode.SCANNER_UNAVAILABLE)
                .with("retry_after", SCANNER_PAUSE.toSeconds()));
      }
    };
  }

  private Doing keep(
      Caller caller, VerificationId counted, Evidence kind, DocumentType type, byte[] content) {
    return transacted(
        () -> {
          Optional<Request> open =
              requests
                  .lockTheirs(Subject.of(caller))
                  .filter(request -> request.id().equals(counted));
          if (open.isEmpty()) {
            return refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          var document =
              new Document(
                  new DocumentId(ids.next()),
                  counted,
                  open.get().subject(),
                  kind,
                  type,
                  content.length,
                  Life.ERASABLE,
                  clock.instant());
          documents.put(document, content);
          audit.record(caller, "verification.document", counted.text(), "done", kind.text());
          return new Doing.Done();
        });
  }

  Doing remove(Caller caller, Evidence kind) {
    return transacted(
        () -> {
          Optional<Request> open = requests.lockTheirs(Subject.of(caller));
          if (open.isEmpty()) {
            return refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          return documents.remove(open.get().id(), kind)
              ? new Doing.Done()
              : refused(Problem.of(ErrorCode.NOT_FOUND));
        });
  }

  /** Hands the open request in, when all is there that its tier asks for. */
  public Doing submit(Caller caller) {
    return transacted(
        () -> {
          Optional<Request> open = requests.lockTheirs(Subject.of(caller));
          if (open.isEmpty()) {
            return refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          Set<Evidence> missing = missing(open.get());
          if (!missing.isEmpty()) {
            return refused(
                Problem.of(ErrorCode.DOCUMENTS_MISSING)
                    .with(
                        "missing",
                        String.join(",", missing.stream().map(Evidence::text).toList())));
          }
          requests.submit(open.get().id(), clock.instant());
          audit.record(
              caller, "verification.submit", open.get().id().text(), "done", open.get().tier());
          return new Doing.Done();
        });
  }

  /** What is not there yet, or was there when more was asked for and has not been replaced. */
  private Set<Evidence> missing(Request request) {
    Set<Evidence> missing = EnumSet.noneOf(Evidence.class);
    missing.addAll(needed(request));
    missing.addAll(request.wanted());
    documents.of(request.id()).stream()
        .filter(
            document ->
                !request.wanted().contains(document.kind())
                    || document.addedAt().isAfter(request.submittedAt().orElse(Instant.MIN)))
        .forEach(document -> missing.remove(document.kind()));
    return missing;
  }

  /** Takes the open request back; its documents are gone. */
  Doing withdraw(Caller caller) {
    return transacted(
        () -> {
          Optional<VerificationId> ended = requests.withdraw(Subject.of(caller), clock.instant());
          if (ended.isEmpty()) {
            return refused(Problem.of(ErrorCode.VERIFICATION_NOT_OPEN));
          }
          documents.removeAll(ended.get());
          audit.record(caller, "verification.withdraw", ended.get().text(), "done", null);
          return new Doing.Done();
        });
  }

  private Doing transacted(Supplier<Doing> act) {
    return transaction.execute(status -> act.get());
  }

  private static Doing refused(Problem problem) {
    return new Doing.Refused(problem);
  }
}
