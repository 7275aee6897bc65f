package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ProblemException;
import dev.qiao.api.Text;
import dev.qiao.channel.Channels;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.payment.PayCodes;
import dev.qiao.payment.PayeeView;
import dev.qiao.payment.Payees;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentView;
import dev.qiao.payment.Payments;
import dev.qiao.wallet.PayeeFinder.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whom to pay: by a code, by number, or somebody paid before. */
@RestController
class PayeeRoutes {
  /**
   * @param payload the text of a scanned code
   */
  record Scan(String payload) {}

  /** What a code means. {@code own}: it is the reader's own. */
  @Schema(name = "QrReading")
  record QrReading(
      @Schema(allowableValues = {"static", "dynamic", "person"}) String kind,
      PayeeView payee,
      @Nullable Amount amount,
      @Nullable PaymentView payment,
      @Nullable Instant expiresAt,
      boolean own) {}

  @Schema(name = "PayeeSearch")
  record Search(String phone) {}

  /** Somebody paid before, and when last. */
  @Schema(name = "RecentPayee")
  record RecentPayee(
      String kind, String name, @Nullable String masked, String payeeId, Instant lastAt) {}

  record RecentPayees(List<RecentPayee> items) {}

  record OwnCode(String payload) {}

  private final PayeeFinder finder;
  private final PayCodes codes;
  private final Payees payees;
  private final Payments payments;
  private final Channels channels;

  PayeeRoutes(
      PayeeFinder finder, PayCodes codes, Payees payees, Payments payments, Channels channels) {
    this.finder = finder;
    this.codes = codes;
    this.payees = payees;
    this.payments = payments;
    this.channels = channels;
  }

  @PostMapping("/v1/qr-codes/read")
  @Operation(summary = "Say what a scanned code means")
  QrReading read(Caller caller, @RequestBody Scan body) {
    return switch (codes.read(Text.required("payload", body.payload(), 512))) {
      case PayCodes.Reading.Foreign _ -> throw Problem.of(ErrorCode.QR_FOREIGN).thrown();
      case PayCodes.Reading.Damaged _ -> throw Problem.of(ErrorCode.QR_DAMAGED).thrown();
      case PayCodes.Reading.Altered _ -> throw unknown();
      case PayCodes.Reading.Ours(var kind, var token, var claimed) ->
          switch (kind) {
            case STATIC -> shop(token);
            case DYNAMIC ->
                asked(
                    payments
                        .byCode(token)
                        .filter(payment -> claimed.equals(Optional.of(payment.amount())))
                        .orElseThrow(PayeeRoutes::unknown));
            case PERSON -> person(finder.byCode(caller.party(), token));
          };
    };
  }

  private QrReading shop(String token) {
    var payee = payees.byCode(token).orElseThrow(PayeeRoutes::unknown);
    return new QrReading("static", PayeeView.of(payee), null, null, null, false);
  }

  private QrReading asked(Payment payment) {
    return switch (payment.state()) {
      case REQUIRES_CONFIRMATION, PROCESSING, UNKNOWN ->
          new QrReading(
              "dynamic",
              PayeeView.of(payment.payee()),
              Amount.of(payment.amount()),
              PaymentView.of(payment, channels.of(payment.channel())),
              payment.expiresAt(),
              false);
      case EXPIRED -> throw Problem.of(ErrorCode.QR_EXPIRED).thrown();
      case CANCELLED -> throw Problem.of(ErrorCode.PAYMENT_CANCELLED).thrown();
      case SUCCEEDED, FAILED ->
          throw Problem.of(ErrorCode.PAYMENT_FINISHED)
              .with("state", payment.state().text())
              .thrown();
    };
  }

  private static QrReading person(Finding finding) {
    return switch (finding) {
      case Finding.Found(var id, var person) ->
          new QrReading("person", view(id, person), null, null, null, false);
      case Finding.Oneself _ -> throw Problem.of(ErrorCode.PAYEE_IS_SELF).thrown();
      case Finding.Nobody _, Finding.TooMany _ -> throw unknown();
    };
  }

  @PostMapping("/v1/payees")
  @Operation(summary = "Look a person up by phone number; the name is masked")
  PayeeView find(Caller caller, @RequestBody Search body) {
    Phone phone =
        Phone.parse(Text.required("phone", body.phone(), 30))
            .orElseThrow(() -> Problem.of(ErrorCode.PHONE_INVALID).thrown());
    return switch (finder.byPhone(caller.party(), phone)) {
      case Finding.Found(var id, var person) -> view(id, person);
      case Finding.Nobody _ -> throw Problem.of(ErrorCode.PAYEE_UNKNOWN).thrown();
      case Finding.Oneself _ -> throw Problem.of(ErrorCode.PAYEE_IS_SELF).thrown();
      case Finding.TooMany(var pause) ->
          throw Problem.of(ErrorCode.TOO_MANY_LOOKUPS)
              .with("retry_after", pause.toSeconds())
              .thrown();
    };
  }

  @GetMapping("/v1/payees/recent")
  @Operation(summary = "The people a person has sent money to, the last first")
  RecentPayees recent(Caller caller) {
    return new RecentPayees(
        finder.recent(caller.party()).stream()
            .map(
                known ->
                    new RecentPayee(
                        "person",
                        known.person().maskedName(),
                        known.person().maskedPhone(),
                        known.id().text(),
                        known.lastAt()))
            .toList());
  }

  @GetMapping("/v1/me/code")
  @Operation(summary = "The text of the code by which a person receives")
  OwnCode code(Caller caller) {
    return new OwnCode(finder.codeOf(caller.party()));
  }

  private static PayeeView view(PayeeId id, Person person) {
    return PayeeView.person(person.maskedName(), person.maskedPhone(), id.text());
  }

  private static ProblemException unknown() {
    return Problem.of(ErrorCode.QR_UNKNOWN).thrown();
  }
}
