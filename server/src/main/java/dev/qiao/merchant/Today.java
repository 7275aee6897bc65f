package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.merchant.MerchantViews.Hour;
import dev.qiao.merchant.MerchantViews.LastWeek;
import dev.qiao.merchant.MerchantViews.MerchantToday;
import dev.qiao.merchant.MerchantViews.Refunds;
import dev.qiao.merchant.MerchantViews.Source;
import dev.qiao.payment.Names;
import dev.qiao.payment.PaymentFigures;
import dev.qiao.payment.PaymentFigures.Sum;
import dev.qiao.payment.PaymentFigures.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A shop's day so far, beside the same weekday a week ago. */
@Component
class Today {
  private final PaymentFigures figures;
  private final Channels channels;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  Today(PaymentFigures figures, Channels channels, PlatformTerms terms, PlatformClock clock) {
    this.figures = figures;
    this.channels = channels;
    this.terms = terms;
    this.clock = clock;
  }

  MerchantToday of(Whose whose) {
    ZonedDateTime now = clock.instant().atZone(clock.zone());
    LocalDate today = now.toLocalDate();
    Instant from = start(today);
    Instant to = start(today.plusDays(1));
    Sum paid = figures.paid(whose, from, to);
    Sum refunded = figures.refunded(whose, from, to);
    return new MerchantToday(
        today,
        now.toInstant(),
        amount(paid.total() - refunded.total()),
        paid.count(),
        amount(paid.count() == 0 ? 0 : paid.total() / paid.count()),
        new Refunds(refunded.count(), amount(refunded.total())),
        new LastWeek(amount(net(whose, start(today.minusDays(7)), now.minusDays(7).toInstant()))),
        hours(whose, today),
        figures.sources(whose, from, to).stream().map(this::source).toList());
  }

  private long net(Whose whose, Instant from, Instant to) {
    return figures.paid(whose, from, to).total() - figures.refunded(whose, from, to).total();
  }

  private List<Hour> hours(Whose whose, LocalDate today) {
    Map<Integer, Long> now = hoursOf(whose, today);
    Map<Integer, Long> then = hoursOf(whose, today.minusDays(7));
    return IntStream.range(0, 24)
        .mapToObj(hour -> new Hour(hour, now.getOrDefault(hour, 0L), then.getOrDefault(hour, 0L)))
        .toList();
  }

  private Map<Integer, Long> hoursOf(Whose whose, LocalDate day) {
    return figures.hours(whose, start(day), start(day.plusDays(1))).stream()
        .collect(Collectors.toMap(PaymentFigures.Hour::hour, PaymentFigures.Hour::total));
  }

  private Source source(PaymentFigures.Source source) {
    Channel channel = channels.of(source.channel());
    return new Source(
        source.scene(),
        new Names(channel.name(), channel.nameEn()),
        source.count(),
        amount(source.total()));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant();
  }

  private Amount amount(long minor) {
    return Amount.of(minor, terms.unit());
  }
}
