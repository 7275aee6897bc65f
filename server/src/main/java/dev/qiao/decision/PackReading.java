package dev.qiao.decision;

import dev.qiao.decision.Pack.Cap;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Source;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.decision.PackFile.CapFile;
import dev.qiao.decision.PackFile.SourceFile;
import dev.qiao.decision.PackFile.TierFile;
import dev.qiao.identity.Subject;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Makes a pack of a file, or says in one line what is wrong with it. */
final class PackReading {
  /** A file that is no pack. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  private static final String OPERATOR = "operator";
  private static final String ID = "[a-z][a-z0-9_]{0,39}";

  private final PackFile file;
  private final Unit unit;
  private final Subject.Kind subject;
  private final Map<String, Source> sources = new HashMap<>();

  private PackReading(PackFile file) throws Refused {
    this.file = file;
    String currency = required(file.currency(), "currency");
    try {
      this.unit = Unit.of(currency);
    } catch (IllegalArgumentException unknown) {
      throw new Refused("the currency " + currency + " is unknown");
    }
    String kind = file.subject() == null ? Subject.Kind.PERSON.text() : file.subject();
    this.subject =
        Subject.Kind.find(kind)
            .orElseThrow(() -> new Refused("the subject " + kind + " is unknown"));
  }

  /**
   * @throws Refused saying what is wrong
   */
  static Pack read(ObjectMapper json, byte[] content) throws Refused {
    try {
      return new PackReading(json.readValue(content, PackFile.class)).pack();
    } catch (JacksonException malformed) {
      throw new Refused(malformed.getOriginalMessage().lines().findFirst().orElse("not JSON"));
    }
  }

  private Pack pack() throws Refused {
    String jurisdiction = required(file.jurisdiction(), "jurisdiction");
    if (!jurisdiction.matches("[A-Z]{2}")) {
      throw new Refused("the jurisdiction " + jurisdiction + " is not two capital letters");
    }
    for (Map.Entry<String, SourceFile> one : required(file.sources(), "sources").entrySet()) {
      sources.put(one.getKey(), source(one.getKey(), one.getValue()));
    }
    List<Limit> limits = limits();
    return new Pack(
        jurisdiction,
        subject,
        required(file.name(), "name"),
        required(file.nameEn(), "name_en"),
        unit,
        required(file.validFrom(), "valid_from"),
        required(file.status(), "status"),
        limits,
        tiers(limits));
  }

  private static Source source(String key, SourceFile source) throws Refused {
    String at = "sources." + key;
    if (key.equals(OPERATOR) || key.startsWith(OPERATOR + "_")) {
      return new Source.Operator(
          required(source.why(), at + ".why"), required(source.whyEn(), at + ".why_en"));
    }
    return new Source.Law(
        required(source.title(), at + ".title"),
        required(source.titleEn(), at + ".title_en"),
        required(source.article(), at + ".article"),
        source.articleEn() == null || source.articleEn().isBlank()
            ? required(source.article(), at + ".article")
            : source.articleEn(),
        required(source.date(), at + ".date"),
        required(source.url(), at + ".url"));
  }

  private List<Limit> limits() throws Refused {
    List<Limit> limits = new ArrayList<>();
    for (PackFile.LimitFile one : required(file.limits(), "limits")) {
      String id = id(one.id(), "limits.id");
      Set<Movement> counts =
          named(one.counts(), "the limit " + id + " counts", Movement::find, Movement.class);
      String window = required(one.window(), "limits.window");
      Span span =
          Span.find(window)
              .orElseThrow(() -> new Refused("the limit " + id + " has no window " + window));
      if (counts.isEmpty()) {
        throw new Refused("the limit " + id + " counts nothing");
      }
      for (Movement counted : counts) {
        if (counted.by() != subject) {
          throw new Refused(
              "the limit %s counts %s, which no %s makes"
                  .formatted(id, counted.text(), subject.text()));
        }
      }
      for (Limit before : limits) {
        if (before.id().equals(id) || before.counts().equals(counts) && before.span() == span) {
          throw new Refused("the limit " + id + " is there twice");
        }
      }
      limits.add(new Limit(id, Set.copyOf(counts), span));
    }
    return List.copyOf(limits);
  }

  private List<Tier> tiers(List<Limit> limits) throws Refused {
    Map<String, Tier> tiers = new LinkedHashMap<>();
    for (TierFile one : required(file.tiers(), "tiers")) {
      Tier tier = tier(one, limits);
      if (tiers.put(tier.id(), tier) != null) {
        throw new Refused("the tier " + tier.id() + " is there twice");
      }
    }
    if (tiers.isEmpty()) {
      throw new Refused("there is no tier");
    }
    List<Tier> all = List.copyOf(tiers.values());
    if (!all.getFirst().documents().isEmpty()) {
      throw new Refused("the lowest tier, which everybody has, asks for documents");
    }
    for (Tier tier : all.subList(1, all.size())) {
      if (tier.documents().isEmpty()) {
        throw new Refused("the tier " + tier.id() + " asks for no document");
      }
    }
    return all;
  }

  private Tier tier(TierFile one, List<Limit> limits) throws Refused {
    String id = id(one.id(), "tiers.id");
    String at = "tiers." + id;
    Map<String, Cap> caps = new LinkedHashMap<>();
    for (CapFile cap : required(one.caps(), at + ".caps")) {
      String limit = required(cap.limit(), at + ".caps.limit");
      if (limits.stream().noneMatch(known -> known.id().equals(limit))) {
        throw new Refused("the tier " + id + " caps " + limit + ", which is no limit");
      }
      if (caps.put(limit, cap(cap, at + ".caps." + limit)) != null) {
        throw new Refused("the tier " + id + " caps " + limit + " twice");
      }
    }
    Set<Evidence> documents =
        named(one.documents(), "the tier " + id + " asks for", Evidence::find, Evidence.class);
    for (Evidence document : documents) {
      if (!Evidence.of(subject).contains(document)) {
        throw new Refused(
            "the tier %s asks for %s, which no %s has"
                .formatted(id, document.text(), subject.text()));
      }
    }
    return new Tier(
        id,
        required(one.name(), at + ".name"),
        required(one.nameEn(), at + ".name_en"),
        required(one.evidence(), at + ".evidence"),
        required(one.evidenceEn(), at + ".evidence_en"),
        documents,
        Map.copyOf(caps),
        one.ceiling() == null
            ? Optional.empty()
            : Optional.of(cap(one.ceiling(), at + ".ceiling")));
  }

  private Cap cap(CapFile cap, String at) throws Refused {
    long minor = required(cap.amount(), at + ".amount");
    if (minor < 0 || minor > Money.MINOR_MAX) {
      throw new Refused(at + ".amount is out of range");
    }
    String key = required(cap.source(), at + ".source");
    Source source = sources.get(key);
    if (source == null) {
      throw new Refused(at + ".source names " + key + ", which is no source");
    }
    return new Cap(minor, source);
  }

  private static String id(@Nullable String text, String at) throws Refused {
    String id = required(text, at);
    if (!id.matches(ID)) {
      throw new Refused(at + " is " + id + ", which is no name");
    }
    return id;
  }

  private static <T extends Enum<T>> Set<T> named(
      @Nullable List<String> names, String what, Function<String, Optional<T>> find, Class<T> type)
      throws Refused {
    Set<T> found = EnumSet.noneOf(type);
    for (String name : names == null ? List.<String>of() : names) {
      if (!found.add(
          find.apply(name)
              .orElseThrow(() -> new Refused(what + " " + name + ", which is unknown")))) {
        throw new Refused(what + " " + name + " twice");
      }
    }
    return new LinkedHashSet<>(found);
  }

  private static <T> T required(@Nullable T value, String what) throws Refused {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new Refused(what + " is missing");
    }
    return value;
  }
}
