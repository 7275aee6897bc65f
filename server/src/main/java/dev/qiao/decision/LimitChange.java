package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.PlatformTerms;
import dev.qiao.decision.LimitChange.Setting;
import dev.qiao.decision.Pack.Cap;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.identity.MerchantNames;
import dev.qiao.identity.People;
import dev.qiao.identity.Permission;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What one person's or business's limit is, other than their tier's, until a day. */
@Component
class LimitChange implements ProposalKind<Setting> {
  /**
   * Another cap for one's limit, or the end of one, from what held when this was made.
   *
   * @param subject the person's or merchant's id in its outside form
   * @param limit what is counted and over what
   * @param tier in which they are
   * @param from the cap that held, in minor units
   * @param replaces what was their own then
   * @param cap in minor units; null to go back to the tier's
   * @param until the last day on which it holds, in the platform's time zone; null with {@code cap}
   */
  record Setting(
      @JsonProperty("person") String subject,
      String limit,
      String tier,
      long from,
      @Nullable UUID replaces,
      @Nullable Long cap,
      @Nullable LocalDate until) {}

  private final Limits limits;
  private final IndividualLimitTables tables;
  private final People people;
  private final MerchantNames merchants;
  private final PlatformTerms terms;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;

  LimitChange(
      Limits limits,
      IndividualLimitTables tables,
      People people,
      MerchantNames merchants,
      PlatformTerms terms,
      AuditTrail trail,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.limits = limits;
    this.tables = tables;
    this.people = people;
    this.merchants = merchants;
    this.terms = terms;
    this.trail = trail;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Says what is to change, from what holds now.
   *
   * @param cap in minor units; empty, as is {@code until}, to go back to the tier's
   */
  Setting setting(
      Subject subject, Applied now, Limit limit, Optional<Money> cap, Optional<LocalDate> until) {
    return new Setting(
        subject.text(),
        Packs.meaning(limit),
        now.tier().id(),
        now.cap(limit),
        now.own(limit).map(IndividualLimit::id).orElse(null),
        cap.map(Money::minor).orElse(null),
        until.orElse(null));
  }

  /** Whether it lets nobody do more, on any day, than they may now: then one operator is enough. */
  boolean tightens(Setting setting, Applied now, Limit limit) {
    Optional<IndividualLimit> own = now.own(limit);
    if (setting.cap() == null) {
      return own.filter(IndividualLimit::raises).isPresent();
    }
    if (setting.cap() >= now.cap(limit)) {
      return false;
    }
    Instant end = end(setting);
    boolean raises = setting.cap() > base(now, limit);
    return own.isEmpty()
        || (own.get().raises()
            ? !raises || !end.isAfter(own.get().endsAt())
            : !end.isBefore(own.get().endsAt()));
  }

  @Override
  public String name() {
    return "limits.individual";
  }

  @Override
  public Permission permission() {
    return Permission.LIMITS_CHANGE;
  }

  @Override
  public Class<Setting> content() {
    return Setting.class;
  }

  @Override
  public String subject(Setting setting) {
    return setting.subject();
  }

  @Override
  public Label label(Setting setting) {
    return Subject.parse(setting.subject())
        .flatMap(this::label)
        .orElseGet(() -> new Label(setting.subject(), null));
  }

  @Override
  public List<Change> changes(Setting setting) {
    Optional<Subject> subject = Subject.parse(setting.subject()).filter(this::isThere);
    if (subject.isEmpty()) {
      return List.of();
    }
    Applied now = limits.derived(subject.get());
    return limit(now, setting)
        .filter(limit -> isFit(setting, now, limit))
        .map(limit -> changes(setting, now, limit))
        .orElse(List.of());
  }

  boolean isThere(Subject subject) {
    return label(subject).isPresent();
  }

  /** What somebody is called to operators; empty where there is nobody. */
  private Optional<Label> label(Subject subject) {
    return switch (subject.kind()) {
      case PERSON ->
          people
              .find(new PersonId(subject.value()))
              .map(person -> new Label(person.maskedName(), null));
      case BUSINESS ->
          merchants.nameOf(subject.value()).map(name -> new Label(name.name(), name.nameEn()));
    };
  }

  private static Optional<Limit> limit(Applied now, Setting setting) {
    return now.pack().limits().stream()
        .filter(limit -> Packs.meaning(limit).equals(setting.limit()))
        .findFirst();
  }

  /** Made for what still is, and within what the law lets anybody have. */
  private boolean isFit(Setting setting, Applied now, Limit limit) {
    Optional<IndividualLimit> own = now.own(limit);
    if (!now.tier().id().equals(setting.tier())
        || now.cap(limit) != setting.from()
        || !Objects.equals(own.map(IndividualLimit::id).orElse(null), setting.replaces())) {
      return false;
    }
    if (setting.cap() == null) {
      return own.isPresent();
    }
    Optional<Cap> usual = now.usual(limit);
    long base = base(now, limit);
    return setting.cap() != base
        && !(IndividualLimit.isLaw(usual) && setting.cap() > base)
        && end(setting).isAfter(clock.instant());
  }

  private List<Change> changes(Setting setting, Applied now, Limit limit) {
    long after = setting.cap() == null ? base(now, limit) : setting.cap();
    return Stream.of(
            new Change(
                "cap:" + setting.limit() + ":" + terms.currency(),
                text(now.cap(limit)),
                text(after)),
            new Change(
                "until",
                now.own(limit).map(own -> day(own.endsAt())).orElse(null),
                Optional.ofNullable(setting.until()).map(LocalDate::toString).orElse(null)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  private static @Nullable String text(long cap) {
    return cap == Money.MINOR_MAX ? null : Long.toString(cap);
  }

  private static long base(Applied now, Limit limit) {
    return now.usual(limit).map(Cap::minor).orElse(Money.MINOR_MAX);
  }

  private Instant end(Setting setting) {
    return Optional.ofNullable(setting.until())
        .orElseThrow()
        .plusDays(1)
        .atStartOfDay(terms.timeZone())
        .toInstant();
  }

  private String day(Instant endsAt) {
    return LocalDate.ofInstant(endsAt.minusMillis(1), terms.timeZone()).toString();
  }

  @Override
  public boolean carryOut(Setting setting, String reference) {
    Subject subject = Subject.parse(setting.subject()).orElseThrow();
    return limits.change(
        subject,
        now ->
            limit(now, setting)
                .filter(limit -> isFit(setting, now, limit))
                .map(limit -> write(subject, setting, now, limit, reference))
                .orElse(false));
  }

  private boolean write(
      Subject subject, Setting setting, Applied now, Limit limit, String reference) {
    Instant at = clock.instant();
    tables.end(subject, setting.limit(), at);
    if (setting.cap() != null) {
      tables.insert(
          new IndividualLimit(
              ids.next(),
              subject,
              setting.limit(),
              setting.tier(),
              setting.cap(),
              setting.cap() > base(now, limit),
              at,
              end(setting),
              reference));
    }
    String what =
        setting.cap() == null
            ? " as the tier's"
            : " %d %s until %s".formatted(setting.cap(), terms.currency(), setting.until());
    trail.record(
        null, "limits.set", subject.text(), "done", setting.limit() + what + ' ' + reference);
    if (subject.kind() == Subject.Kind.PERSON) {
      tell(subject, setting, now, limit);
    }
    return true;
  }

  private void tell(Subject person, Setting setting, Applied now, Limit limit) {
    long after = setting.cap() == null ? base(now, limit) : setting.cap();
    events.publishEvent(
        new LimitSet(
            person.value(),
            setting.limit(),
            after > now.cap(limit),
            after == Money.MINOR_MAX
                ? Optional.empty()
                : Optional.of(Money.of(after, terms.unit())),
            Optional.ofNullable(setting.until())));
  }
}
