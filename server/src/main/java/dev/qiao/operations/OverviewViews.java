package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The platform's day in figures. */
final class OverviewViews {
  private OverviewViews() {}

  /**
   * @param successRateBp of today's attempts to pay, in basis points; 10000 where there was none
   * @param unknown top-ups and withdrawals whose outcome nobody knows
   * @param ledgerDifference what the books are off by: always zero
   */
  @Schema(name = "Overview")
  record Overview(
      Instant asOf,
      LocalDate date,
      Amount volume,
      long count,
      int successRateBp,
      long refused,
      RefundTotal refunds,
      long unknown,
      long people,
      long merchants,
      Amount ledgerDifference,
      Instant ledgerCheckedAt,
      List<Hour> hours,
      List<ChannelView> channels,
      List<FeedEntry> latest) {}

  @Schema(name = "RefundTotal")
  record RefundTotal(long count, Amount total) {}

  @Schema(name = "OverviewHour")
  record Hour(int hour, long count, long amount, long lastWeekCount, long lastWeekAmount) {}

  /** {@code hours} are the counts of the last twelve hours, the oldest first. */
  @Schema(name = "ChannelFigures")
  record ChannelView(
      ChannelId id,
      String name,
      String nameEn,
      Channel.Kind kind,
      List<Scene> scene,
      Channel.Level level,
      Channel.State state,
      long count,
      Amount total,
      int successRateBp,
      List<Long> hours) {}

  @Schema(name = "ChannelList")
  record ChannelList(List<ChannelView> items) {}

  @Schema(name = "FeedEntry")
  record FeedEntry(
      Instant at,
      @Schema(allowableValues = {"payment", "refund", "transfer", "top_up", "withdrawal"})
          String kind,
      String id,
      String state,
      Names channel,
      Scene scene,
      Amount amount) {}
}
