package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Category;
import dev.qiao.payment.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of what moved, or is about to, or did not. */
@Schema(name = "Activity")
record ActivityView(
    String id,
    ActivityKind kind,
    @Schema(allowableValues = {"in", "out"}) String direction,
    @Schema(allowableValues = {"pending", "unknown", "succeeded", "failed", "cancelled"})
        String state,
    @Nullable String reason,
    Amount amount,
    Instant at,
    Counterparty counterparty,
    @Nullable String note,
    Scene scene,
    Names channel,
    @Nullable Amount refunded) {

  /** Who is on the other side. */
  record Counterparty(
      @Schema(allowableValues = {"merchant", "person", "bank"}) String kind,
      String name,
      @Nullable String nameEn,
      @Nullable Category category) {}
}
