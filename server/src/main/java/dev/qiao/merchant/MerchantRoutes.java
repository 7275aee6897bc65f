package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRequires;
import dev.qiao.ledger.Ledger;
import dev.qiao.merchant.MerchantViews.MerchantToday;
import dev.qiao.merchant.MerchantViews.MerchantView;
import dev.qiao.merchant.MerchantViews.StoreCode;
import dev.qiao.merchant.MerchantViews.StoreView;
import dev.qiao.payment.Names;
import dev.qiao.payment.PayCodes;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PaymentFigures.Whose;
import dev.qiao.payment.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop, as its staff see it. */
@RestController
class MerchantRoutes {
  private final Merchants merchants;
  private final Payees payees;
  private final Shop shop;
  private final Today today;
  private final PayCodes codes;
  private final Ledger ledger;

  MerchantRoutes(
      Merchants merchants, Payees payees, Shop shop, Today today, PayCodes codes, Ledger ledger) {
    this.merchants = merchants;
    this.payees = payees;
    this.shop = shop;
    this.today = today;
    this.codes = codes;
    this.ledger = ledger;
  }

  @GetMapping("/v1/merchant")
  @StaffRequires(StaffPermission.SHOP_READ)
  @Operation(summary = "The shop, its stores and its balance")
  MerchantView get(Caller staff) {
    Merchant merchant = merchants.find(Shop.of(staff)).orElseThrow(Shop::notFound);
    var balance = ledger.balance(payees.accountOf(merchant.id()));
    List<StoreView> stores = shop.stores(staff).stream().map(MerchantRoutes::view).toList();
    return new MerchantView(
        merchant.id(),
        merchant.names().name(),
        merchant.names().nameEn(),
        merchant.category(),
        stores,
        balance.unit().code(),
        Shop.may(staff, StaffPermission.BALANCE_READ)
            ? Amount.of(balance.posted(), balance.unit())
            : null);
  }

  private static StoreView view(Payee store) {
    return new StoreView(
        store.store(), store.storeName(), store.storeNameEn().orElse(null), store.open());
  }

  @GetMapping("/v1/merchant/today")
  @StaffRequires(StaffPermission.PAYMENTS_READ)
  @Operation(summary = "The day so far, beside the same weekday last week")
  MerchantToday today(
      Caller staff, @RequestParam(name = "store_id", required = false) @Nullable StoreId storeId) {
    Optional.ofNullable(storeId).ifPresent(id -> shop.store(staff, id));
    Optional<StoreId> store = Optional.ofNullable(storeId).or(shop.reach(staff)::store);
    return today.of(new Whose(Optional.of(Shop.of(staff)), store));
  }

  @GetMapping("/v1/merchant/stores/{id}/code")
  @StaffRequires(StaffPermission.SHOP_READ)
  @Operation(summary = "The code for a store's counter")
  StoreCode code(Caller staff, @PathVariable StoreId id) {
    Payee store = shop.store(staff, id);
    return new StoreCode(
        codes.draw(store),
        new Names(store.storeName(), store.storeNameEn().orElse(null)),
        new Names(store.name(), store.nameEn().orElse(null)));
  }
}
