package dev.qiao.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the ledger's self-audit is, and what it has found. */
final class LedgerAuditViews {
  private LedgerAuditViews() {}

  /**
   * @param recent the last pass over what had just been touched; null before the first
   * @param whole the last pass over everything that has ended; null before the first
   * @param underWay the pass over everything that has begun; null between two
   * @param open how many differences there are
   * @param differences the latest found, at most 100
   */
  @Schema(name = "LedgerAudit")
  record LedgerAudit(
      @Nullable PassView recent,
      @Nullable PassView whole,
      @Nullable PassView underWay,
      long open,
      List<DifferenceView> differences) {}

  /**
   * @param endedAt null while it is under way
   * @param changes of accounts that were followed
   * @param differences met in this pass, known ones included
   */
  @Schema(name = "LedgerAuditPass")
  record PassView(
      Instant begunAt,
      @Nullable Instant endedAt,
      long accounts,
      long postings,
      long changes,
      long holds,
      long allowances,
      long differences) {}

  /**
   * @param subject what differs, such as {@code account 17 (person:…:CNY)}
   * @param figure which figure of it, such as {@code posted}
   * @param expected what its postings make, in minor units or a count
   * @param actual what is stored
   */
  @Schema(name = "LedgerAuditDifference")
  record DifferenceView(
      String subject, String figure, long expected, long actual, Instant foundAt, Instant seenAt) {}
}
