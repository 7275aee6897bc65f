package dev.qiao.payment;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.Newcomers;
import dev.qiao.money.Money;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the switch of a channel lets through: all when it is open, small amounts of people who have
 * paid through it before when it is limited, else nothing new.
 */
@Component
public class Entrances implements Newcomers {
  private final Channels channels;
  private final PaymentTables payments;
  private final PlatformTerms terms;

  Entrances(Channels channels, PaymentTables payments, PlatformTerms terms) {
    this.channels = channels;
    this.payments = payments;
    this.terms = terms;
  }

  /**
   * Why money may not move through a channel now, if so.
   *
   * @param payer empty while nobody knows who will pay
   */
  public Optional<Problem> closed(ChannelId id, Scene scene, Money amount, Optional<UUID> payer) {
    Channel channel = channels.of(id);
    if (!channel.admits(scene, Channel.Act.PAY)) {
      return Optional.of(Problem.of(ErrorCode.CHANNEL_CLOSED));
    }
    if (channel.admits(scene, Channel.Act.JOIN)) {
      return Optional.empty();
    }
    if (amount.minor() > terms.limitedPaymentLimit()) {
      return Optional.of(
          Problem.of(ErrorCode.CHANNEL_LIMITED)
              .with("limit", terms.limitedPaymentLimit())
              .with("currency", amount.unit().code()));
    }
    return payer.filter(person -> isNew(person, channel)).isPresent()
        ? Optional.of(Problem.of(ErrorCode.CHANNEL_TAKES_NOBODY_NEW))
        : Optional.empty();
  }

  /** The same of the app's own channel, for somebody who is signed in to it. */
  public Optional<Problem> closed(Money amount) {
    return closed(channels.firstParty().id(), Scene.APP, amount, Optional.empty());
  }

  /** Whoever has signed up is not new to the app; elsewhere one is until a first payment. */
  private boolean isNew(UUID person, Channel channel) {
    return channel.kind() != Channel.Kind.FIRST_PARTY
        && !payments.hasPaidThrough(person, channel.id());
  }

  @Override
  public boolean welcome() {
    return channels.firstParty().admits(Scene.APP, Channel.Act.JOIN);
  }
}
