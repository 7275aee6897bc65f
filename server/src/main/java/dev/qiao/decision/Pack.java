package dev.qiao.decision;

import dev.qiao.identity.Subject;
import dev.qiao.money.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The limits of a jurisdiction's tiers of people, or of businesses, from a day on: what its law
 * says, and what the operator adds.
 *
 * @param tiers the lowest first, which all have who are not in another
 */
public record Pack(
    String jurisdiction,
    Subject.Kind subject,
    String name,
    String nameEn,
    Unit unit,
    LocalDate validFrom,
    String status,
    List<Limit> limits,
    List<Tier> tiers) {

  /**
   * Something that is counted. Two packs that count the same mean the same limit: what was used
   * stays used from one version to the next.
   */
  public record Limit(String id, Set<Movement> counts, Span span) {}

  /**
   * How far somebody is verified, and what they may then do.
   *
   * @param caps by the limit's id; a limit without one is not capped in this tier
   * @param ceiling the most that the wallet, or the business's account, may hold
   */
  public record Tier(
      String id,
      String name,
      String nameEn,
      String evidence,
      String evidenceEn,
      Set<Evidence> documents,
      Map<String, Cap> caps,
      Optional<Cap> ceiling) {}

  /**
   * A figure, and where it comes from.
   *
   * @param minor in minor units of the pack's currency
   */
  public record Cap(long minor, Source source) {}

  /** Where a figure comes from. */
  public sealed interface Source {
    /** The law says so. */
    record Law(
        String title, String titleEn, String article, String articleEn, LocalDate date, String url)
        implements Source {}

    /** No law says so: the operator's own figure, and why. */
    record Operator(String why, String whyEn) implements Source {}
  }

  Tier lowest() {
    return tiers.getFirst();
  }

  public Optional<Tier> tier(String id) {
    return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
  }

  /** The tier of somebody; one that this pack does not know is the lowest. */
  public Tier tier(Optional<String> id) {
    return id.flatMap(this::tier).orElseGet(this::lowest);
  }

  /** Where a tier stands among the others. */
  public int rank(Tier tier) {
    return tiers.indexOf(tier);
  }

  /** What a tier caps of what any version counts; empty where this one does not. */
  Optional<Cap> cap(Tier tier, Limit counted) {
    return limits.stream()
        .filter(one -> Packs.meaning(one).equals(Packs.meaning(counted)))
        .findFirst()
        .map(one -> tier.caps().get(one.id()));
  }

  /** The next higher tier. */
  Optional<Tier> above(Tier tier) {
    int next = rank(tier) + 1;
    return next < tiers.size() ? Optional.of(tiers.get(next)) : Optional.empty();
  }
}
