package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.operations.OverviewViews.ChannelView;
import dev.qiao.payment.PaymentFigures;
import dev.qiao.payment.PaymentFigures.ChannelHour;
import dev.qiao.payment.PaymentFigures.ChannelTries;
import dev.qiao.payment.PaymentFigures.Source;
import dev.qiao.payment.PaymentFigures.Whose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The channels, with what passed through each today. */
@Component
class ChannelBoard {
  private static final int HOURS = 12;

  private final Channels channels;
  private final PaymentFigures figures;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  ChannelBoard(
      Channels channels, PaymentFigures figures, PlatformTerms terms, PlatformClock clock) {
    this.channels = channels;
    this.figures = figures;
    this.terms = terms;
    this.clock = clock;
  }

  List<ChannelView> list() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.zone());
    Instant from = today.atStartOfDay(clock.zone()).toInstant();
    Instant to = today.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    List<Source> sources = figures.sources(Whose.EVERYBODYS, from, to);
    List<ChannelTries> tries = figures.tries(from, to);
    List<ChannelHour> hours = figures.channelHours(now.minus(Duration.ofHours(HOURS)), now);
    return channels.list().stream()
        .map(
            channel ->
                view(
                    channel,
                    of(sources, channel.id()),
                    rate(tries, channel.id()),
                    hours(hours, channel.id())))
        .toList();
  }

  private ChannelView view(Channel channel, List<Source> sources, int rate, List<Long> hours) {
    return new ChannelView(
        channel.id(),
        channel.name(),
        channel.nameEn(),
        channel.kind(),
        channel.scenes().stream().sorted().toList(),
        channel.level(),
        channel.state(),
        sources.stream().mapToLong(Source::count).sum(),
        Amount.of(sources.stream().mapToLong(Source::total).sum(), terms.unit()),
        rate,
        hours);
  }

  private static List<Source> of(List<Source> sources, ChannelId channel) {
    return sources.stream().filter(source -> source.channel().equals(channel)).toList();
  }

  private static int rate(List<ChannelTries> tries, ChannelId channel) {
    return tries.stream()
        .filter(of -> of.channel().equals(channel))
        .findFirst()
        .map(of -> basisPoints(of.succeeded(), of.refused()))
        .orElse(basisPoints(0, 0));
  }

  /**
   * How many of 10000 tries succeed at this rate; all where there was none. Never 10000 when one
   * was refused.
   */
  static int basisPoints(long succeeded, long refused) {
    return refused == 0 ? 10_000 : (int) (succeeded * 10_000 / (succeeded + refused));
  }

  private static List<Long> hours(List<ChannelHour> hours, ChannelId channel) {
    return IntStream.range(0, HOURS)
        .mapToObj(
            hour ->
                hours.stream()
                    .filter(of -> of.channel().equals(channel) && of.hoursAfter() == hour)
                    .mapToLong(ChannelHour::count)
                    .sum())
        .toList();
  }
}
