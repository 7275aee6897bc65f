package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Page;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Text;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.merchant.Merchant;
import dev.qiao.merchant.Merchants;
import dev.qiao.merchant.Opening;
import dev.qiao.payment.Category;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PaymentFigures;
import dev.qiao.payment.PaymentFigures.MerchantSum;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The merchants, for operators. */
@RestController
class MerchantsRoutes {
  @Schema(name = "MerchantSummary")
  record MerchantSummary(
      MerchantId id,
      String name,
      @Nullable String nameEn,
      Category category,
      int stores,
      Instant createdAt,
      String state,
      Takings today) {}

  @Schema(name = "Takings")
  record Takings(long count, Amount total) {}

  @Schema(name = "MerchantSummaryPage")
  record SummaryPage(List<MerchantSummary> items, @Nullable String nextCursor) {}

  @Schema(name = "NewMerchant")
  record NewMerchant(
      String name,
      @Nullable String nameEn,
      Category category,
      String storeName,
      @Nullable String storeNameEn,
      String ownerName,
      String ownerLogin) {
    @Override
    public String toString() {
      return "NewMerchant[" + name + "]";
    }
  }

  /** {@code invitationPath} holds a secret; it is null in a replayed answer. */
  @Schema(name = "MerchantCreated")
  record MerchantCreated(MerchantSummary merchant, @Nullable String invitationPath) {
    @Override
    public String toString() {
      return merchant.toString();
    }
  }

  private static final int NAME_MAX = 40;

  private final Merchants merchants;
  private final Payees payees;
  private final PaymentFigures figures;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  MerchantsRoutes(
      Merchants merchants,
      Payees payees,
      PaymentFigures figures,
      Idempotency idempotency,
      TransactionOperations transaction,
      PlatformTerms terms,
      PlatformClock clock) {
    this.merchants = merchants;
    this.payees = payees;
    this.figures = figures;
    this.idempotency = idempotency;
    this.transaction = transaction;
    this.terms = terms;
    this.clock = clock;
  }

  @GetMapping("/v1/operations/merchants")
  @Requires(Permission.MERCHANTS_READ)
  @Operation(summary = "The merchants, newest first, with what each took today")
  SummaryPage list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Page.size(limit);
    Page<Merchant> page =
        Page.cut(
            merchants.list(Page.place(cursor), size + 1),
            size,
            merchant -> merchant.id().value().toString());
    Map<MerchantId, MerchantSum> takings = today();
    return new SummaryPage(
        page.items().stream().map(merchant -> summary(merchant, takings)).toList(),
        page.nextCursor());
  }

  @PostMapping("/v1/operations/merchants")
  @Requires(Permission.MERCHANTS_OPEN)
  @Operation(summary = "Open a merchant and invite its owner, who is told the path once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MerchantCreated.class)))
  ResponseEntity<Object> create(
      Caller operator, IdempotencyKey key, @RequestBody NewMerchant body) {
    var names =
        new Names(
            Text.required("name", body.name(), NAME_MAX),
            Text.optional("name_en", body.nameEn(), NAME_MAX).orElse(null));
    var store =
        new Names(
            Text.required("store_name", body.storeName(), NAME_MAX),
            Text.optional("store_name_en", body.storeNameEn(), NAME_MAX).orElse(null));
    Text.required("category", body.category() == null ? null : body.category().text(), NAME_MAX);
    String ownerName = Text.required("owner_name", body.ownerName(), NAME_MAX);
    String ownerLogin = Text.required("owner_login", body.ownerLogin(), 60);
    return idempotency.once(
        operator,
        key,
        "merchant.create",
        body,
        once ->
            transaction.execute(
                status ->
                    answer(
                        merchants.create(
                            operator, names, body.category(), store, ownerName, ownerLogin),
                        once)));
  }

  /** The answer is stored without its link: secrets are not kept. */
  private ResponseEntity<Object> answer(Opening opening, Once once) {
    return switch (opening) {
      case Opening.Opened(var merchant, var path) -> {
        MerchantSummary summary = summary(merchant, Map.of());
        once.store(201, new MerchantCreated(summary, null));
        yield ResponseEntity.status(201).body(new MerchantCreated(summary, path));
      }
      case Opening.Refused(var problem) -> throw problem.thrown();
    };
  }

  private Map<MerchantId, MerchantSum> today() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.zone());
    Instant from = today.atStartOfDay(clock.zone()).toInstant();
    Instant to = today.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    return figures.merchants(from, to).stream()
        .collect(Collectors.toMap(MerchantSum::merchant, Function.identity()));
  }

  private MerchantSummary summary(Merchant merchant, Map<MerchantId, MerchantSum> takings) {
    MerchantSum today = takings.getOrDefault(merchant.id(), new MerchantSum(merchant.id(), 0, 0));
    return new MerchantSummary(
        merchant.id(),
        merchant.names().name(),
        merchant.names().nameEn(),
        merchant.category(),
        payees.of(merchant.id()).size(),
        merchant.createdAt(),
        merchant.state().text(),
        new Takings(today.count(), Amount.of(today.total(), terms.unit())));
  }
}
