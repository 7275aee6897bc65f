package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser.Answer;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.TrialRow;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People pay and never give up: whatever is killed under them, they ask again with the same key
 * until they get an answer. In the end each payment that they were told of is there, once.
 */
class KilledInMidPaymentFaultTest {
  private static final int PEOPLE = 6;
  private static final int PER_ROUND = 12;
  private static final long FUNDS = 100_000_00;

  /** What a round kills. */
  private enum Fault {
    SERVER,
    DATABASE,
    BOTH
  }

  private static final List<Fault> ROUNDS =
      List.of(Fault.SERVER, Fault.DATABASE, Fault.SERVER, Fault.BOTH, Fault.DATABASE, Fault.SERVER);

  /** One payment as its payer knows it: its keys, and what they were told. */
  private record Told(
      Shopper payer, UUID createKey, UUID confirmKey, long minor, String payment, String answer) {}

  private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
  private final long seed = Long.getLong("qiao.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private volatile boolean enough;
  private String code;

  @TempDir private Path folder;

  @Test
  void everyAcknowledgedPaymentIsThereOnce() throws Exception {
    Path data = folder.resolve("data");
    ServerProcess server = new ServerProcess(data);
    List<Shopper> people = new ArrayList<>();
    Shop shop;
    try (ConfigurableApplicationContext preparing = here(data, server.port())) {
      Town town = new Town(preparing, server.port());
      shop = town.shop("山岚咖啡", "Mist Coffee");
      code = shop.code();
      IntStream.range(0, PEOPLE).forEach(n -> people.add(town.shopper("林小满", FUNDS)));
    }
    server.start();
    try (ExecutorService payers = Executors.newFixedThreadPool(PEOPLE)) {
      List<Future<?>> running = new ArrayList<>();
      people.forEach(payer -> running.add(payers.submit(() -> keepPaying(payer))));
      try {
        for (Fault fault : ROUNDS) {
          awaitPayments(told.size() + PER_ROUND, running);
          // Somewhere within the payments of this moment.
          ServerProcess.pause(random.nextInt(100));
          kill(server, fault);
        }
        awaitPayments(told.size() + PER_ROUND, running);
      } finally {
        enough = true;
        if (!server.isAlive()) {
          server.start();
        }
      }
      for (Future<?> payer : running) {
        payer.get();
      }
      everyKeyAnswersAsBefore();
    } catch (Exception | AssertionError failure) {
      throw new AssertionError("-Dqiao.seed=" + seed + "\n" + server.output(), failure);
    } finally {
      server.kill();
    }
    try (ConfigurableApplicationContext after = here(data, server.port())) {
      theBooksSayTheSame(after, people, shop);
    }
  }

  /** The same program within this one: for what only its insides can do or see. */
  private static ConfigurableApplicationContext here(Path data, int port) {
    return new SpringApplicationBuilder(QiaoServer.class, PasswordsAlone.class)
        .run(
            "--server.port=" + port,
            "--qiao.data=" + data,
            "--qiao.demo=true",
            "--qiao.demo-data=false");
  }

  private void kill(ServerProcess server, Fault fault) {
    switch (fault) {
      case SERVER -> {
        server.kill();
        server.start();
      }
      case DATABASE -> server.killDatabase();
      case BOTH -> {
        server.kill();
        server.killDatabase();
        server.start();
      }
    }
  }

  private void awaitPayments(int count, List<Future<?>> running)
      throws ExecutionException, InterruptedException {
    while (told.size() < count) {
      for (Future<?> payer : running) {
        if (payer.isDone()) {
          payer.get();
        }
      }
      ServerProcess.pause(5);
    }
  }

  private void keepPaying(Shopper payer) {
    while (!enough) {
      pay(payer);
    }
  }

  private void pay(Shopper payer) {
    long minor = 1 + told.size();
    UUID create = UUID.randomUUID();
    UUID confirm = UUID.randomUUID();
    String payment =
        untilAnswered(
                () ->
                    payer
                        .browser()
                        .post(
                            "/v1/payments", create, Map.of("qr", code, "amount", Town.cny(minor))))
            .text("id");
    Answer paid = untilAnswered(() -> payer.confirm(payment, confirm, minor, Town.PIN));
    told.add(new Told(payer, create, confirm, minor, payment, paid.raw().body()));
  }

  /** Asks with the same key until the answer is a success. */
  private Answer untilAnswered(Supplier<Answer> act) {
    while (true) {
      try {
        Answer answer = act.get();
        if (answer.status() < 300) {
          return answer;
        }
        judge(answer);
      } catch (UncheckedIOException cutOff) {
        // Not told anything: exactly what the key is for.
      }
      ServerProcess.pause(20);
    }
  }

  /**
   * While things break, an answer may only say that nobody knows and that the same key may be tried
   * again.
   */
  private static void judge(Answer answer) {
    if (!answer.text("retry").equals("same_key") || !answer.text("money").equals("unknown")) {
      throw new AssertionError("Told wrongly: " + answer.status() + " " + answer.raw().body());
    }
  }

  private void everyKeyAnswersAsBefore() {
    for (Told one : told) {
      Answer again = one.payer().confirm(one.payment(), one.confirmKey(), one.minor(), Town.PIN);
      assertThat(again.header("Idempotent-Replayed")).contains("true");
      assertThat(again.raw().body()).isEqualTo(one.answer());
      Answer begun =
          one.payer()
              .browser()
              .post(
                  "/v1/payments",
                  one.createKey(),
                  Map.of("qr", code, "amount", Town.cny(one.minor())));
      assertThat(begun.header("Idempotent-Replayed")).contains("true");
      assertThat(begun.text("id")).isEqualTo(one.payment());
    }
  }

  private void theBooksSayTheSame(
      ConfigurableApplicationContext after, List<Shopper> people, Shop shop) {
    Ledger ledger = after.getBean(Ledger.class);
    assertThat(ledger.audit())
        .satisfies(report -> assertThat(report.differences()).isEmpty())
        .matches(AuditReport::clean);
    assertThat(ledger.trialBalance().stream().mapToLong(TrialRow::posted).sum()).isZero();
    JdbcClient db = after.getBean(JdbcClient.class);
    assertThat(db.sql("select count(*) from payment.payment").query(Long.class).single())
        .isEqualTo(told.size());
    assertThat(
            db.sql("select count(*) from payment.payment where state = 'succeeded'")
                .query(Long.class)
                .single())
        .isEqualTo(told.size());
    assertThat(
            db.sql("select count(*) from ledger.posting where kind = 'payment'")
                .query(Long.class)
                .single())
        .isEqualTo(told.size());
    long total = told.stream().mapToLong(Told::minor).sum();
    assertThat(shop.balance()).isEqualTo(total);
    for (Shopper payer : people) {
      List<Told> own = told.stream().filter(one -> one.payer().equals(payer)).toList();
      assertThat(payer.balance()).isEqualTo(FUNDS - own.stream().mapToLong(Told::minor).sum());
      Set<String> listed = new TreeSet<>();
      for (Told one : own) {
        Answer receipt = payer.browser().get("/v1/activities/" + one.payment());
        assertThat(receipt.text("state")).isEqualTo("succeeded");
        listed.add(receipt.text("id"));
      }
      assertThat(listed).hasSize(own.size());
    }
  }
}
