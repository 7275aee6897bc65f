package dev.qiao.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoServer;
import dev.qiao.ServerTest;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Authority;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Here everything runs by itself, in two servers on one database. */
@ServerTest
@TestPropertySource(
    properties = {
      "qiao.bank.work-every=PT0.05S",
      "qiao.bank.answer-within=PT0.5S",
      "qiao.bank.lease=PT2S",
      "qiao.bank.ask-every=PT0.1S",
      "qiao.wallet.sweep-every=PT0.05S",
      "qiao.sandbox-bank.answers-after=PT0.1S",
      "qiao.sandbox-bank.late-after=PT0.3S",
      "qiao.sandbox-bank.again-after=PT0.05S",
      "qiao.sandbox-bank.silent-for=PT1S"
    })
class BankMoveInstancesTest {
  private static final List<String> INHERITED =
      List.of(
          "qiao.database.url",
          "qiao.database.owner-url",
          "qiao.vault.key",
          "qiao.vault.erasures",
          "qiao.demo",
          "qiao.demo-data",
          "qiao.bank.work-every",
          "qiao.bank.answer-within",
          "qiao.bank.lease",
          "qiao.bank.ask-every",
          "qiao.wallet.sweep-every",
          "qiao.sandbox-bank.answers-after",
          "qiao.sandbox-bank.late-after",
          "qiao.sandbox-bank.again-after",
          "qiao.sandbox-bank.silent-for");

  @Autowired private BankMoves moves;
  @Autowired private BankMoveTables tables;
  @Autowired private LinkedAccounts accounts;
  @Autowired private PersonAccounts wallets;
  @Autowired private Ledger ledger;
  @Autowired private JdbcClient db;
  @Autowired private Ids ids;
  @Autowired private Vault vault;
  @Autowired private Environment environment;

  @Test
  void finishWhatAnotherBeganAndDoEverythingOnce() throws Exception {
    Caller person =
        new Caller(
            App.WALLET,
            Caller.Kind.PERSON,
            ids.next(),
            ids.next(),
            Optional.empty(),
            Optional.empty(),
            "127.0.0.1");
    vault.keep(vault.fresh(person.party(), Life.ERASABLE));
    List<BankMove> made = new ArrayList<>();
    try (ConfigurableApplicationContext second = start()) {
      BankMoves there = second.getBean(BankMoves.class);
      for (int round = 0; round < 4; round++) {
        for (LinkedAccount account : accounts.of(person.party())) {
          made.add(
              started(
                  (round % 2 == 0 ? moves : there)
                      .topUp(person, account.id(), cny(1_000), Once.unasked())));
        }
      }
      awaitEnd(made);
      for (LinkedAccount account : accounts.of(person.party())) {
        made.add(
            started(
                there.withdraw(
                    person,
                    account.id(),
                    cny(100),
                    new Authority.Granted("test"),
                    Once.unasked())));
      }
      // It ends here, in the middle of them.
    }
    awaitEnd(made);

    assertThat(ledger.balance(wallets.of(person.party())).posted())
        .isEqualTo(4 * 4 * 1_000 - 4 * 100);
    assertThat(ledger.balance(wallets.of(person.party())).held()).isZero();
    for (BankMove move : made) {
      assertThat(finalEvents(move)).as(move.id().text()).isEqualTo(1);
    }
    assertThat(ledger.audit().differences()).isEmpty();
  }

  private ConfigurableApplicationContext start() {
    SpringApplicationBuilder second = new SpringApplicationBuilder(QiaoServer.class);
    List<String> settings = new ArrayList<>(List.of("--server.port=0"));
    INHERITED.forEach(
        name -> settings.add("--" + name + "=" + environment.getRequiredProperty(name)));
    return second.run(settings.toArray(String[]::new));
  }

  private void awaitEnd(List<BankMove> made) throws InterruptedException {
    // What a server had taken when it ended comes up again with its lease, half a minute at most.
    long giveUp = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (made.stream().anyMatch(move -> stored(move).isOpen())) {
      assertThat(System.nanoTime()).as("still open after three minutes").isLessThan(giveUp);
      Thread.sleep(20);
    }
  }

  /** Without asking the bank: the servers have to do it by themselves. */
  private BankMove stored(BankMove move) {
    return tables.find(move.id().value()).orElseThrow();
  }

  private int finalEvents(BankMove move) {
    return db.sql(
            "select count(*) from api.event where thing = :thing and state in ('succeeded', 'failed')")
        .param("thing", move.id().text())
        .query(Integer.class)
        .single();
  }

  private static BankMove started(BankMoveStart start) {
    return ((BankMoveStart.Started) start).move();
  }

  private static Money cny(long minor) {
    return Money.of(minor, Unit.of("CNY"));
  }
}
