package dev.qiao.payment;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.ConfirmationView;
import dev.qiao.identity.Confirmations;
import dev.qiao.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A payer's payments. */
@RestController
class PaymentRoutes {
  /**
   * @param qr the text of the scanned code
   */
  record NewPayment(String qr, Amount amount, @Nullable String note) {}

  private final Payments payments;
  private final PayeeTables payees;
  private final PayCodes codes;
  private final Channels channels;
  private final Confirmations confirmations;
  private final Idempotency idempotency;
  private final PlatformTerms terms;

  PaymentRoutes(
      Payments payments,
      PayeeTables payees,
      PayCodes codes,
      Channels channels,
      Confirmations confirmations,
      Idempotency idempotency,
      PlatformTerms terms) {
    this.payments = payments;
    this.payees = payees;
    this.codes = codes;
    this.channels = channels;
    this.confirmations = confirmations;
    this.idempotency = idempotency;
    this.terms = terms;
  }

  @PostMapping("/v1/payments")
  @Operation(summary = "Begin to pay a shop by the code on its counter")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  ResponseEntity<Object> create(Caller payer, IdempotencyKey key, @RequestBody NewPayment body) {
    Money amount = Amount.require(body.amount(), terms.unit(), terms.paymentLimit());
    var note = Text.optional("note", body.note(), 60);
    String qr = Text.required("qr", body.qr(), 512);
    return idempotency.once(
        payer,
        key,
        "payment.create",
        body,
        once -> {
          Payment payment =
              payments.begin(
                  shop(qr),
                  payer.party(),
                  channels.storeCodes().id(),
                  Scene.QR_STATIC,
                  amount,
                  note);
          payments.closed(payment).ifPresent(PaymentRoutes::refuse);
          PaymentView view = view(payment);
          payments.store(payment, once, view);
          return ResponseEntity.status(201).body(view);
        });
  }

  private Payee shop(String qr) {
    return switch (codes.read(qr)) {
      case PayCodes.Reading.Foreign _ -> throw Problem.of(ErrorCode.QR_FOREIGN).thrown();
      case PayCodes.Reading.Damaged _ -> throw Problem.of(ErrorCode.QR_DAMAGED).thrown();
      case PayCodes.Reading.Ours(PayCodes.Kind kind, String token, _)
          when kind == PayCodes.Kind.STATIC ->
          payees.byCode(token).orElseThrow(() -> Problem.of(ErrorCode.QR_UNKNOWN).thrown());
      case PayCodes.Reading.Ours _, PayCodes.Reading.Altered _ ->
          throw Problem.of(ErrorCode.QR_UNKNOWN).thrown();
    };
  }

  @GetMapping("/v1/payments/{id}")
  @Operation(summary = "A payment, as its payer sees it")
  PaymentView get(Caller payer, @PathVariable PaymentId id) {
    return view(owned(payer, id));
  }

  @PostMapping("/v1/payments/{id}/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to confirm a payment: what is bound to its amount and payee, once")
  ConfirmationView ask(Caller payer, @PathVariable PaymentId id) {
    Payment payment = owned(payer, id);
    payments.over(payment).ifPresent(PaymentRoutes::refuse);
    return confirmations.ask(payer, payment.deed());
  }

  @PostMapping("/v1/payments/{id}/confirm")
  @Operation(
      summary =
          "Confirm a payment by PIN or passkey; it is paid when the answer is 200, and waits for the payer's second word when it is 202")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  ResponseEntity<Object> confirm(
      Caller payer,
      IdempotencyKey key,
      @PathVariable PaymentId id,
      @RequestBody ConfirmRequest body) {
    Money seen = Amount.require(body.amount(), terms.unit(), Money.MINOR_MAX);
    Authority authority = body.authority();
    return idempotency.once(
        payer,
        key,
        "payment.confirm",
        List.of(id, body.amount()),
        once ->
            switch (payments.confirm(id, payer, authority, seen, once, this::view)) {
              case Confirmation.Confirmed(var payment) -> ResponseEntity.ok(view(payment));
              case Confirmation.Held(var payment) -> ResponseEntity.status(202).body(view(payment));
              case Confirmation.Refused(var problem) -> throw problem.thrown();
            });
  }

  @PostMapping("/v1/payments/{id}/cancel")
  @Operation(summary = "Call off a payment that waits")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  ResponseEntity<Object> cancel(Caller payer, IdempotencyKey key, @PathVariable PaymentId id) {
    return idempotency.once(
        payer,
        key,
        "payment.cancel",
        id,
        once -> {
          // A code that a shop shows belongs to the shop until somebody has paid it.
          Payment payment = owned(payer, id);
          if (payment.payer().isEmpty()) {
            throw Problem.of(ErrorCode.NOT_FOUND).thrown();
          }
          return switch (payments.cancel(payment, payer, once, this::view)) {
            case Confirmation.Confirmed(var cancelled) -> ResponseEntity.ok(view(cancelled));
            case Confirmation.Held _ -> throw new IllegalStateException("A cancelled one is held");
            case Confirmation.Refused(var problem) -> throw problem.thrown();
          };
        });
  }

  private Payment owned(Caller payer, PaymentId id) {
    return payments
        .find(id, payer.party())
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private PaymentView view(Payment payment) {
    return PaymentView.of(payment, channels.of(payment.channel()));
  }

  private static void refuse(Problem problem) {
    throw problem.thrown();
  }
}
