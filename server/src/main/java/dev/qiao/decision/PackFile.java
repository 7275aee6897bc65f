package dev.qiao.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pack as its file has it: read strictly, not yet checked. One without {@code subject} is of
 * people.
 */
record PackFile(
    @Nullable String jurisdiction,
    @Nullable String subject,
    @Nullable String name,
    @Nullable String nameEn,
    @Nullable String currency,
    @Nullable LocalDate validFrom,
    @Nullable String status,
    @Nullable Map<String, SourceFile> sources,
    @Nullable List<LimitFile> limits,
    @Nullable List<TierFile> tiers) {

  /**
   * {@code articleEn} may be left out where it is written like the other. The key {@code operator},
   * or one that begins with {@code operator_}, means a figure of the operator's own, anything else
   * a law.
   */
  record SourceFile(
      @Nullable String title,
      @Nullable String titleEn,
      @Nullable String article,
      @Nullable String articleEn,
      @Nullable LocalDate date,
      @Nullable String url,
      @Nullable String why,
      @Nullable String whyEn) {}

  record LimitFile(@Nullable String id, @Nullable List<String> counts, @Nullable String window) {}

  record TierFile(
      @Nullable String id,
      @Nullable String name,
      @Nullable String nameEn,
      @Nullable String evidence,
      @Nullable String evidenceEn,
      @Nullable List<String> documents,
      @Nullable List<CapFile> caps,
      @Nullable CapFile ceiling) {}

  record CapFile(@Nullable String limit, @Nullable Long amount, @Nullable String source) {}
}
