package dev.qiao.ledger;

import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Change;
import java.security.SecureRandom;
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
 */
final class ChainProof {
  private static final long PRIME = (1L << 61) - 1;
  private static final long DIGIT = 0xFFFF_FFFFL;

  private final LongMap<Products> accounts = new LongMap<>();
  private final long point;
  private final long base;

  ChainProof() {
    this(new SecureRandom());
  }

  ChainProof(RandomGenerator random) {
    this.point = random.nextLong(PRIME);
    this.base = random.nextLong(PRIME);
  }

  /** An account to look at, as it is stored. */
  void account(Account stored) {
    Products products = new Products(stored.number());
    products.begins(factor(stored.sequence(), stored.posted(), stored.held()));
    products.ends(factor(0, 0, 0));
    accounts.put(stored.number(), products);
  }

  /** A change of an account; of one that is not looked at it counts for nothing. */
  void change(long account, Change change) {
    Products products = accounts.get(account);
    if (products == null) {
      return;
    }
    products.begins(
        factor(
            change.sequence() - 1,
            change.posted() - change.amount(),
            change.held() - change.heldBy()));
    products.ends(factor(change.sequence(), change.posted(), change.held()));
  }

  /** The accounts whose changes make no chain, in order. */
  long[] broken() {
    LongStream.Builder broken = LongStream.builder();
    accounts.forEach(
        products -> {
          if (products.begun != products.ended) {
            broken.add(products.account);
          }
        });
    return broken.build().sorted().toArray();
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
    private long begun = 1;
    private long ended = 1;

    Products(long account) {
      this.account = account;
    }

    void begins(long factor) {
      begun = multiply(begun, factor);
    }

    void ends(long factor) {
      ended = multiply(ended, factor);
    }
  }
}
