package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccountId;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Names;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Top-ups and withdrawals in a person's list: from the moment they are begun, at that place for
 * good.
 */
@Component
class BankMoveActivities implements ActivitySource {
  private final BankMoveTables tables;
  private final BankMoves moves;
  private final LinkedAccounts accounts;
  private final Channels channels;

  BankMoveActivities(
      BankMoveTables tables, BankMoves moves, LinkedAccounts accounts, Channels channels) {
    this.tables = tables;
    this.moves = moves;
    this.accounts = accounts;
    this.channels = channels;
  }

  @Override
  public List<Item> list(Window window) {
    Set<BankMove.Kind> kinds = EnumSet.noneOf(BankMove.Kind.class);
    for (BankMove.Kind kind : BankMove.Kind.values()) {
      if (window.filter().shows(activityKind(kind), kind == BankMove.Kind.TOP_UP)) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      return List.of();
    }
    Optional<List<LinkedAccountId>> at =
        window.search().map(text -> accountsLike(window.person(), text));
    return tables
        .list(
            new BankMoveTables.Part(
                window.person(), window.before(), window.from(), at, kinds, window.limit()))
        .stream()
        .map(move -> new Item(move.id().value(), line(move)))
        .toList();
  }

  @Override
  public Optional<Found> find(UUID person, String id) {
    return TypeId.parse(id)
        .flatMap(
            typed ->
                Stream.of(BankMove.Kind.values())
                    .filter(kind -> kind.prefix().equals(typed.prefix()))
                    .findFirst()
                    .flatMap(kind -> moves.find(person, new BankMoveId(kind, typed.value()))))
        .map(move -> new Found(line(move), more(move)));
  }

  /** None: it is the person's own money before and after. */
  @Override
  public List<Day> days(UUID person, Instant from, Instant to) {
    return List.of();
  }

  /** What of it there is to find is where it came from or went to. */
  private List<LinkedAccountId> accountsLike(UUID person, String text) {
    String sought = text.toLowerCase(Locale.ROOT);
    return accounts.of(person).stream()
        .filter(
            account ->
                Stream.of(account.bankName(), account.bankNameEn(), account.tail())
                    .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(sought)))
        .map(LinkedAccount::id)
        .toList();
  }

  private ActivityView line(BankMove move) {
    Channel channel = channels.of(move.channel());
    return new ActivityView(
        move.id().text(),
        activityKind(move.id().kind()),
        move.id().kind() == BankMove.Kind.TOP_UP ? "in" : "out",
        state(move.state()),
        move.held() && move.isOpen() ? "held_for_review" : move.reason().orElse(null),
        Amount.of(move.amount()),
        move.createdAt(),
        new ActivityView.Counterparty(
            "bank", move.account().bankName(), move.account().bankNameEn(), null),
        null,
        move.scene(),
        new Names(channel.name(), channel.nameEn()),
        null);
  }

  private static More more(BankMove move) {
    LinkedAccount account = move.account();
    return new More(
        ReceiptNumber.of(move.id().value()),
        null,
        null,
        move.finishedAt().orElse(null),
        List.of(),
        null,
        move.isOpen() ? move.deadline() : null,
        new ActivityDetail.BankLine(account.bankName(), account.bankNameEn(), account.tail()),
        move.state() == BankMove.State.SUCCEEDED ? Optional.of(move.posting()) : Optional.empty());
  }

  private static ActivityKind activityKind(BankMove.Kind kind) {
    return switch (kind) {
      case TOP_UP -> ActivityKind.TOP_UP;
      case WITHDRAWAL -> ActivityKind.WITHDRAWAL;
    };
  }

  private static String state(BankMove.State state) {
    return switch (state) {
      case PROCESSING -> "pending";
      case UNKNOWN -> "unknown";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
    };
  }
}
