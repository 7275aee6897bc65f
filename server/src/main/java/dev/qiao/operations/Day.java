package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.identity.People;
import dev.qiao.merchant.Merchants;
import dev.qiao.operations.OverviewViews.FeedEntry;
import dev.qiao.operations.OverviewViews.Hour;
import dev.qiao.operations.OverviewViews.Overview;
import dev.qiao.operations.OverviewViews.RefundTotal;
import dev.qiao.payment.PaymentFigures;
import dev.qiao.payment.PaymentFigures.ChannelTries;
import dev.qiao.payment.PaymentFigures.Whose;
import dev.qiao.wallet.BankMoves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The platform's day so far. */
@Component
class Day {
  private static final int LATEST = 20;
  private static final PaymentFigures.Hour NOTHING = new PaymentFigures.Hour(0, 0, 0);

  private final PaymentFigures figures;
  private final ChannelBoard channels;
  private final Movements movements;
  private final MovementLines lines;
  private final BankMoves bankMoves;
  private final People people;
  private final Merchants merchants;
  private final Books books;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  Day(
      PaymentFigures figures,
      ChannelBoard channels,
      Movements movements,
      MovementLines lines,
      BankMoves bankMoves,
      People people,
      Merchants merchants,
      Books books,
      PlatformTerms terms,
      PlatformClock clock) {
    this.figures = figures;
    this.channels = channels;
    this.movements = movements;
    this.lines = lines;
    this.bankMoves = bankMoves;
    this.people = people;
    this.merchants = merchants;
    this.books = books;
    this.terms = terms;
    this.clock = clock;
  }

  Overview overview() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.zone());
    Instant from = start(today);
    Instant to = start(today.plusDays(1));
    var paid = figures.paid(Whose.EVERYBODYS, from, to);
    var refunded = figures.refunded(Whose.EVERYBODYS, from, to);
    List<ChannelTries> tries = figures.tries(from, to);
    long refused = tries.stream().mapToLong(ChannelTries::refused).sum();
    Books.Checked checked = books.check();
    return new Overview(
        now,
        today,
        amount(paid.total()),
        paid.count(),
        ChannelBoard.basisPoints(tries.stream().mapToLong(ChannelTries::succeeded).sum(), refused),
        refused,
        new RefundTotal(refunded.count(), amount(refunded.total())),
        bankMoves.countUnknown(),
        people.count(),
        merchants.count(),
        amount(checked.difference()),
        checked.at(),
        hours(today),
        channels.list(),
        latest());
  }

  private List<Hour> hours(LocalDate today) {
    var now = hoursOf(today);
    var then = hoursOf(today.minusDays(7));
    return IntStream.range(0, 24)
        .mapToObj(
            hour -> {
              var here = now.getOrDefault(hour, NOTHING);
              var there = then.getOrDefault(hour, NOTHING);
              return new Hour(hour, here.count(), here.total(), there.count(), there.total());
            })
        .toList();
  }

  private Map<Integer, PaymentFigures.Hour> hoursOf(LocalDate day) {
    return figures.hours(Whose.EVERYBODYS, start(day), start(day.plusDays(1))).stream()
        .collect(Collectors.toMap(PaymentFigures.Hour::hour, Function.identity()));
  }

  private List<FeedEntry> latest() {
    var query = MovementQuery.of(Optional.empty(), Optional.empty(), Optional.empty(), LATEST);
    return lines.of(movements.list(query)).stream()
        .map(
            line ->
                new FeedEntry(
                    line.at(),
                    line.kind(),
                    line.id(),
                    line.state(),
                    line.channel(),
                    line.scene(),
                    line.amount()))
        .toList();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant();
  }

  private Amount amount(long minor) {
    return Amount.of(minor, terms.unit());
  }
}
