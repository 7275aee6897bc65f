package dev.qiao.wallet;

import dev.qiao.api.PlatformClock;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.PostingRecord;
import dev.qiao.money.Money;
import dev.qiao.payment.PersonAccounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What moved in a person's wallet: all kinds in one list, newest first. */
@Service
class Activities {
  /** As PostgreSQL orders them: by their bytes. */
  private static final Comparator<UUID> BY_BYTES =
      Comparator.<UUID>comparingLong(id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
          .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

  private final List<ActivitySource> sources;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final PlatformClock clock;

  Activities(
      List<ActivitySource> sources, PersonAccounts accounts, Ledger ledger, PlatformClock clock) {
    this.sources = sources;
    this.accounts = accounts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** One more than the window's limit, where there are more. */
  List<ActivitySource.Item> list(ActivitySource.Window window) {
    List<ActivitySource.Item> items = new ArrayList<>();
    for (ActivitySource source : sources) {
      items.addAll(source.list(window));
    }
    items.sort(Comparator.comparing(ActivitySource.Item::place, BY_BYTES.reversed()));
    return items.subList(0, Math.min(items.size(), window.limit()));
  }

  /** One of the person's own, with the balance after it. */
  Optional<ActivitySource.Found> find(UUID person, String id) {
    return sources.stream().flatMap(source -> source.find(person, id).stream()).findFirst();
  }

  /** The person's balance right after a posting. */
  Optional<Money> balanceAfter(UUID person, PostingId posting) {
    var account = accounts.of(person);
    return ledger.posting(posting).stream()
        .map(PostingRecord::legs)
        .flatMap(List::stream)
        .flatMap(leg -> Stream.of(leg.debitAfter(), leg.creditAfter()))
        .filter(balance -> balance.account().equals(account))
        .map(balance -> Money.of(balance.posted(), balance.unit()))
        .reduce((first, last) -> last);
  }

  /** What came and went on each day, the last day first. */
  List<ActivitySource.Day> days(UUID person, LocalDate from, LocalDate to) {
    return days(person, start(from), start(to.plusDays(1)));
  }

  private List<ActivitySource.Day> days(UUID person, Instant from, Instant to) {
    var sums = new TreeMap<LocalDate, ActivitySource.Day>(Comparator.reverseOrder());
    for (ActivitySource source : sources) {
      for (ActivitySource.Day day : source.days(person, from, to)) {
        sums.merge(
            day.date(),
            day,
            (a, b) -> new ActivitySource.Day(a.date(), a.out() + b.out(), a.in() + b.in()));
      }
    }
    return List.copyOf(sums.values());
  }

  /** What came and went in a month. */
  ActivitySource.Day month(UUID person, YearMonth month) {
    return days(person, month.atDay(1), month.atEndOfMonth()).stream()
        .reduce(
            new ActivitySource.Day(month.atDay(1), 0, 0),
            (a, b) -> new ActivitySource.Day(a.date(), a.out() + b.out(), a.in() + b.in()));
  }

  /** The platform's day of an instant. */
  LocalDate day(Instant at) {
    return at.atZone(clock.zone()).toLocalDate();
  }

  LocalDate today() {
    return day(clock.instant());
  }

  /** The place where a day begins in the list. */
  UUID place(LocalDate day) {
    return ReceiptNumber.lowest(day, clock.zone());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant();
  }
}
