package dev.qiao.wallet;

import dev.qiao.ledger.PostingId;
import dev.qiao.payment.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of movement in a person's list. Each kind is kept where it belongs; the list merges them
 * by their places, which are UUIDv7s: a posting's where money moved, the thing's own where it is
 * still to.
 */
interface ActivitySource {
  /** Which part of the list: places below {@code before}, from {@code from} on. */
  record Window(
      UUID person,
      Optional<UUID> before,
      Optional<UUID> from,
      Optional<String> search,
      ActivityFilter filter,
      int limit) {}

  /** A line at its place. */
  record Item(UUID place, ActivityView line) {}

  /** What a receipt shows besides the line. */
  record More(
      String receiptNumber,
      @Nullable String orderReference,
      @Nullable Names store,
      @Nullable Instant finishedAt,
      List<ActivityDetail.RefundLine> refunds,
      @Nullable String paymentId,
      @Nullable Instant deadline,
      ActivityDetail.@Nullable BankLine bank,
      Optional<PostingId> posting) {}

  /** A line with its receipt. */
  record Found(ActivityView line, More more) {}

  /** What came and went on a day, in minor units. */
  record Day(LocalDate date, long out, long in) {}

  /** Lines of a part of the list, newest first. */
  List<Item> list(Window window);

  /** One of the person's own by its outside id; empty when it is of another kind or not theirs. */
  Optional<Found> find(UUID person, String id);

  /**
   * Days on which something came or went. Money moved to or from one's own bank account does
   * neither.
   */
  List<Day> days(UUID person, Instant from, Instant to);
}
