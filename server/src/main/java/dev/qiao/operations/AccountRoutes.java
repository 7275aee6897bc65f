package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.ledger.Account;
import dev.qiao.ledger.Side;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of people and merchants: one operator freezes them, two free them. */
@RestController
class AccountRoutes {
  /**
   * {@code party} is a person or a merchant; a person's name is masked.
   *
   * @param frozenByPerson whether nobody but its person stopped money from going out
   */
  @Schema(name = "AccountStanding")
  record AccountStanding(
      String party,
      String name,
      @Nullable String nameEn,
      Amount balance,
      boolean debitFrozen,
      boolean frozenByPerson,
      boolean creditFrozen) {}

  /** {@code side}: debit is money out, credit is money in. */
  @Schema(name = "FreezeRequest")
  record FreezeRequest(
      @Schema(allowableValues = {"debit", "credit"}) @Nullable String side,
      @Nullable String reason) {}

  private final AccountFreeze kind;
  private final FourEyes fourEyes;
  private final AuditTrail audit;
  private final Idempotency idempotency;

  AccountRoutes(AccountFreeze kind, FourEyes fourEyes, AuditTrail audit, Idempotency idempotency) {
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.audit = audit;
    this.idempotency = idempotency;
  }

  @GetMapping("/v1/operations/accounts/{party}")
  @Requires(Permission.ACCOUNTS_READ)
  @Operation(
      summary = "A person's or merchant's account, and whether it is frozen; the look is recorded")
  AccountStanding get(Caller operator, @PathVariable String party) {
    Account account = known(party);
    audit.record(operator, "account.view", party, "done", null);
    var label = kind.name(party);
    return new AccountStanding(
        party,
        label.name(),
        label.nameEn(),
        Amount.of(account.balance().posted(), account.balance().unit()),
        account.frozen().contains(Side.DEBIT),
        kind.isFrozenByPerson(party),
        account.frozen().contains(Side.CREDIT));
  }

  @PostMapping("/v1/operations/accounts/{party}/freeze")
  @Requires(Permission.ACCOUNTS_FREEZE)
  @Operation(summary = "Freeze an account's debit or credit side, at once")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> freeze(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String party,
      @RequestBody FreezeRequest body) {
    known(party);
    Side side = side(body);
    return once(
        operator,
        key,
        "account.freeze",
        party,
        body,
        once ->
            fourEyes.alone(
                kind, new AccountFreeze.Freeze(party, side, true), body.reason(), operator, once));
  }

  @PostMapping("/v1/operations/accounts/{party}/unfreeze")
  @Requires(Permission.ACCOUNTS_FREEZE)
  @Operation(summary = "Propose to free an account's debit or credit side")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> unfreeze(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String party,
      @RequestBody FreezeRequest body) {
    known(party);
    Side side = side(body);
    return once(
        operator,
        key,
        "account.unfreeze",
        party,
        body,
        once ->
            fourEyes.propose(
                kind, new AccountFreeze.Freeze(party, side, false), body.reason(), operator, once));
  }

  private ResponseEntity<Object> once(
      Caller operator,
      IdempotencyKey key,
      String act,
      String party,
      FreezeRequest body,
      java.util.function.Function<Once, ResponseEntity<Object>> step) {
    return idempotency.once(operator, key, act, List.of(party, body), step);
  }

  private Account known(String party) {
    return kind.find(party).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static Side side(FreezeRequest body) {
    String text = Text.required("side", body.side(), 10);
    return Stream.of(Side.values())
        .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "side").thrown());
  }
}
