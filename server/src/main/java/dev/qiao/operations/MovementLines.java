package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.operations.MovementViews.MovementView;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payment;
import dev.qiao.wallet.BankMove;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows movements in a list, looking all names up at once. */
@Component
class MovementLines {
  private final Parties parties;
  private final Channels channels;

  MovementLines(Parties parties, Channels channels) {
    this.parties = parties;
    this.channels = channels;
  }

  List<MovementView> of(List<Movement> movements) {
    Map<UUID, String> names =
        parties.people(movements.stream().flatMap(MovementLines::people).toList());
    return movements.stream().map(movement -> line(movement, names)).toList();
  }

  MovementView of(Movement movement) {
    return of(List.of(movement)).getFirst();
  }

  Names channel(Movement movement) {
    Channel channel = movement.channel().map(channels::of).orElseGet(channels::firstParty);
    return new Names(channel.name(), channel.nameEn());
  }

  private static Stream<UUID> people(Movement movement) {
    return switch (movement) {
      case Movement.Paid(var payment) -> payment.payer().stream();
      case Movement.GivenBack(var payment, _) -> payment.payer().stream();
      case Movement.Sent(var transfer) -> Stream.of(transfer.payer(), transfer.payee());
      case Movement.Banked(var move) -> Stream.of(move.person());
    };
  }

  private MovementView line(Movement movement, Map<UUID, String> people) {
    return switch (movement) {
      case Movement.Paid(var payment) ->
          line(movement, new Names(payer(payment, people), null), shop(payment));
      case Movement.GivenBack(var payment, _) ->
          line(movement, shop(payment), new Names(payer(payment, people), null));
      case Movement.Sent(var transfer) ->
          line(
              movement,
              new Names(people.getOrDefault(transfer.payer(), ""), null),
              new Names(people.getOrDefault(transfer.payee(), ""), null));
      case Movement.Banked(var move) -> {
        Names person = new Names(people.getOrDefault(move.person(), ""), null);
        yield switch (move.id().kind()) {
          case TOP_UP -> line(movement, bank(move), person);
          case WITHDRAWAL -> line(movement, person, bank(move));
        };
      }
    };
  }

  private MovementView line(Movement movement, Names payer, Names payee) {
    return new MovementView(
        movement.id(),
        movement.kind(),
        movement.finishedAt().orElse(movement.createdAt()),
        movement.state(),
        Amount.of(movement.amount()),
        payer.name(),
        payee.name(),
        payee.nameEn(),
        channel(movement),
        movement.scene(),
        movement.receiptNumber());
  }

  private static String payer(Payment payment, Map<UUID, String> people) {
    return payment.payer().map(payer -> people.getOrDefault(payer, "")).orElse("");
  }

  private static Names shop(Payment payment) {
    return new Names(payment.payee().name(), payment.payee().nameEn().orElse(null));
  }

  private static Names bank(BankMove move) {
    String tail = " (" + move.account().tail() + ")";
    return new Names(move.account().bankName() + tail, move.account().bankNameEn() + tail);
  }
}
