package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators look at who wants a wallet opened again. All is masked; who has to see a person whole
 * says why, as everywhere.
 */
@RestController
class RecoveryReviewRoutes {
  /** So many different things must have been looked at before a wallet is given to somebody. */
  static final int CHECKS_MIN = 2;

  private static final Set<String> CHECKS =
      Set.of("identity_document", "live_picture", "past_movements", "linked_account", "in_person");
  private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}";

  @Schema(name = "RecoveryCase")
  record RecoveryCaseView(
      RecoveryId id,
      Recovery.State state,
      PersonId personId,
      String nameMasked,
      List<String> contactsMasked,
      @Schema(allowableValues = {"same", "other", "none"}) String name,
      @Schema(allowableValues = {"same", "former", "other", "none"}) String contact,
      @Nullable String contactMasked,
      boolean knownDevice,
      @Schema(description = "Somebody has used the wallet since: its owner may still have it")
          @Nullable Instant activeSince,
      @Schema(description = "How many others want the same wallet") int others,
      List<String> checks,
      @Nullable String reference,
      Instant appliedAt,
      Instant dueAt,
      Instant expiresAt) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "RecoveryCases")
  record RecoveryCasesView(List<RecoveryCaseView> items) {}

  /** {@code reference} names the ticket or case where what was seen is kept. */
  @Schema(name = "RecoveryDecision")
  record RecoveryDecision(
      @Schema(allowableValues = {"approve", "refuse"}) @Nullable String decision,
      @Nullable List<String> checks,
      @Nullable String reference) {}

  private final RecoveryReviews reviews;
  private final Proofs proofs;

  RecoveryReviewRoutes(RecoveryReviews reviews, Proofs proofs) {
    this.reviews = reviews;
    this.proofs = proofs;
  }

  @GetMapping("/v1/operations/recoveries")
  @Requires(Permission.RECOVERIES_REVIEW)
  @Operation(summary = "Who wants a wallet opened again; masked, the oldest first")
  RecoveryCasesView open(Caller operator) {
    return new RecoveryCasesView(reviews.open().stream().map(RecoveryReviewRoutes::view).toList());
  }

  @PostMapping("/v1/operations/recoveries/{id}/decision")
  @Requires(Permission.RECOVERIES_REVIEW)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Say whether it is its person; what was checked is written in the audit trail")
  void decide(Caller operator, @PathVariable String id, @RequestBody RecoveryDecision asked) {
    boolean approve =
        switch (asked.decision()) {
          case "approve" -> true;
          case "refuse" -> false;
          case null, default -> throw IdentityProblems.field("decision").thrown();
        };
    List<String> checks = checks(asked, approve);
    String reference = Text.required("reference", asked.reference(), 40);
    if (!reference.matches(REFERENCE)) {
      throw IdentityProblems.field("reference").thrown();
    }
    proofs.require(operator);
    boolean decided =
        RecoveryId.parse(id)
            .map(recovery -> reviews.decide(operator, recovery, approve, checks, reference))
            .orElse(false);
    if (!decided) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
  }

  private static List<String> checks(RecoveryDecision asked, boolean approve) {
    List<String> given = asked.checks() == null ? List.of() : asked.checks();
    boolean known = given.stream().allMatch(check -> check != null && CHECKS.contains(check));
    Set<String> checks = known ? new TreeSet<>(given) : Set.of();
    if (!known || approve && checks.size() < CHECKS_MIN) {
      throw IdentityProblems.field("checks").thrown();
    }
    return List.copyOf(checks);
  }

  private static RecoveryCaseView view(RecoveryReviews.Case one) {
    Recovery recovery = one.recovery();
    return new RecoveryCaseView(
        recovery.id(),
        recovery.state(),
        recovery.person(),
        one.person().maskedName(),
        one.contacts().stream().map(Contact::masked).toList(),
        text(one.name()),
        text(one.contact()),
        recovery.contact().map(Contact::masked).orElse(null),
        recovery.knownDevice(),
        one.activeSince().orElse(null),
        one.others(),
        recovery.checks(),
        recovery.reference().orElse(null),
        recovery.appliedAt(),
        recovery.dueAt(),
        recovery.expiresAt());
  }

  private static String text(RecoveryReviews.Match match) {
    return match.name().toLowerCase(Locale.ROOT);
  }
}
