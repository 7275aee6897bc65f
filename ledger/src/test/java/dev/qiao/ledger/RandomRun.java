package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Replayed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sends the same random commands to ledgers and to a naive one, and compares all that can be seen
 * of wallets of its own; the bank may be shared.
 */
final class RandomRun {
  private final List<AccountId> wallets = new ArrayList<>();
  private final List<AccountId> accounts = new ArrayList<>();
  private final List<HoldId> holds = new ArrayList<>();
  private final List<PostingId> postings = new ArrayList<>();
  private final NaiveLedger naive = new NaiveLedger();
  private final TestLedger world;
  private final List<Ledger> ledgers;
  private final Random random;
  private final Ids ids;

  /** Each command goes to any of the ledgers, which share a database. */
  RandomRun(long seed, TestLedger world, List<Ledger> ledgers) {
    this.world = world;
    this.ledgers = ledgers;
    this.random = new Random(seed);
    this.ids = new Ids(world.clock, new Random(seed));
    accounts.add(world.bank);
    naive.open(world.bank, true);
    IntStream.range(0, 6)
        .mapToObj(i -> world.ledger.open(AccountTerms.wallet("wallet:" + seed + ":" + i, CNY)))
        .forEach(
            id -> {
              accounts.add(id);
              wallets.add(id);
              naive.open(id, false);
            });
  }

  /** Says whether it was done. */
  boolean step(String where) {
    Instant now = world.clock.instant();
    Ledger ledger = any(ledgers);
    PostResult result;
    PostResult again;
    boolean expected;
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        Posting posting = posting();
        expected = naive.post(posting);
        result = ledger.post(posting);
        again = any(ledgers).post(posting);
        postings.add(posting.id());
      }
      case 3 -> {
        Hold hold =
            new Hold(
                id(),
                new HoldId(ids.next()),
                any(accounts),
                cny(amount()),
                now.plusSeconds(300),
                "h");
        expected = naive.hold(hold);
        result = ledger.hold(hold);
        again = any(ledgers).hold(hold);
        holds.add(hold.hold());
      }
      case 4 -> {
        Increase increase = new Increase(id(), anyHold(), cny(amount()));
        expected = naive.increase(increase, now);
        result = ledger.increase(increase);
        again = any(ledgers).increase(increase);
      }
      case 5 -> {
        Capture capture = capture();
        expected = naive.capture(capture, now);
        result = ledger.capture(capture);
        again = any(ledgers).capture(capture);
        postings.add(capture.id());
      }
      case 6 -> {
        if (random.nextInt(3) == 0) {
          naive.expire(now);
          ledger.expireHolds(1000);
        }
        Release release = new Release(id(), anyHold());
        expected = naive.release(release, now);
        result = ledger.release(release);
        again = any(ledgers).release(release);
      }
      default -> {
        Reversal reversal = reversal();
        expected = naive.reverse(reversal);
        result = ledger.reverse(reversal);
        again = any(ledgers).reverse(reversal);
      }
    }
    assertThat(result instanceof Posted).as("%s: %s", where, result).isEqualTo(expected);
    assertThat(again).as(where).isEqualTo(new Replayed(result));
    for (Balance balance : ledger.balances(wallets)) {
      assertThat(balance.posted()).as(where).isEqualTo(naive.posted(balance.account()));
      assertThat(balance.held()).as(where).isEqualTo(naive.held(balance.account()));
    }
    return expected;
  }

  private Posting posting() {
    Posting.Builder posting = Posting.of(id(), "random", "r" + random.nextInt(50));
    int legs = random.nextInt(4) == 0 ? random.nextInt(2, 5) : 1;
    for (int i = 0; i < legs; i++) {
      AccountId from = random.nextInt(3) == 0 ? world.bank : any(accounts);
      AccountId to = any(accounts);
      while (to.equals(from)) {
        to = any(accounts);
      }
      posting.leg(from, to, cny(amount()));
    }
    return posting.build();
  }

  private Capture capture() {
    List<Share> shares = List.of(new Share(any(accounts), cny(amount())));
    boolean last = random.nextBoolean();
    return new Capture(
        id(), anyHold(), shares, "capture", "c", last, Optional.empty(), Optional.empty());
  }

  private Reversal reversal() {
    PostingId of = postings.isEmpty() ? id() : any(postings);
    boolean part = random.nextBoolean();
    return new Reversal(id(), of, part ? Optional.of(cny(amount())) : Optional.empty(), "v");
  }

  private PostingId id() {
    return new PostingId(ids.next());
  }

  private HoldId anyHold() {
    return holds.isEmpty()
        ? new HoldId(ids.next())
        : holds.get(random.nextInt(Math.max(0, holds.size() - 5), holds.size()));
  }

  private long amount() {
    return random.nextInt(1, 200);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
