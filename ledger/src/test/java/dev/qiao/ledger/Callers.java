package dev.qiao.ledger;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Callers who all move money between a few accounts, each posting with a row of another table, and
 * remember what they asked and what they were told.
 */
final class Callers {
  private static final int THREADS = 16;
  private static final Unit CNY = Unit.of("CNY");

  /** One posting that somebody asked for. */
  record Asked(PostingId id, AccountId from, AccountId to, long amount) {
    Posting posting() {
      return Posting.of(id, "transfer", "trf_1").leg(from, to, Money.of(amount, CNY)).build();
    }

    Companion row() {
      return Companion.insert(
          "insert into shop.payment (id, amount) values (?, ?)", id.value(), amount);
    }

    @Override
    public String toString() {
      return "%s %d %d %d".formatted(id.value(), from.number(), to.number(), amount);
    }

    static Asked of(Iterator<String> words) {
      return new Asked(
          new PostingId(UUID.fromString(words.next())),
          new AccountId(Long.parseLong(words.next())),
          new AccountId(Long.parseLong(words.next())),
          Long.parseLong(words.next()));
    }
  }

  /** Hears of everything at once, before anything else happens. */
  interface Log {
    void asked(Asked asked);

    void answered(PostingId id, String answer);
  }

  /** Remembers it here. */
  static final class Memo implements Log {
    final Map<PostingId, Asked> asked = new ConcurrentHashMap<>();
    final Map<PostingId, String> answered = new ConcurrentHashMap<>();

    @Override
    public void asked(Asked one) {
      asked.put(one.id(), one);
    }

    @Override
    public void answered(PostingId id, String answer) {
      answered.put(id, answer);
    }
  }

  private final BiFunction<Command, List<Companion>, PostResult> ledger;
  private final List<AccountId> accounts;
  private final Log log;
  private final Ids ids = new Ids(InstantSource.system());

  /**
   * @param accounts the first is the one that anything can come from
   */
  Callers(
      BiFunction<Command, List<Companion>, PostResult> ledger, List<AccountId> accounts, Log log) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.log = log;
  }

  /** Every caller goes on until one posting of it got no answer. */
  List<Thread> start(long seed) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(seed + i);
      threads.add(Thread.ofPlatform().daemon().start(() -> call(random)));
    }
    return threads;
  }

  private void call(Random random) {
    while (true) {
      int from = random.nextInt(accounts.size());
      int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
      Asked asked =
          new Asked(
              new PostingId(ids.next()),
              accounts.get(from),
              accounts.get(to),
              1 + random.nextInt(100));
      log.asked(asked);
      try {
        log.answered(asked.id(), word(ledger.apply(asked.posting(), List.of(asked.row()))));
      } catch (LedgerUnavailable | CompletionException unknown) {
        return;
      }
    }
  }

  /** An answer in one word that tells it from every other. */
  static String word(PostResult result) {
    return switch (result) {
      case PostResult.Posted posted ->
          posted.after().stream()
              .map(
                  after -> after.account().number() + ":" + after.sequence() + ":" + after.posted())
              .collect(Collectors.joining(","));
      case PostResult.Refused refused -> refused.reason().code();
      default -> throw new AssertionError("A new id got " + result);
    };
  }
}
