package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Category;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import dev.qiao.payment.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a merchant's staff are answered about their shop. */
final class MerchantViews {
  private MerchantViews() {}

  /** {@code balance} is null for those who may not see it. */
  @Schema(name = "Merchant")
  record MerchantView(
      MerchantId id,
      String name,
      @Nullable String nameEn,
      Category category,
      List<StoreView> stores,
      String currency,
      @Nullable Amount balance) {}

  @Schema(name = "Store")
  record StoreView(StoreId id, String name, @Nullable String nameEn, boolean open) {}

  @Schema(name = "StoreCode")
  record StoreCode(String payload, Names store, Names merchant) {}

  /** {@code net} is what was taken less what was given back; {@code average} is per payment. */
  @Schema(name = "MerchantToday")
  record MerchantToday(
      LocalDate date,
      Instant asOf,
      Amount net,
      long count,
      Amount average,
      Refunds refunds,
      LastWeek lastWeek,
      List<Hour> hours,
      List<Source> sources) {}

  @Schema(name = "RefundSum")
  record Refunds(long count, Amount total) {}

  /** The same weekday a week ago, up to the same time of day. */
  @Schema(name = "LastWeek")
  record LastWeek(Amount net) {}

  /** What was taken in an hour, and in the same hour a week ago, in minor units. */
  @Schema(name = "MerchantHour")
  record Hour(int hour, long amount, long lastWeek) {}

  @Schema(name = "MerchantSource")
  record Source(Scene scene, Names channel, long count, Amount total) {}
}
