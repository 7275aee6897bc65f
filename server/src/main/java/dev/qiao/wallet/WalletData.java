package dev.qiao.wallet;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.HeldData;
import dev.qiao.api.Problem;
import dev.qiao.bank.LinkedAccountId;
import dev.qiao.ledger.AccountChange;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Balance;
import dev.qiao.ledger.Entry;
import dev.qiao.ledger.Ledger;
import dev.qiao.payment.PersonAccounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's balance, its statement, and what moved money other than payments. */
@Component
@Order(1)
class WalletData implements HeldData {
  private static final int ALL = 1_000_000;
  private static final int STATEMENT_PAGE = 1_000;

  private final Ledger ledger;
  private final PersonAccounts accounts;
  private final TransferTables transfers;
  private final BankMoveTables moves;
  private final PayeeTables payees;

  WalletData(
      Ledger ledger,
      PersonAccounts accounts,
      TransferTables transfers,
      BankMoveTables moves,
      PayeeTables payees) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.transfers = transfers;
    this.moves = moves;
    this.payees = payees;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    Optional<AccountId> account = accounts.find(person);
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("balances", account.map(a -> List.of(balance(ledger.balance(a)))).orElse(List.of()));
    held.put("statement", account.map(this::statement).orElse(List.of()));
    held.put(
        "transfers",
        transfers
            .of(person, Optional.empty(), Optional.empty(), Optional.empty(), true, true, ALL)
            .stream()
            .map(transfer -> transfer(transfer, person))
            .toList());
    held.put("top_ups_and_withdrawals", moves(person).stream().map(WalletData::move).toList());
    return held;
  }

  /** Money that is there, or may still come or go. */
  @Override
  public Optional<Problem> obstacle(UUID person) {
    if (moves(person).stream().anyMatch(move -> move.finishedAt().isEmpty())) {
      return Optional.of(Problem.of(ErrorCode.MONEY_UNDER_WAY));
    }
    return accounts
        .find(person)
        .map(ledger::balance)
        .filter(balance -> balance.posted() != 0 || balance.held() != 0)
        .map(WalletData::notEmpty);
  }

  /** From then on the ledger refuses everything, also what is on its way now. */
  @Override
  public Optional<Problem> close(UUID person) {
    return accounts.find(person).flatMap(account -> notClosed(account, ledger.close(account)));
  }

  private Optional<Problem> notClosed(AccountId account, AccountChange change) {
    return switch (change) {
      case AccountChange.Changed _ -> Optional.empty();
      case AccountChange.Refused(_, var reason) ->
          switch (reason) {
            case ACCOUNT_NOT_FOUND, ACCOUNT_CLOSED -> Optional.empty();
            case BALANCE_NOT_ZERO, HELD_NOT_ZERO -> Optional.of(notEmpty(ledger.balance(account)));
            case ID_NOT_TIME_ORDERED,
                ID_TOO_FAR_AHEAD,
                FLOOR_OUT_OF_RANGE,
                CEILING_OUT_OF_RANGE,
                FLOOR_ABOVE_AVAILABLE,
                CEILING_BELOW_POSTED ->
                throw new IllegalStateException("An account was not closed: " + reason);
          };
      case AccountChange.Replayed _, AccountChange.IdReused _ ->
          throw new IllegalStateException("A new id was asked before");
    };
  }

  @Override
  public void erase(UUID person) {
    payees.forget(person);
    transfers.forgetNotes(person);
  }

  private List<BankMove> moves(UUID person) {
    return moves.list(
        new BankMoveTables.Part(
            person,
            Optional.empty(),
            Optional.empty(),
            Optional.<List<LinkedAccountId>>empty(),
            EnumSet.allOf(BankMove.Kind.class),
            ALL));
  }

  private static Problem notEmpty(Balance balance) {
    return Problem.of(ErrorCode.WALLET_NOT_EMPTY).with("balance", balance.posted());
  }

  private static Map<String, Object> balance(Balance balance) {
    return Map.of(
        "currency", balance.unit().code(),
        "posted_minor", balance.posted(),
        "held_minor", balance.held());
  }

  private List<Object> statement(AccountId account) {
    List<Object> lines = new ArrayList<>();
    List<Entry> page = ledger.statement(account, OptionalLong.empty(), STATEMENT_PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> lines.add(line(entry)));
      page =
          ledger.statement(
              account, OptionalLong.of(page.getLast().after().sequence()), STATEMENT_PAGE);
    }
    return lines;
  }

  private static Map<String, Object> line(Entry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("posting", entry.posting().value().toString());
    line.put("at", entry.at());
    line.put("kind", entry.kind());
    line.put("reference", entry.reference());
    line.put("amount_minor", entry.amount().minor());
    line.put("balance_after_minor", entry.after().posted());
    return line;
  }

  /** Who the other one is, is the other one's: their pseudonym stands for them. */
  private static Map<String, Object> transfer(Transfer transfer, UUID person) {
    boolean out = transfer.payer().equals(person);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", transfer.id().text());
    line.put("direction", out ? "out" : "in");
    line.put("amount_minor", transfer.amount().minor());
    line.put("currency", transfer.amount().unit().code());
    line.put("state", transfer.state());
    line.put("note", transfer.note().orElse(null));
    line.put("created_at", transfer.createdAt());
    line.put("finished_at", transfer.finishedAt().orElse(null));
    return line;
  }

  private static Map<String, Object> move(BankMove move) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", move.id().text());
    line.put("kind", move.id().kind().text());
    line.put("linked_account", move.account().id().text());
    line.put("amount_minor", move.amount().minor());
    line.put("currency", move.amount().unit().code());
    line.put("state", move.state());
    line.put("created_at", move.createdAt());
    line.put("finished_at", move.finishedAt().orElse(null));
    return line;
  }
}
