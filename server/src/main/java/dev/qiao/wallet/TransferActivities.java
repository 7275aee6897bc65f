package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Transfers in a person's list. */
@Component
class TransferActivities implements ActivitySource {
  private final TransferTables tables;
  private final Transfers transfers;
  private final People people;
  private final Channels channels;
  private final PlatformClock clock;

  TransferActivities(
      TransferTables tables,
      Transfers transfers,
      People people,
      Channels channels,
      PlatformClock clock) {
    this.tables = tables;
    this.transfers = transfers;
    this.people = people;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public List<Item> list(Window window) {
    boolean sent = window.filter().shows(ActivityKind.TRANSFER, false);
    boolean got = window.filter().shows(ActivityKind.TRANSFER, true);
    if (!sent && !got) {
      return List.of();
    }
    List<Transfer> rows =
        tables.of(
            window.person(),
            window.before(),
            window.from(),
            window.search(),
            sent,
            got,
            window.limit());
    Map<PersonId, Person> others =
        people.find(rows.stream().map(row -> other(row, window.person())).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new Item(row.posting().orElseThrow().value(), line(row, window.person(), others)))
        .toList();
  }

  @Override
  public Optional<Found> find(UUID person, String id) {
    return TypeId.parse(id)
        .filter(typed -> typed.prefix().equals("trf"))
        .flatMap(typed -> transfers.find(new TransferId(typed.value())))
        .filter(
            transfer ->
                transfer.payer().equals(person)
                    || transfer.payee().equals(person) && transfer.posting().isPresent())
        .map(
            transfer ->
                new Found(
                    line(transfer, person, people.find(List.of(other(transfer, person)))),
                    new More(
                        ReceiptNumber.of(transfer.id().value()),
                        null,
                        null,
                        transfer.finishedAt().orElse(null),
                        List.of(),
                        null,
                        transfer.posting().isEmpty() ? transfer.expiresAt() : null,
                        null,
                        transfer.posting())));
  }

  @Override
  public List<Day> days(UUID person, Instant from, Instant to) {
    return tables
        .days(person, ReceiptNumber.lowest(from), ReceiptNumber.lowest(to), clock.zone())
        .stream()
        .map(day -> new Day(day.date(), day.out(), day.in()))
        .toList();
  }

  private ActivityView line(Transfer transfer, UUID person, Map<PersonId, Person> others) {
    Person other = others.get(other(transfer, person));
    Channel channel = channels.firstParty();
    return new ActivityView(
        transfer.id().text(),
        ActivityKind.TRANSFER,
        transfer.payer().equals(person) ? "out" : "in",
        PaymentActivities.state(transfer.state()),
        PaymentActivities.reason(transfer.state()),
        Amount.of(transfer.amount()),
        transfer.finishedAt().orElse(transfer.createdAt()),
        new ActivityView.Counterparty(
            "person", other == null ? "*" : other.maskedName(), null, null),
        transfer.note().orElse(null),
        Scene.APP,
        new Names(channel.name(), channel.nameEn()),
        null);
  }

  private static PersonId other(Transfer transfer, UUID person) {
    return new PersonId(transfer.payer().equals(person) ? transfer.payee() : transfer.payer());
  }
}
