package dev.qiao.decision;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.decision.LimitChange.Setting;
import dev.qiao.decision.Pack.Cap;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.identity.Subject;
import dev.qiao.money.Money;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A limit of one person or business: one operator lowers it, two raise it. */
@RestController
class IndividualLimitRoutes {
  /** An exception has an end that whoever set it lives to see. */
  private static final int DAYS_MAX = 366;

  /**
   * {@code until} is the last day on which it holds, in the platform's time zone, at most 366 days
   * from today.
   */
  @Schema(name = "IndividualLimitChange")
  record LimitRequest(
      @Nullable Amount cap,
      @Schema(format = "date") @Nullable String until,
      @Nullable String reason) {}

  @Schema(name = "IndividualLimitEnd")
  record EndRequest(@Nullable String reason) {}

  private final LimitChange kind;
  private final Limits limits;
  private final FourEyes fourEyes;
  private final Idempotency idempotency;
  private final PlatformTerms terms;
  private final InstantSource clock;

  IndividualLimitRoutes(
      LimitChange kind,
      Limits limits,
      FourEyes fourEyes,
      Idempotency idempotency,
      PlatformTerms terms,
      InstantSource clock) {
    this.kind = kind;
    this.limits = limits;
    this.fourEyes = fourEyes;
    this.idempotency = idempotency;
    this.terms = terms;
    this.clock = clock;
  }

  @PostMapping("/v1/operations/people/{id}/limits/{limit}")
  @Requires(Permission.LIMITS_CHANGE)
  @Operation(summary = "Lower a limit of one person at once, or propose to raise it, until a day")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> set(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String id,
      @PathVariable String limit,
      @RequestBody LimitRequest body) {
    return set(operator, key, subject(Subject.Kind.PERSON, id), limit, body);
  }

  @PostMapping("/v1/operations/people/{id}/limits/{limit}/end")
  @Requires(Permission.LIMITS_CHANGE)
  @Operation(summary = "Let the tier's limit hold again: at once where that is less")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> end(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String id,
      @PathVariable String limit,
      @RequestBody EndRequest body) {
    return end(operator, key, subject(Subject.Kind.PERSON, id), limit, body);
  }

  @PostMapping("/v1/operations/merchants/{id}/limits/{limit}")
  @Requires(Permission.LIMITS_CHANGE)
  @Operation(summary = "Lower a limit of one business at once, or propose to raise it, until a day")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> setOfBusiness(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String id,
      @PathVariable String limit,
      @RequestBody LimitRequest body) {
    return set(operator, key, subject(Subject.Kind.BUSINESS, id), limit, body);
  }

  @PostMapping("/v1/operations/merchants/{id}/limits/{limit}/end")
  @Requires(Permission.LIMITS_CHANGE)
  @Operation(summary = "Let the tier's limit hold again for a business: at once where that is less")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> endOfBusiness(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String id,
      @PathVariable String limit,
      @RequestBody EndRequest body) {
    return end(operator, key, subject(Subject.Kind.BUSINESS, id), limit, body);
  }

  private ResponseEntity<Object> set(
      Caller operator, IdempotencyKey key, Subject subject, String limit, LimitRequest body) {
    Money cap = Amount.require(body.cap(), terms.unit(), Money.MINOR_MAX - 1);
    LocalDate until = day(Text.required("until", body.until(), 10));
    return change(
        operator,
        key,
        List.of(subject, limit, body),
        subject,
        limit,
        Optional.of(cap),
        Optional.of(until),
        body.reason());
  }

  private ResponseEntity<Object> end(
      Caller operator, IdempotencyKey key, Subject subject, String limit, EndRequest body) {
    return change(
        operator,
        key,
        List.of(subject, limit, body),
        subject,
        limit,
        Optional.empty(),
        Optional.empty(),
        body.reason());
  }

  private ResponseEntity<Object> change(
      Caller operator,
      IdempotencyKey key,
      List<?> asked,
      Subject subject,
      String limitId,
      Optional<Money> cap,
      Optional<LocalDate> until,
      @Nullable String reason) {
    return idempotency.once(
        operator,
        key,
        cap.isPresent() ? "limits.individual" : "limits.individual.end",
        asked,
        once -> {
          Applied now = limits.derived(subject);
          Limit limit =
              now.pack().limits().stream()
                  .filter(one -> one.id().equals(limitId))
                  .findFirst()
                  .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
          cap.ifPresent(wanted -> requireLawful(wanted, now, limit));
          Setting setting = kind.setting(subject, now, limit, cap, until);
          return kind.tightens(setting, now, limit)
              ? fourEyes.alone(kind, setting, reason, operator, once)
              : fourEyes.propose(kind, setting, reason, operator, once);
        });
  }

  private static void requireLawful(Money wanted, Applied now, Limit limit) {
    Optional<Cap> usual = now.usual(limit);
    if (IndividualLimit.isLaw(usual) && wanted.minor() > usual.get().minor()) {
      throw Problem.of(ErrorCode.LIMIT_SET_BY_LAW)
          .with("cap", usual.get().minor())
          .with("currency", wanted.unit().code())
          .thrown();
    }
  }

  private Subject subject(Subject.Kind of, String id) {
    return Subject.parse(id)
        .filter(subject -> subject.kind() == of && kind.isThere(subject))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private LocalDate day(String text) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), terms.timeZone());
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_MAX))) {
        return day;
      }
    } catch (DateTimeParseException none) {
      // Refused below, as is one that is out of reach.
    }
    throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "until").thrown();
  }
}
