package dev.qiao.decision;

import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.identity.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All versions of a jurisdiction's pack for people, or for businesses, in the order of their days.
 */
final class PackVersions {
  private final List<Pack> versions;

  private PackVersions(List<Pack> versions) {
    this.versions = versions;
  }

  /**
   * @throws StartRefused when there is none that holds today, or one contradicts another
   */
  static PackVersions of(
      List<Pack> all,
      String jurisdiction,
      Subject.Kind subject,
      PlatformTerms terms,
      LocalDate today) {
    List<Pack> versions =
        all.stream()
            .filter(pack -> pack.jurisdiction().equals(jurisdiction))
            .filter(pack -> pack.subject() == subject)
            .sorted(Comparator.comparing(Pack::validFrom))
            .toList();
    String limits =
        switch (subject) {
          case PERSON -> "limits";
          case BUSINESS -> "limits of businesses";
        };
    if (versions.isEmpty()) {
      throw new StartRefused(
          "There are no %s for the jurisdiction %s: set qiao.limit-packs."
              .formatted(limits, jurisdiction));
    }
    for (int i = 0; i < versions.size(); i++) {
      Pack pack = versions.get(i);
      if (!pack.unit().equals(terms.unit())) {
        throw new StartRefused(
            "The %s of %s are in %s and the wallets in %s: set qiao.currency, or qiao.jurisdiction."
                .formatted(limits, jurisdiction, pack.unit().code(), terms.currency()));
      }
      if (i > 0) {
        checkSuccession(versions.get(i - 1), pack);
      }
    }
    if (versions.getFirst().validFrom().isAfter(today)) {
      throw new StartRefused("The %s of %s do not hold yet.".formatted(limits, jurisdiction));
    }
    return new PackVersions(versions);
  }

  private static void checkSuccession(Pack before, Pack after) {
    if (before.validFrom().equals(after.validFrom())) {
      throw new StartRefused(
          "Two packs of limits of %s begin on %s: a new version has a day of its own."
              .formatted(after.jurisdiction(), after.validFrom()));
    }
    for (Tier tier : before.tiers()) {
      if (after.tier(tier.id()).isEmpty()) {
        throw new StartRefused(
            "The limits of %s from %s on have no tier %s any more, in which people are."
                .formatted(after.jurisdiction(), after.validFrom(), tier.id()));
      }
    }
  }

  /** The version in force on a day; the first one before that. */
  Pack on(LocalDate day) {
    return versions.reversed().stream()
        .filter(pack -> !pack.validFrom().isAfter(day))
        .findFirst()
        .orElseGet(versions::getFirst);
  }

  Optional<Pack> after(LocalDate day) {
    return versions.stream().filter(pack -> pack.validFrom().isAfter(day)).findFirst();
  }

  /**
   * What any version counts, so that nothing is forgotten by the time that a version caps it; the
   * first version's first.
   */
  List<Limit> counted() {
    Map<String, Limit> limits = new LinkedHashMap<>();
    versions.stream()
        .flatMap(pack -> pack.limits().stream())
        .forEach(limit -> limits.putIfAbsent(Packs.meaning(limit), limit));
    return List.copyOf(limits.values());
  }

  /** Whether any version says how much an account may hold. */
  boolean haveCeilings() {
    return versions.stream()
        .flatMap(pack -> pack.tiers().stream())
        .anyMatch(tier -> tier.ceiling().isPresent());
  }
}
