package dev.qiao.decision;

import dev.qiao.api.Amount;
import dev.qiao.api.PlatformTerms;
import dev.qiao.decision.Applied.Counter;
import dev.qiao.decision.LimitsView.CapView;
import dev.qiao.decision.LimitsView.Own;
import dev.qiao.decision.LimitsView.PackName;
import dev.qiao.decision.LimitsView.Standing;
import dev.qiao.decision.LimitsView.TierName;
import dev.qiao.decision.LimitsView.TierView;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.identity.Subject;
import dev.qiao.identity.TierStanding;
import dev.qiao.identity.Tiers;
import dev.qiao.ledger.Allowance;
import dev.qiao.ledger.Ledger;
import dev.qiao.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people and operators how somebody's limits stand, from the ledger's own allowances. */
@Component
public class LimitStatements {
  private final Limits limits;
  private final Packs packs;
  private final Tiers tiers;
  private final Wallets wallets;
  private final Ledger ledger;
  private final PlatformTerms terms;
  private final InstantSource clock;

  LimitStatements(
      Limits limits,
      Packs packs,
      Tiers tiers,
      Wallets wallets,
      Ledger ledger,
      PlatformTerms terms,
      InstantSource clock) {
    this.limits = limits;
    this.packs = packs;
    this.tiers = tiers;
    this.wallets = wallets;
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  public LimitsView of(Subject subject) {
    Applied applied = limits.applied(subject);
    Pack pack = applied.pack();
    TierStanding standing = tiers.of(subject);
    return new LimitsView(
        TierName.of(applied.tier()),
        standing.expiresAt().orElse(null),
        applied.zone().getId(),
        new PackName(
            pack.jurisdiction(),
            pack.name(),
            pack.nameEn(),
            pack.validFrom(),
            pack.status(),
            packs.next(subject.kind()).map(Pack::validFrom).orElse(null)),
        applied.counters().stream().flatMap(one -> standing(one, applied).stream()).toList(),
        applied.tier().ceiling().map(cap -> ceiling(subject, cap, pack)).orElse(null),
        pack.tiers().stream().map(tier -> tier(pack, tier, applied.tier())).toList());
  }

  /** Only what this version knows, and only what adds up over time. */
  private Optional<Standing> standing(Counter counter, Applied applied) {
    return applied.pack().limits().stream()
        .filter(limit -> Packs.meaning(limit).equals(Packs.meaning(counter.limit())))
        .findFirst()
        .map(
            limit -> {
              Allowance allowance = limits.standing(counter);
              boolean capped = allowance.terms().cap().minor() < Money.MINOR_MAX;
              Instant now = clock.instant();
              return new Standing(
                  limit.id(),
                  limit.counts().stream().sorted().toList(),
                  limit.span(),
                  capped ? Amount.of(allowance.terms().cap()) : null,
                  Amount.of(allowance.used()),
                  capped ? Amount.of(allowance.left()) : null,
                  limit.span().end(now, allowance.terms().zone()).orElse(null),
                  IndividualLimit.isLaw(applied.usual(limit)),
                  applied.own(limit).flatMap(own -> own(own, limit, applied)).orElse(null));
            });
  }

  /** Only while it makes a difference. */
  private Optional<Own> own(IndividualLimit own, Limit limit, Applied applied) {
    Optional<Pack.Cap> usual = applied.usual(limit);
    return applied.cap(limit) == own.cap()
        ? Optional.of(
            new Own(
                usual.map(cap -> Amount.of(cap.minor(), applied.pack().unit())).orElse(null),
                own.raises(),
                LocalDate.ofInstant(own.endsAt().minusMillis(1), terms.timeZone())))
        : Optional.empty();
  }

  private LimitsView.Ceiling ceiling(Subject subject, Pack.Cap cap, Pack pack) {
    long holds = wallets.find(subject).map(id -> ledger.balance(id).posted()).orElse(0L);
    return new LimitsView.Ceiling(
        Amount.of(cap.minor(), pack.unit()), Amount.of(holds, pack.unit()));
  }

  private static TierView tier(Pack pack, Tier tier, Tier current) {
    @Nullable CapView ceiling =
        tier.ceiling().map(cap -> CapView.of(Optional.empty(), cap, pack)).orElse(null);
    List<CapView> caps =
        pack.limits().stream()
            .filter(limit -> tier.caps().containsKey(limit.id()))
            .map(limit -> CapView.of(Optional.of(limit), tier.caps().get(limit.id()), pack))
            .toList();
    return new TierView(
        tier.id(),
        tier.name(),
        tier.nameEn(),
        tier.equals(current),
        pack.rank(tier) > pack.rank(current),
        tier.evidence(),
        tier.evidenceEn(),
        tier.documents().stream().sorted().toList(),
        caps,
        ceiling);
  }
}
