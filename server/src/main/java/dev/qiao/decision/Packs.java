package dev.qiao.decision;

import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * All versions of the jurisdiction's pack: the ones shipped, and those of the operator's folder. A
 * version comes into force on its day, by itself; none is ever edited.
 */
@Component
public class Packs {
  private static final String SHIPPED = "classpath*:dev/qiao/decision/packs/*.json";

  private final List<Pack> versions;
  private final PlatformTerms terms;
  private final InstantSource clock;

  /**
   * @throws StartRefused when a file is no pack, or the jurisdiction has none that holds today
   */
  Packs(
      ObjectMapper json,
      PlatformTerms terms,
      InstantSource clock,
      @Value("${qiao.jurisdiction:CN}") String jurisdiction,
      @Value("${qiao.limit-packs:}") String folder) {
    this.terms = terms;
    this.clock = clock;
    List<Pack> all = new ArrayList<>(shipped(json));
    if (!folder.isBlank()) {
      all.addAll(ofFolder(json, Path.of(folder)));
    }
    this.versions =
        all.stream()
            .filter(pack -> pack.jurisdiction().equals(jurisdiction))
            .sorted(Comparator.comparing(Pack::validFrom))
            .toList();
    check(jurisdiction);
  }

  private static List<Pack> shipped(ObjectMapper json) {
    List<Pack> packs = new ArrayList<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        try (InputStream content = file.getInputStream()) {
          packs.add(read(json, file.getFilename(), content.readAllBytes()));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return packs;
  }

  private static List<Pack> ofFolder(ObjectMapper json, Path folder) {
    List<Pack> packs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        packs.add(read(json, file.toString(), Files.readAllBytes(file)));
      }
    } catch (IOException failed) {
      throw new StartRefused("The folder of limits cannot be read: " + folder, failed);
    }
    return packs;
  }

  private static Pack read(ObjectMapper json, String file, byte[] content) {
    try {
      return PackReading.read(json, content);
    } catch (PackReading.Refused refused) {
      throw new StartRefused(
          "The limits in " + file + " are refused: " + refused.getMessage() + ".");
    }
  }

  private void check(String jurisdiction) {
    if (versions.isEmpty()) {
      throw new StartRefused(
          "There are no limits for the jurisdiction " + jurisdiction + ": set qiao.limit-packs.");
    }
    for (int i = 0; i < versions.size(); i++) {
      Pack pack = versions.get(i);
      if (!pack.unit().equals(terms.unit())) {
        throw new StartRefused(
            "The limits of %s are in %s and the wallets in %s: set qiao.currency, or qiao.jurisdiction."
                .formatted(jurisdiction, pack.unit().code(), terms.currency()));
      }
      if (i > 0) {
        checkSuccession(versions.get(i - 1), pack);
      }
    }
    if (versions.getFirst().validFrom().isAfter(today(clock.instant()))) {
      throw new StartRefused("The limits of " + jurisdiction + " do not hold yet.");
    }
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

  /** The version in force at a time; the first one before that. */
  public Pack at(Instant now) {
    LocalDate day = today(now);
    return versions.reversed().stream()
        .filter(pack -> !pack.validFrom().isAfter(day))
        .findFirst()
        .orElseGet(versions::getFirst);
  }

  public Pack now() {
    return at(clock.instant());
  }

  /** The version that comes next. */
  Optional<Pack> next() {
    LocalDate day = today(clock.instant());
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
        .forEach(limit -> limits.putIfAbsent(meaning(limit), limit));
    return List.copyOf(limits.values());
  }

  /** Whether any version says how much a wallet may hold. */
  boolean haveCeilings() {
    return versions.stream()
        .flatMap(pack -> pack.tiers().stream())
        .anyMatch(tier -> tier.ceiling().isPresent());
  }

  /** What a limit counts and over what: by this it is known to the ledger, in all versions. */
  static String meaning(Limit limit) {
    String counts = String.join("+", limit.counts().stream().sorted().map(Movement::text).toList());
    return counts + ":" + limit.span().text();
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, terms.timeZone());
  }
}
