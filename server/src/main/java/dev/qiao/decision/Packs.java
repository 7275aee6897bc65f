package dev.qiao.decision;

import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.identity.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * All versions of the jurisdiction's packs, of people and of businesses: the ones shipped, and
 * those of the operator's folder. A version comes into force on its day, by itself; none is ever
 * edited.
 */
@Component
public class Packs {
  private static final String SHIPPED = "classpath*:dev/qiao/decision/packs/*.json";

  private final Map<Subject.Kind, PackVersions> versions = new EnumMap<>(Subject.Kind.class);
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
    LocalDate today = today(clock.instant());
    for (Subject.Kind kind : Subject.Kind.values()) {
      versions.put(kind, PackVersions.of(all, jurisdiction, kind, terms, today));
    }
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

  /** The version of a kind of subject that is in force at a time; the first one before that. */
  public Pack at(Subject.Kind kind, Instant now) {
    return of(kind).on(today(now));
  }

  public Pack now(Subject.Kind kind) {
    return at(kind, clock.instant());
  }

  /** The version that comes next. */
  Optional<Pack> next(Subject.Kind kind) {
    return of(kind).after(today(clock.instant()));
  }

  PackVersions of(Subject.Kind kind) {
    return Objects.requireNonNull(versions.get(kind));
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
