package dev.qiao.ledger;

import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Change;
import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Tells whether the changes of each account make one chain, in whatever order they come: a ledger
 * of any size is read once, and never sorted.
 *
 * <p>A change leads from a state (sequence, posted, held) to the next. All changes of an account
 * make one chain from nothing to where it stands exactly if the states they lead to, and nothing,
 * are the same multiset as the states they begin at, and where it stands: at each sequence as many
 * arrive as leave, and only one leaves nothing. Multisets are compared by their products over
 * (point − state) in the field of 2^61 − 1, a state being a polynomial of its digits: with a point
 * and a base drawn at random, two different ones of n states have equal products with a probability
 * below 6n / 2^61 (Schwartz–Zippel), whoever chose them.
 *
 * <p>Of accounts that move on while their changes are read, those up to where each stood count, and
 * later ones only say how far it must have come.
 */
final class ChainProof {
  private static final long PRIME = (1L << 61) - 1;
  private static final long DIGIT = 0xFFFF_FFFFL;

  private final LongMap<Products> accounts = new LongMap<>();
  private final boolean areMoving;
  private final long point;
  private final long base;
  private long changes;
  private long last = Long.MIN_VALUE;

  private ChainProof(boolean areMoving, RandomGenerator random) {
    this.areMoving = areMoving;
    this.point = random.nextLong(PRIME);
    this.base = random.nextLong(PRIME);
  }

  /** For accounts and changes of one moment: every change counts. */
  static ChainProof ofStanding() {
    return new ChainProof(false, new SecureRandom());
  }

  /** For changes of later moments than the accounts. */
  static ChainProof ofMoving() {
    return new ChainProof(true, new SecureRandom());
  }

  /** An account to look at, as it is stored. */
  void account(Account stored) {
    Products products = new Products(stored.number(), stored.sequence());
    products.begins(factor(stored.sequence(), stored.posted(), stored.held()));
    products.ends(factor(0, 0, 0));
    accounts.put(stored.number(), products);
    last = Math.max(last, stored.number());
  }

  /** A change of an account; of one that is not looked at it counts for nothing. */
  void change(long account, Change change) {
    Products products = accounts.get(account);
    if (products == null) {
      return;
    }
    if (areMoving && change.sequence() > products.upTo) {
      products.reached = Math.max(products.reached, change.sequence());
      return;
    }
    changes++;
    products.begins(
        factor(
            change.sequence() - 1,
            change.posted() - change.amount(),
            change.held() - change.heldBy()));
    products.ends(factor(change.sequence(), change.posted(), change.held()));
  }

  /** How many accounts it looks at. */
  int accounts() {
    return accounts.size();
  }

  /** The highest of their numbers. */
  long last() {
    return last;
  }

  /** How many have counted. */
  long changes() {
    return changes;
  }

  /** The accounts that have later changes, in order. */
  long[] moved() {
    return numbers(products -> products.reached > 0);
  }

  /** An account as it is stored after the last change was read: it has come as far as they have. */
  void standsAt(Account now) {
    Products products = accounts.get(now.number());
    if (products != null && products.reached <= now.sequence()) {
      products.reached = 0;
    }
  }

  /** The accounts whose changes make no chain, or go further than the account, in order. */
  long[] broken() {
    return numbers(products -> products.begun != products.ended || products.reached > 0);
  }

  private long[] numbers(Predicate<Products> those) {
    LongStream.Builder numbers = LongStream.builder();
    accounts.forEach(
        products -> {
          if (those.test(products)) {
            numbers.add(products.account);
          }
        });
    return numbers.build().sorted().toArray();
  }

  private long factor(long sequence, long posted, long held) {
    long state = digits(digits(digits(0, sequence), posted), held);
    return subtract(point, state);
  }

  /** Two digits of 32 bits each: a whole number is not one of the field. */
  private long digits(long before, long value) {
    long high = add(multiply(before, base), value >>> 32);
    return add(multiply(high, base), value & DIGIT);
  }

  private static long add(long a, long b) {
    long sum = a + b;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static long subtract(long a, long b) {
    return a >= b ? a - b : a - b + PRIME;
  }

  /** The upper 61 bits count as much as the lower ones: 2^61 is 1. */
  private static long multiply(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    return add(low & PRIME, high << 3 | low >>> 61);
  }

  /** Of what the changes begin at, and of what they lead to. */
  private static final class Products {
    private final long account;
    private final long upTo;
    private long reached;
    private long begun = 1;
    private long ended = 1;

    Products(long account, long upTo) {
      this.account = account;
      this.upTo = upTo;
    }

    void begins(long factor) {
      begun = multiply(begun, factor);
    }

    void ends(long factor) {
      ended = multiply(ended, factor);
    }
  }
}
