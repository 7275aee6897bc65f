package dev.qiao.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the ledger said again, as simply as can be, in one unit: what the real one is
 * compared with.
 */
final class NaiveLedger {
  private static final class Money {
    long posted;
    long held;
    boolean mayOwe;
  }

  private static final class Aside {
    long account;
    long left;
    Instant until;
  }

  private record Moved(long from, long to, long amount) {}

  private final Map<Long, Money> accounts = new HashMap<>();
  private final Map<HoldId, Aside> holds = new HashMap<>();
  private final Map<PostingId, List<Moved>> postings = new HashMap<>();
  private final Map<PostingId, Long> reversed = new HashMap<>();

  void open(AccountId id, boolean mayOwe) {
    Money money = new Money();
    money.mayOwe = mayOwe;
    accounts.put(id.number(), money);
  }

  long posted(AccountId id) {
    return accounts.get(id.number()).posted;
  }

  long held(AccountId id) {
    return accounts.get(id.number()).held;
  }

  /** Whether it is done. */
  boolean post(Posting posting) {
    List<Moved> moves = new ArrayList<>();
    for (Leg leg : posting.legs()) {
      moves.add(new Moved(leg.debit().number(), leg.credit().number(), leg.amount().minor()));
    }
    return move(posting.id(), moves);
  }

  private boolean move(PostingId id, List<Moved> moves) {
    int done = 0;
    while (done < moves.size() && canPay(moves.get(done).from, moves.get(done).amount)) {
      pay(moves.get(done++));
    }
    boolean whole = done == moves.size();
    while (!whole && done > 0) {
      Moved last = moves.get(--done);
      pay(new Moved(last.to, last.from, last.amount));
    }
    if (whole) {
      postings.put(id, moves);
    }
    return whole;
  }

  boolean hold(Hold hold) {
    if (!canPay(hold.account().number(), hold.amount().minor())) {
      return false;
    }
    Aside aside = new Aside();
    aside.account = hold.account().number();
    aside.until = hold.expiresAt();
    holds.put(hold.hold(), aside);
    setAside(aside, hold.amount().minor());
    return true;
  }

  boolean increase(Increase increase, Instant now) {
    Aside aside = holds.get(increase.hold());
    if (!isLive(aside, now) || !canPay(aside.account, increase.amount().minor())) {
      return false;
    }
    setAside(aside, increase.amount().minor());
    return true;
  }

  boolean capture(Capture capture, Instant now) {
    Aside aside = holds.get(capture.hold());
    long amount = capture.to().getFirst().amount().minor();
    long to = capture.to().getFirst().credit().number();
    if (!isLive(aside, now) || amount > aside.left || to == aside.account) {
      return false;
    }
    setAside(aside, -amount);
    Moved moved = new Moved(aside.account, to, amount);
    pay(moved);
    postings.put(capture.id(), List.of(moved));
    if (capture.last()) {
      setAside(aside, -aside.left);
    }
    return true;
  }

  boolean release(Release release, Instant now) {
    Aside aside = holds.get(release.hold());
    if (!isLive(aside, now)) {
      return false;
    }
    setAside(aside, -aside.left);
    return true;
  }

  boolean reverse(Reversal reversal) {
    List<Moved> moves = postings.get(reversal.of());
    if (moves == null) {
      return false;
    }
    long whole = moves.stream().mapToLong(Moved::amount).sum();
    long before = reversed.getOrDefault(reversal.of(), 0L);
    boolean many = moves.size() > 1;
    long amount = reversal.amount().map(dev.qiao.money.Money::minor).orElse(whole - before);
    if (before + amount > whole || amount == 0 || many && reversal.amount().isPresent()) {
      return false;
    }
    List<Moved> back = new ArrayList<>();
    for (Moved moved : moves.reversed()) {
      back.add(new Moved(moved.to, moved.from, many ? moved.amount : amount));
    }
    PostingId unused = new PostingId(reversal.id().value());
    boolean done = move(unused, back);
    if (done) {
      postings.remove(unused); // A reversal is not reversed again.
      reversed.put(reversal.of(), before + amount);
    }
    return done;
  }

  void expire(Instant now) {
    for (Aside aside : holds.values()) {
      if (aside.left > 0 && !isLive(aside, now)) {
        setAside(aside, -aside.left);
      }
    }
  }

  private static boolean isLive(Aside aside, Instant now) {
    return aside != null && aside.left > 0 && now.isBefore(aside.until);
  }

  private boolean canPay(long account, long amount) {
    Money money = accounts.get(account);
    return money.mayOwe || money.posted - money.held >= amount;
  }

  private void pay(Moved moved) {
    accounts.get(moved.from).posted -= moved.amount;
    accounts.get(moved.to).posted += moved.amount;
  }

  private void setAside(Aside aside, long amount) {
    aside.left += amount;
    accounts.get(aside.account).held += amount;
  }
}
