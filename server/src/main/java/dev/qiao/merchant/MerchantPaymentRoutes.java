package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Page;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.api.Text;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRequires;
import dev.qiao.identity.StaffRole;
import dev.qiao.merchant.EntryViews.DetailView;
import dev.qiao.merchant.EntryViews.EntryPage;
import dev.qiao.money.Money;
import dev.qiao.payment.Confirmation;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentFeed;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.PaymentLists.Movement;
import dev.qiao.payment.Payments;
import dev.qiao.payment.Refund;
import dev.qiao.payment.Refunding;
import dev.qiao.payment.Refunds;
import dev.qiao.payment.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a shop takes and gives back. */
@RestController
class MerchantPaymentRoutes {
  @Schema(name = "NewMerchantPayment")
  record NewMerchantPayment(
      String storeId, Amount amount, @Nullable String orderReference, @Nullable String note) {}

  @Schema(name = "NewRefund")
  record NewRefund(Amount amount, @Nullable String reason) {}

  private final Shop shop;
  private final Find find;
  private final RefundLimits limits;
  private final PaymentFeed feed;
  private final Entries entries;
  private final Payments payments;
  private final Refunds refunds;
  private final Idempotency idempotency;
  private final PlatformTerms terms;

  MerchantPaymentRoutes(
      Shop shop,
      Find find,
      RefundLimits limits,
      PaymentFeed feed,
      Entries entries,
      Payments payments,
      Refunds refunds,
      Idempotency idempotency,
      PlatformTerms terms) {
    this.shop = shop;
    this.find = find;
    this.limits = limits;
    this.feed = feed;
    this.entries = entries;
    this.payments = payments;
    this.refunds = refunds;
    this.idempotency = idempotency;
    this.terms = terms;
  }

  @GetMapping("/v1/merchant/payments")
  @StaffRequires(StaffPermission.PAYMENTS_READ)
  @Operation(summary = "Payments and refunds as one list, newest first")
  EntryPage list(
      Caller staff,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(name = "store_id", required = false) @Nullable StoreId storeId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    Optional.ofNullable(storeId).ifPresent(id -> shop.store(staff, id));
    Shop.Reach reach = shop.reach(staff);
    int size = Page.size(limit);
    var window =
        new PaymentFeed.Window(
            Optional.of(Shop.of(staff)),
            Optional.ofNullable(storeId).or(reach::store),
            reach.since().map(ReceiptNumber::lowest),
            Find.shown(state),
            Text.optional("q", q, 60).map(find::search),
            Page.place(cursor),
            size + 1);
    Page<Movement> page =
        Page.cut(feed.list(window), size, movement -> movement.place().toString());
    return new EntryPage(entries.list(Shop.of(staff), page.items()), page.nextCursor());
  }

  /** What is left of the shop's limits says what all its stores have taken. */
  private static Problem toldTo(Caller staff, Problem limit) {
    boolean mayKnow =
        staff
            .role()
            .flatMap(StaffRole::find)
            .filter(r -> r.may(StaffPermission.LIMITS_READ))
            .isPresent();
    return mayKnow ? limit : Problem.of(ErrorCode.PAYEE_LIMIT_REACHED);
  }

  @GetMapping("/v1/merchant/payments/{id}")
  @StaffRequires(StaffPermission.PAYMENTS_READ)
  @Operation(summary = "One payment, with its refunds")
  DetailView get(Caller staff, @PathVariable PaymentId id) {
    return detail(shop.payment(staff, id));
  }

  @PostMapping("/v1/merchant/payments")
  @StaffRequires(StaffPermission.PAYMENTS_TAKE)
  @Operation(
      summary = "Ask for an amount: the answer carries a code that can be paid for five minutes")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DetailView.class)))
  ResponseEntity<Object> create(
      Caller staff, IdempotencyKey key, @RequestBody NewMerchantPayment body) {
    Money amount = Amount.require(body.amount(), terms.unit(), terms.paymentLimit());
    var order = Text.optional("order_reference", body.orderReference(), 64);
    var note = Text.optional("note", body.note(), 60);
    Payee store = shop.store(staff, StoreId.from(Text.required("store_id", body.storeId(), 60)));
    return idempotency.once(
        staff,
        key,
        "merchant.payment.create",
        body,
        once -> {
          Payment payment = payments.ask(store, staff.party(), amount, order, note);
          payments
              .closed(payment)
              .or(() -> payments.overLimit(payment).map(limit -> toldTo(staff, limit)))
              .ifPresent(
                  problem -> {
                    throw problem.thrown();
                  });
          DetailView view = detail(payment);
          payments.store(payment, once, view);
          return ResponseEntity.status(201).body(view);
        });
  }

  @PostMapping("/v1/merchant/payments/{id}/cancel")
  @StaffRequires(StaffPermission.PAYMENTS_TAKE)
  @Operation(summary = "Withdraw the code of a payment that waits")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DetailView.class)))
  ResponseEntity<Object> cancel(Caller staff, IdempotencyKey key, @PathVariable PaymentId id) {
    return idempotency.once(
        staff, key, "merchant.payment.cancel", id, once -> cancel(staff, id, once));
  }

  private ResponseEntity<Object> cancel(Caller staff, PaymentId id, Once once) {
    Payment payment = shop.payment(staff, id);
    if (payment.createdBy().isEmpty()) {
      throw Shop.notFound(); // What a payer has begun is the payer's to call off.
    }
    return switch (payments.cancel(payment, staff, once, this::detail)) {
      case Confirmation.Confirmed(var cancelled) -> ResponseEntity.ok(detail(cancelled));
      case Confirmation.Held _ -> throw new IllegalStateException("A cancelled one is held");
      case Confirmation.Refused(var problem) -> throw problem.thrown();
    };
  }

  @PostMapping("/v1/merchant/payments/{id}/refunds")
  @StaffRequires(StaffPermission.REFUNDS_MAKE)
  @Operation(summary = "Give money back, in part or whole; cashiers within their limit of the day")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DetailView.class)))
  ResponseEntity<Object> refund(
      Caller staff, IdempotencyKey key, @PathVariable PaymentId id, @RequestBody NewRefund body) {
    Money amount = Amount.require(body.amount(), terms.unit(), Money.MINOR_MAX);
    var reason = Text.optional("reason", body.reason(), 60);
    return idempotency.once(
        staff,
        key,
        "refund.create",
        List.of(id, body),
        once ->
            switch (refunds.refund(
                shop.payment(staff, id),
                amount,
                reason,
                limits.of(staff),
                staff,
                once,
                this::after)) {
              case Refunding.Refunded(_, var payment) ->
                  ResponseEntity.status(201).body(detail(payment));
              case Refunding.Refused(var problem) -> throw problem.thrown();
            });
  }

  private DetailView detail(Payment payment) {
    return entries.detail(payment, refunds.of(payment.id()));
  }

  /** The answer that commits with the refund: the refund itself is not stored yet. */
  private DetailView after(Refunding.Refunded refunded) {
    List<Refund> all = new ArrayList<>(refunds.of(refunded.payment().id()));
    all.add(refunded.refund());
    return entries.detail(refunded.payment(), all);
  }
}
