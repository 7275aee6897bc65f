package dev.qiao.demo;

import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.bank.BankTransfers;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.demo.Cast.Role;
import dev.qiao.ledger.Ledger;
import dev.qiao.money.Money;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Confirmation;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payment;
import dev.qiao.payment.Payments;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.Refunding;
import dev.qiao.payment.Refunds;
import dev.qiao.wallet.BankMoveStart;
import dev.qiao.wallet.BankMoves;
import dev.qiao.wallet.Transfer;
import dev.qiao.wallet.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Lets a story happen: sets the clock to each act's time and does it by the verbs that requests
 * use.
 */
@Component
class Play {
  private static final Authority DEMO = new Authority.Granted("demo");
  private static final String GOOD_ACCOUNT = "8213";
  private static final Duration BANK_ANSWERS = Duration.ofSeconds(4);

  /** Money to be given back later. */
  private record Regret(Instant at, Payment payment, Caller manager, Money amount, String reason) {}

  private final Stage stage;
  private final Payments payments;
  private final Refunds refunds;
  private final Transfers transfers;
  private final BankMoves bankMoves;
  private final BankTransfers bank;
  private final LinkedAccounts accounts;
  private final PersonAccounts wallets;
  private final Channels channels;
  private final Ledger ledger;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  Play(
      Stage stage,
      Payments payments,
      Refunds refunds,
      Transfers transfers,
      BankMoves bankMoves,
      BankTransfers bank,
      LinkedAccounts accounts,
      PersonAccounts wallets,
      Channels channels,
      Ledger ledger,
      PlatformTerms terms) {
    this.stage = stage;
    this.payments = payments;
    this.refunds = refunds;
    this.transfers = transfers;
    this.bankMoves = bankMoves;
    this.bank = bank;
    this.accounts = accounts;
    this.wallets = wallets;
    this.channels = channels;
    this.ledger = ledger;
    this.terms = terms;
    this.clock = stage.clock();
  }

  /**
   * Does all acts in the order of their times, and the refunds that come of them before {@code
   * end}.
   */
  void perform(List<Act> acts, RandomGenerator random, Instant end) {
    PriorityQueue<Regret> regrets = new PriorityQueue<>(Comparator.comparing(Regret::at));
    for (Act act : acts) {
      while (!regrets.isEmpty() && regrets.peek().at().isBefore(act.at())) {
        giveBack(regrets.poll());
      }
      reach(act.at());
      switch (act) {
        case Act.Pays pays -> pay(pays, random).ifPresent(regrets::add);
        case Act.Sends sends -> send(sends);
        case Act.TopsUp topsUp -> topUp(topsUp.person(), topsUp.tail(), money(topsUp.amount()));
        case Act.Withdraws withdraws -> withdraw(withdraws);
      }
    }
    while (!regrets.isEmpty() && regrets.peek().at().isBefore(end)) {
      giveBack(regrets.poll());
    }
  }

  private Optional<Regret> pay(Act.Pays act, RandomGenerator random) {
    Caller payer = stage.caller(act.payer());
    Stage.Open shop = stage.shop(act.shop());
    boolean tooLittle = available(act.payer()) < act.amount();
    boolean noticed = random.nextInt(4) != 0;
    if (tooLittle && noticed) {
      fillUp(act.payer(), act.amount());
    }
    Payment payment = begun(act, payer, shop);
    payments.store(payment, Once.unasked(), payment.id());
    if (payment.scene() == Scene.QR_DYNAMIC && random.nextInt(25) == 0) {
      callOff(payment, shop.cashier(), random);
      return Optional.empty();
    }
    pause(4 + random.nextInt(20));
    if (tooLittle && !noticed) {
      // Refused for want of money, then tried again: both tries stay.
      confirm(payment, payer);
      fillUp(act.payer(), act.amount());
    }
    if (!(confirm(payment, payer) instanceof Confirmation.Confirmed(var paid))) {
      throw new IllegalStateException("A demo payment is refused: " + payment.id());
    }
    return regret(act, paid, shop, random);
  }

  private Payment begun(Act.Pays act, Caller payer, Stage.Open shop) {
    Payee payee = shop.stores().get(act.store());
    Money amount = money(act.amount());
    Optional<String> none = Optional.empty();
    return switch (act.entry()) {
      case COUNTER ->
          payments.begin(
              payee, payer.party(), channels.storeCodes().id(), Scene.QR_STATIC, amount, none);
      case TILL -> payments.ask(payee, shop.cashier().party(), amount, none, none);
      case MINI_PROGRAM ->
          payments.begin(payee, payer.party(), stage.miniProgram(), Scene.LINK, amount, none);
      case MALL -> payments.begin(payee, payer.party(), stage.mall(), Scene.WEB, amount, none);
      case APP ->
          payments.begin(payee, payer.party(), channels.firstParty().id(), Scene.APP, amount, none);
    };
  }

  private Confirmation confirm(Payment payment, Caller payer) {
    return payments.confirm(
        payment.id(), payer, DEMO, payment.amount(), Once.unasked(), Payment::id);
  }

  /** A code that nobody pays: withdrawn, or left to expire. */
  private void callOff(Payment payment, Caller cashier, RandomGenerator random) {
    pause(30);
    if (random.nextBoolean()) {
      payments.cancel(payment, cashier, Once.unasked(), Payment::id);
    }
  }

  private Optional<Regret> regret(
      Act.Pays act, Payment paid, Stage.Open shop, RandomGenerator random) {
    List<String> reasons = act.shop().regrets();
    if (reasons.isEmpty() || random.nextInt(28) != 0) {
      return Optional.empty();
    }
    long least = act.shop().prices().getFirst();
    long part = act.amount() > least && random.nextBoolean() ? least : act.amount();
    Instant at = clock.instant().plusSeconds(300 + random.nextInt(7_200));
    String reason = reasons.get(random.nextInt(reasons.size()));
    return Optional.of(new Regret(at, paid, shop.manager(), money(part), reason));
  }

  private void giveBack(Regret regret) {
    reach(regret.at());
    Payment payment = payments.find(regret.payment().id()).orElseThrow();
    Refunding refunding =
        refunds.refund(
            payment,
            regret.amount(),
            Optional.of(regret.reason()),
            Optional.empty(),
            regret.manager(),
            Once.unasked(),
            Refunding.Refunded::refund);
    if (refunding instanceof Refunding.Refused) {
      throw new IllegalStateException("A demo refund is refused: " + payment.id());
    }
  }

  private void send(Act.Sends act) {
    Caller payer = stage.caller(act.payer());
    fillUp(act.payer(), act.amount());
    Transfer transfer =
        transfers.begin(
            payer.party(), stage.caller(act.payee()).party(), money(act.amount()), act.note());
    transfers.store(transfer, Once.unasked(), transfer.id());
    pause(9);
    var sending =
        transfers.confirm(
            transfer.id(), payer, DEMO, transfer.amount(), Once.unasked(), Transfer::id);
    if (sending instanceof Transfers.Sending.Refused) {
      throw new IllegalStateException("A demo transfer is refused: " + transfer.id());
    }
  }

  /** Brings enough from the bank, in round sums, unless there is enough. */
  private void fillUp(Role person, long needed) {
    long missing = needed - available(person);
    if (missing > 0) {
      long round = 20_000;
      topUp(person, GOOD_ACCOUNT, money((missing / round + 1) * round));
    }
  }

  private void topUp(Role person, String tail, Money amount) {
    Caller caller = stage.caller(person);
    started(bankMoves.topUp(caller, account(caller, tail).id(), amount, Once.unasked()));
  }

  private void withdraw(Act.Withdraws act) {
    Caller caller = stage.caller(act.person());
    fillUp(act.person(), act.amount());
    started(
        bankMoves.withdraw(
            caller, account(caller, GOOD_ACCOUNT).id(), money(act.amount()), DEMO, Once.unasked()));
  }

  /** The bank gets the order, and answers a moment later. */
  private void started(BankMoveStart start) {
    if (start instanceof BankMoveStart.Refused) {
      throw new IllegalStateException("A demo order to the bank is refused");
    }
    bank.work();
    reach(clock.instant().plus(BANK_ANSWERS));
    bank.work();
  }

  private LinkedAccount account(Caller person, String tail) {
    return accounts.of(person.party()).stream()
        .filter(account -> account.tail().equals(tail))
        .findFirst()
        .orElseThrow();
  }

  private long available(Role person) {
    return ledger.balance(wallets.of(stage.caller(person).party())).available();
  }

  private Money money(long minor) {
    return Money.of(minor, terms.unit());
  }

  private void pause(int seconds) {
    reach(clock.instant().plusSeconds(seconds));
  }

  /** Sets the clock forward to a time; never back. */
  private void reach(Instant at) {
    if (at.isAfter(clock.instant())) {
      clock.stand(at);
    }
  }
}
