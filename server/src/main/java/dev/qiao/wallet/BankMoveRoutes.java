package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.bank.LinkedAccountId;
import dev.qiao.identity.Assertion;
import dev.qiao.identity.ConfirmationView;
import dev.qiao.identity.Confirmations;
import dev.qiao.money.Money;
import dev.qiao.payment.Authority;
import dev.qiao.payment.ConfirmRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money from and to the person's bank accounts. */
@RestController
class BankMoveRoutes {
  record TopUpRequest(String linkedAccountId, Amount amount) {}

  record WithdrawalRequest(
      String linkedAccountId,
      Amount amount,
      @Nullable String confirmationId,
      @Nullable String pin,
      @Nullable String code,
      @Nullable String codeId,
      @Nullable Assertion passkey) {
    /** Without what confirms it: what a repeated request is known by. */
    TopUpRequest plain() {
      return new TopUpRequest(linkedAccountId, amount);
    }

    @Override
    public String toString() {
      return plain().toString();
    }
  }

  private final BankMoves moves;
  private final Confirmations confirmations;
  private final Idempotency idempotency;
  private final PlatformTerms terms;

  BankMoveRoutes(
      BankMoves moves, Confirmations confirmations, Idempotency idempotency, PlatformTerms terms) {
    this.moves = moves;
    this.confirmations = confirmations;
    this.idempotency = idempotency;
    this.terms = terms;
  }

  @PostMapping("/v1/top-ups")
  @Operation(summary = "Bring money from a linked account to the wallet")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BankMoveView.class)))
  ResponseEntity<Object> topUp(
      Caller caller, IdempotencyKey key, @RequestBody TopUpRequest request) {
    LinkedAccountId account = account(request.linkedAccountId());
    Money amount = Amount.require(request.amount(), terms.unit(), terms.paymentLimit());
    return idempotency.once(
        caller, key, "top_up", request, once -> answer(moves.topUp(caller, account, amount, once)));
  }

  @GetMapping("/v1/top-ups/{id}")
  @Operation(summary = "A top-up")
  BankMoveView findTopUp(Caller caller, @PathVariable String id) {
    return find(caller, BankMove.Kind.TOP_UP, id);
  }

  @PostMapping("/v1/withdrawals/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to confirm a withdrawal: what is bound to its amount and account, once")
  ConfirmationView ask(Caller caller, @RequestBody TopUpRequest request) {
    LinkedAccountId account = account(request.linkedAccountId());
    Money amount = Amount.require(request.amount(), terms.unit(), terms.paymentLimit());
    if (!moves.isLinked(caller, account)) {
      throw Problem.of(ErrorCode.LINKED_ACCOUNT_UNKNOWN).thrown();
    }
    return confirmations.ask(caller, BankMoves.withdrawal(account, amount));
  }

  @PostMapping("/v1/withdrawals")
  @Operation(summary = "Bring money from the wallet to a linked account")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BankMoveView.class)))
  ResponseEntity<Object> withdraw(
      Caller caller, IdempotencyKey key, @RequestBody WithdrawalRequest request) {
    LinkedAccountId account = account(request.linkedAccountId());
    Money amount = Amount.require(request.amount(), terms.unit(), terms.paymentLimit());
    Authority authority =
        ConfirmRequest.authority(
            request.confirmationId(),
            request.pin(),
            request.code(),
            request.codeId(),
            request.passkey());
    return idempotency.once(
        caller,
        key,
        "withdrawal",
        request.plain(),
        once -> answer(moves.withdraw(caller, account, amount, authority, once)));
  }

  @GetMapping("/v1/withdrawals/{id}")
  @Operation(summary = "A withdrawal")
  BankMoveView findWithdrawal(Caller caller, @PathVariable String id) {
    return find(caller, BankMove.Kind.WITHDRAWAL, id);
  }

  private BankMoveView find(Caller caller, BankMove.Kind kind, String id) {
    return moves
        .find(caller.party(), BankMoveId.from(kind, id))
        .map(BankMoveView::of)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static LinkedAccountId account(@Nullable String text) {
    if (text == null) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "linked_account_id").thrown();
    }
    return LinkedAccountId.parse(text)
        .orElseThrow(() -> Problem.of(ErrorCode.LINKED_ACCOUNT_UNKNOWN).thrown());
  }

  private static ResponseEntity<Object> answer(BankMoveStart start) {
    return switch (start) {
      case BankMoveStart.Started(BankMove move) ->
          ResponseEntity.status(201).body(BankMoveView.of(move));
      case BankMoveStart.Refused(Problem problem) -> throw problem.thrown();
    };
  }
}
