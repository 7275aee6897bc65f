package dev.qiao.decision;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.decision.Applied.Counter;
import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.identity.Subject;
import dev.qiao.identity.TierStanding;
import dev.qiao.identity.Tiers;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Account;
import dev.qiao.ledger.AccountChange;
import dev.qiao.ledger.AccountOrder;
import dev.qiao.ledger.AccountRefusal;
import dev.qiao.ledger.Allowance;
import dev.qiao.ledger.AllowanceId;
import dev.qiao.ledger.AllowanceTerms;
import dev.qiao.ledger.ChangeId;
import dev.qiao.ledger.JoinedLedger;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Use;
import dev.qiao.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The limits of people and businesses. Each is an allowance in the ledger, named by what it counts
 * and not by who caps it: a change of tier or pack sets other caps, and what was used stays used.
 * Whoever moves money names the allowances that it uses, and the ledger checks and consumes them in
 * the step that moves it.
 */
@Service
public class Limits {
  private static final int REMEMBERED_MAX = 100_000;

  private final Packs packs;
  private final Tiers tiers;
  private final IndividualLimitTables own;
  private final Ledger ledger;
  private final Wallets wallets;
  private final PlatformTerms terms;
  private final DataSource database;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<Subject, Applied> remembered = new ConcurrentHashMap<>();

  Limits(
      Packs packs,
      Tiers tiers,
      IndividualLimitTables own,
      Ledger ledger,
      Wallets wallets,
      PlatformTerms terms,
      DataSource database,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.packs = packs;
    this.tiers = tiers;
    this.own = own;
    this.ledger = ledger;
    this.wallets = wallets;
    this.terms = terms;
    this.database = database;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** What moving this takes from somebody's allowances. Outside of a transaction. */
  public List<Use> uses(Subject subject, Movement movement, Money amount) {
    return applied(subject).counting(movement).stream()
        .map(counter -> new Use(counter.allowance(), amount))
        .toList();
  }

  /**
   * Makes sure that the ceiling of somebody's account is the one of their tier, before money comes
   * in. Outside of a transaction.
   */
  public void prepare(Subject subject) {
    if (hasCeilings(subject)) {
      applied(subject);
    }
  }

  /**
   * Why the ledger found an allowance exceeded: the limit with the least left of those that count
   * this.
   */
  public Problem reached(Subject subject, Movement movement, Money amount) {
    Applied applied = applied(subject);
    return least(applied, movement)
        .map(least -> reached(applied, movement, amount, least))
        .orElseGet(() -> Problem.of(ErrorCode.LEDGER_REFUSED).with("result", "allowance_exceeded"));
  }

  /** The same where so much is not left now; the ledger has the last word. */
  public Optional<Problem> lacking(Subject subject, Movement movement, Money amount) {
    Applied applied = applied(subject);
    return least(applied, movement)
        .filter(least -> least.allowance().left().minor() < amount.minor())
        .map(least -> reached(applied, movement, amount, least));
  }

  /** A limit, and how its allowance stands. */
  private record Least(Limit limit, Allowance allowance) {}

  private Optional<Least> least(Applied applied, Movement movement) {
    return applied.counting(movement).stream()
        .map(counter -> new Least(counter.limit(), standing(counter)))
        .min(Comparator.comparingLong(one -> one.allowance().left().minor()));
  }

  private Problem reached(Applied applied, Movement movement, Money amount, Least least) {
    Problem problem =
        Problem.of(ErrorCode.LIMIT_REACHED)
            .with("movement", movement.text())
            .with("window", least.limit().span().text())
            .with("cap", least.allowance().terms().cap().minor())
            .with("left", least.allowance().left().minor())
            .with("currency", amount.unit().code())
            .with("tier", applied.tier().id())
            .with("higher_tier", applied.pack().above(applied.tier()).isPresent());
    return least
        .limit()
        .span()
        .end(clock.instant(), least.allowance().terms().zone())
        .map(end -> problem.with("until", end.toString()))
        .orElse(problem);
  }

  /**
   * Why this may not come into somebody's wallet, if it would hold more than their tier lets it.
   *
   * @param underWay what is coming already
   */
  public Optional<Problem> overCeiling(Subject subject, Money amount, Money underWay) {
    Applied applied = applied(subject);
    return applied
        .tier()
        .ceiling()
        .flatMap(
            ceiling -> {
              long holds =
                  wallets.find(subject).map(id -> ledger.balance(id).posted()).orElse(0L)
                      + underWay.minor();
              long left = Math.max(0, ceiling.minor() - holds);
              return amount.minor() <= left
                  ? Optional.empty()
                  : Optional.of(
                      Problem.of(ErrorCode.BALANCE_LIMIT_REACHED)
                          .with("cap", ceiling.minor())
                          .with("left", left)
                          .with("currency", amount.unit().code())
                          .with("tier", applied.tier().id())
                          .with("higher_tier", applied.pack().above(applied.tier()).isPresent()));
            });
  }

  /**
   * Puts somebody in a tier and sets its caps, all or nothing; joins a transaction at hand.
   *
   * @param tier empty for the lowest
   * @param expiresAt when the documents behind it run out
   */
  public void place(Subject subject, Optional<String> tier, Optional<Instant> expiresAt) {
    Optional<Account> wallet = wallet(subject);
    transaction.executeWithoutResult(
        status -> {
          tiers.lock(subject);
          tiers.set(subject, tier, expiresAt);
          apply(subject, tiers.of(subject), wallet);
        });
  }

  /** Puts somebody back in the lowest tier whose own has run out; says whether that was so. */
  public boolean lower(Subject subject) {
    Optional<Account> wallet = wallet(subject);
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              TierStanding had = tiers.lock(subject);
              if (had.tier().isEmpty() || had.tierAt(clock.instant()).isPresent()) {
                return false;
              }
              tiers.set(subject, Optional.empty(), Optional.empty());
              apply(subject, tiers.of(subject), wallet);
              return true;
            }));
  }

  /** Sets where somebody's days begin, from the next one on. */
  public void moveTo(Subject subject, ZoneId zone) {
    Optional<Account> wallet = wallet(subject);
    transaction.executeWithoutResult(
        status -> {
          tiers.lock(subject);
          tiers.zone(subject, zone);
          apply(subject, tiers.of(subject), wallet);
        });
  }

  /**
   * Changes what is somebody's own, and sets their caps by it, all or nothing; joins a transaction
   * at hand.
   *
   * @param change given what holds until then; false when it changes nothing after all
   */
  boolean change(Subject subject, Predicate<Applied> change) {
    Optional<Account> wallet = wallet(subject);
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Applied before = derived(subject, tiers.lock(subject));
              if (!change.test(before)) {
                return false;
              }
              tiers.touch(subject);
              apply(subject, tiers.of(subject), wallet);
              return true;
            }));
  }

  /** Somebody's tier at this moment. */
  public Tier tier(Subject subject) {
    Instant now = clock.instant();
    return packs.at(subject.kind(), now).tier(tiers.of(subject).tierAt(now));
  }

  /** What is set in the ledger for somebody, brought up to date with their tier and the pack. */
  Applied applied(Subject subject) {
    TierStanding standing = tiers.of(subject);
    Applied known = remembered.get(subject);
    if (known != null && known.settled() && isCurrent(subject, known, standing)) {
      return known;
    }
    Optional<Account> wallet = wallet(subject);
    Applied applied = transaction.execute(status -> apply(subject, tiers.lock(subject), wallet));
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(subject, applied);
    return applied;
  }

  private boolean isCurrent(Subject subject, Applied known, TierStanding standing) {
    Instant now = clock.instant();
    Pack pack = packs.at(subject.kind(), now);
    return known.version() == standing.version()
        && known.pack() == pack
        && known.holdsUntil().filter(end -> !now.isBefore(end)).isEmpty()
        && known.tier() == pack.tier(standing.tierAt(now));
  }

  Allowance standing(Counter counter) {
    return ledger.allowance(counter.allowance()).orElseThrow();
  }

  /** What holds for somebody now, as it would be set: no counter is opened, nothing is written. */
  Applied derived(Subject subject) {
    return derived(subject, tiers.of(subject));
  }

  private Applied derived(Subject subject, TierStanding standing) {
    Instant now = clock.instant();
    Pack pack = packs.at(subject.kind(), now);
    Map<String, IndividualLimit> held =
        own.open(subject).stream()
            .filter(one -> one.holdsAt(now))
            .collect(Collectors.toUnmodifiableMap(IndividualLimit::meaning, Function.identity()));
    return new Applied(
        standing.version(),
        pack,
        pack.tier(standing.tierAt(now)),
        standing.zone().orElse(terms.timeZone()),
        held,
        List.of(),
        false);
  }

  /** Sets ceiling and caps; the person is locked. The ledger's part comes last. */
  private Applied apply(Subject subject, TierStanding standing, Optional<Account> wallet) {
    Applied wanted = derived(subject, standing);
    JoinedLedger joined = ledger.within(DataSourceUtils.getConnection(database));
    boolean settled = !hasCeilings(subject) || isCeilingSet(joined, wanted.tier(), wallet);
    List<Counter> counters = new ArrayList<>();
    for (Limit limit : packs.of(subject.kind()).counted()) {
      var opening =
          new AllowanceTerms(
              reference(subject, limit),
              Money.of(wanted.cap(limit), wanted.pack().unit()),
              limit.span().window(),
              wanted.zone(),
              false);
      counters.add(new Counter(limit, joined.openAllowance(opening)));
    }
    counters.sort(Comparator.comparingLong(counter -> counter.allowance().number()));
    for (Counter counter : counters) {
      Money cap = Money.of(wanted.cap(counter.limit()), wanted.pack().unit());
      set(joined, counter.allowance(), cap, wanted.zone());
    }
    return wanted.with(List.copyOf(counters), settled);
  }

  private static void set(JoinedLedger joined, AllowanceId id, Money cap, ZoneId zone) {
    Allowance is = joined.allowance(id).orElseThrow();
    if (!is.terms().cap().equals(cap)) {
      joined.capAllowance(id, cap);
    }
    if (!is.nextZone().orElse(is.terms().zone()).equals(zone)) {
      joined.moveAllowance(id, zone);
    }
  }

  private String reference(Subject subject, Limit limit) {
    return "%s:%s:limit:%s:%s"
        .formatted(subject.kind().text(), subject.value(), Packs.meaning(limit), terms.currency());
  }

  private boolean hasCeilings(Subject subject) {
    return packs.of(subject.kind()).haveCeilings();
  }

  private Optional<Account> wallet(Subject subject) {
    return hasCeilings(subject) ? wallets.find(subject).flatMap(ledger::account) : Optional.empty();
  }

  /**
   * Sets the wallet's ceiling; false when that is not possible yet. A wallet that holds more takes
   * nothing more until it holds less.
   */
  private boolean isCeilingSet(JoinedLedger joined, Tier tier, Optional<Account> wallet) {
    if (wallet.isEmpty()) {
      return false;
    }
    Account account = wallet.get();
    OptionalLong wanted =
        tier.ceiling().map(cap -> OptionalLong.of(cap.minor())).orElse(OptionalLong.empty());
    if (account.closed() || account.terms().ceiling().equals(wanted)) {
      return true;
    }
    AccountChange change = joined.change(limit(account, wanted));
    if (change instanceof AccountChange.Refused(_, var why)
        && why == AccountRefusal.CEILING_BELOW_POSTED) {
      joined.change(limit(account, OptionalLong.of(account.balance().posted())));
      return false;
    }
    return true;
  }

  private AccountOrder limit(Account account, OptionalLong ceiling) {
    return new AccountOrder.Limit(
        new ChangeId(ids.next()), account.id(), account.terms().floor(), ceiling, "tier");
  }
}
