package dev.qiao.decision;

import dev.qiao.api.Amount;
import dev.qiao.decision.Pack.Cap;
import dev.qiao.decision.Pack.Source;
import dev.qiao.decision.Pack.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a person, or of a business, as answers carry them: what is used of each, and what
 * every tier allows.
 */
@Schema(name = "Limits")
public record LimitsView(
    TierName tier,
    @Nullable Instant tierExpiresAt,
    String timeZone,
    PackName pack,
    List<Standing> limits,
    @Nullable Ceiling ceiling,
    List<TierView> tiers) {

  @Schema(name = "TierName")
  public record TierName(String id, String name, String nameEn) {
    static TierName of(Tier tier) {
      return new TierName(tier.id(), tier.name(), tier.nameEn());
    }
  }

  /** {@code nextFrom} is when another version comes into force. */
  @Schema(name = "PackName")
  public record PackName(
      String jurisdiction,
      String name,
      String nameEn,
      LocalDate validFrom,
      String status,
      @Nullable LocalDate nextFrom) {}

  /**
   * {@code cap} and {@code left} are null where there is no cap. {@code statutory}: the tier's cap
   * is a law's, and nobody may lift it. {@code own}: set for this one alone, in place of the
   * tier's.
   */
  @Schema(name = "LimitStanding")
  public record Standing(
      String id,
      List<Movement> counts,
      Span window,
      @Nullable Amount cap,
      Amount used,
      @Nullable Amount left,
      @Nullable Instant resetsAt,
      boolean statutory,
      @Nullable Own own) {}

  /**
   * {@code usual} is the tier's cap, null where it has none; it holds again after {@code until},
   * the last day in the platform's time zone.
   */
  @Schema(name = "IndividualLimit")
  public record Own(@Nullable Amount usual, boolean raises, LocalDate until) {}

  /** The most that the account may hold, and what it holds. */
  @Schema(name = "BalanceCeiling")
  public record Ceiling(Amount cap, Amount holds) {}

  @Schema(name = "Tier")
  public record TierView(
      String id,
      String name,
      String nameEn,
      boolean current,
      boolean above,
      String evidence,
      String evidenceEn,
      List<Evidence> documents,
      List<CapView> caps,
      @Nullable CapView ceiling) {}

  /** {@code article} is null where no law says so. */
  @Schema(name = "Cap")
  public record CapView(
      @Nullable String limit,
      @Nullable List<Movement> counts,
      @Nullable Span window,
      Amount amount,
      String source,
      String sourceEn,
      @Nullable String article,
      @Nullable String articleEn,
      @Nullable LocalDate date) {
    static CapView of(Optional<Pack.Limit> limit, Cap cap, Pack pack) {
      Amount amount = Amount.of(cap.minor(), pack.unit());
      String id = limit.map(Pack.Limit::id).orElse(null);
      List<Movement> counts =
          limit.map(one -> one.counts().stream().sorted().toList()).orElse(null);
      Span span = limit.map(Pack.Limit::span).orElse(null);
      return switch (cap.source()) {
        case Source.Law law ->
            new CapView(
                id,
                counts,
                span,
                amount,
                law.title(),
                law.titleEn(),
                law.article(),
                law.articleEn(),
                law.date());
        case Source.Operator operator ->
            new CapView(
                id, counts, span, amount, operator.why(), operator.whyEn(), null, null, null);
      };
    }
  }
}
