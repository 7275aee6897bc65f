package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.ConfirmationView;
import dev.qiao.identity.Confirmations;
import dev.qiao.identity.People;
import dev.qiao.identity.PersonId;
import dev.qiao.money.Money;
import dev.qiao.payment.Authority;
import dev.qiao.payment.ConfirmRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's transfers to others. */
@RestController
class TransferRoutes {
  /**
   * @param payeeId what a look-up gave
   */
  record NewTransfer(String payeeId, Amount amount, @Nullable String note) {}

  private final Transfers transfers;
  private final PayeeFinder payees;
  private final People people;
  private final Confirmations confirmations;
  private final Idempotency idempotency;
  private final PlatformTerms terms;

  TransferRoutes(
      Transfers transfers,
      PayeeFinder payees,
      People people,
      Confirmations confirmations,
      Idempotency idempotency,
      PlatformTerms terms) {
    this.transfers = transfers;
    this.payees = payees;
    this.people = people;
    this.confirmations = confirmations;
    this.idempotency = idempotency;
    this.terms = terms;
  }

  @PostMapping("/v1/transfers")
  @Operation(summary = "Begin a transfer to somebody who was looked up")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  ResponseEntity<Object> create(Caller payer, IdempotencyKey key, @RequestBody NewTransfer body) {
    Money amount = Amount.require(body.amount(), terms.unit(), terms.paymentLimit());
    var note = Text.optional("note", body.note(), 60);
    PayeeId found = PayeeId.from(Text.required("payee_id", body.payeeId(), 60));
    return idempotency.once(
        payer,
        key,
        "transfer.create",
        body,
        once -> {
          UUID payee =
              payees
                  .person(found, payer.party())
                  .orElseThrow(() -> Problem.of(ErrorCode.PAYEE_EXPIRED).thrown());
          if (payee.equals(payer.party())) {
            throw Problem.of(ErrorCode.PAYEE_IS_SELF).thrown();
          }
          Transfer transfer = transfers.begin(payer.party(), payee, amount, note);
          TransferView view = view(transfer);
          transfers.store(transfer, once, view);
          return ResponseEntity.status(201).body(view);
        });
  }

  @GetMapping("/v1/transfers/{id}")
  @Operation(summary = "A transfer, as its payer sees it")
  TransferView get(Caller payer, @PathVariable TransferId id) {
    return view(owned(payer, id));
  }

  private Transfer owned(Caller payer, TransferId id) {
    return transfers
        .find(id)
        .filter(transfer -> transfer.payer().equals(payer.party()))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  @PostMapping("/v1/transfers/{id}/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to confirm a transfer: what is bound to its amount and payee, once")
  ConfirmationView ask(Caller payer, @PathVariable TransferId id) {
    Transfer transfer = owned(payer, id);
    Transfers.over(transfer)
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    return confirmations.ask(payer, transfer.deed());
  }

  @PostMapping("/v1/transfers/{id}/confirm")
  @Operation(
      summary =
          "Confirm a transfer by PIN or passkey; it has arrived when the answer is 200, and waits for the payer's second word when it is 202")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  ResponseEntity<Object> confirm(
      Caller payer,
      IdempotencyKey key,
      @PathVariable TransferId id,
      @RequestBody ConfirmRequest body) {
    Money seen = Amount.require(body.amount(), terms.unit(), Money.MINOR_MAX);
    Authority authority = body.authority();
    return idempotency.once(
        payer,
        key,
        "transfer.confirm",
        List.of(id, body.amount()),
        once ->
            switch (transfers.confirm(id, payer, authority, seen, once, this::view)) {
              case Transfers.Sending.Sent(var transfer) -> ResponseEntity.ok(view(transfer));
              case Transfers.Sending.Held(var transfer) ->
                  ResponseEntity.status(202).body(view(transfer));
              case Transfers.Sending.Refused(var problem) -> throw problem.thrown();
            });
  }

  private TransferView view(Transfer transfer) {
    return TransferView.of(transfer, people.find(new PersonId(transfer.payee())));
  }
}
