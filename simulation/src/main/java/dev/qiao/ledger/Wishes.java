package dev.qiao.ledger;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What callers ask for: mostly what makes sense, now and then what does not. */
final class Wishes {
  private static final long DAY = 24 * 3600 * Micros.PER_SECOND;
  private static final int RECENT = 30;

  private final SplittableRandom random;
  private final Town town;
  private final Scene scene;
  private final Ids ids;
  private final List<Hold> holds = new ArrayList<>();
  private final List<PostingId> postings = new ArrayList<>();
  private final List<Asked> before = new ArrayList<>();
  private final int oddPercent;
  private int businessRows;

  Wishes(SplittableRandom random, Town town, Scene scene) {
    this.random = random;
    this.town = town;
    this.scene = scene;
    this.ids = new Ids(() -> Micros.instant(scene.now()), random.split());
    this.oddPercent = random.nextInt(5, 22);
  }

  Asked next() {
    if (before.isEmpty() || random.nextInt(250) == 0) {
      return idle();
    }
    if (random.nextInt(25) == 0) {
      return again();
    }
    Command command = random.nextInt(100) < oddPercent ? odd() : sensible();
    Asked asked = withCompanions(command);
    if (!(command instanceof Expiry)) {
      before.add(asked);
    }
    if (command instanceof Posting || command instanceof Capture || random.nextInt(10) == 0) {
      postings.add(command.id());
    }
    if (command instanceof Hold hold) {
      holds.add(hold);
    }
    return asked;
  }

  /** Sets something aside that nobody captures. */
  private Asked idle() {
    Asked asked = Asked.of(hold(town.idle, 0));
    before.add(asked);
    return asked;
  }

  /** Something asked before, or its id with other content. */
  private Asked again() {
    Asked one = recent(before);
    if (random.nextInt(3) > 0) {
      return one;
    }
    AccountId from = town.anyone();
    return Asked.of(
        Posting.of(one.id(), "other", "again")
            .leg(from, town.anyoneBut(from), amount(town.unitOf(from)))
            .build());
  }

  private Command sensible() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> hold(town.anyone(), 0);
      case 3 -> increase(anyHold());
      case 4, 5 ->
          random.nextInt(4) == 0 ? new Release(id(), anyHold().hold()) : capture(anyHold());
      case 6 -> reversal(anyPosting());
      default -> posting();
    };
  }

  private Posting posting() {
    Posting.Builder posting = Posting.of(id(), "simulated", "r" + random.nextInt(50));
    int legs = random.nextInt(5) == 0 ? random.nextInt(2, 6) : 1;
    for (int i = 0; i < legs; i++) {
      AccountId to = town.anyone();
      boolean comesIn = random.nextInt(5) < 3;
      AccountId from = comesIn ? town.bankOf(town.unitOf(to)) : town.anyoneBut(to);
      posting.leg(from, to, amount(town.unitOf(to)));
    }
    if (random.nextInt(4) == 0) {
      posting.channel(new UUID(7, random.nextInt(3))).scene("app");
    }
    uses().forEach(use -> posting.use(use.allowance(), use.amount()));
    return posting.build();
  }

  private List<Use> uses() {
    if (random.nextInt(4) > 0) {
      return List.of();
    }
    List<Use> uses = new ArrayList<>();
    for (int left = random.nextInt(1, 4); left > 0; left--) {
      AllowanceId allowance = town.any(town.allowances);
      uses.add(new Use(allowance, money(random.nextInt(1, 200), town.unitOf(allowance))));
    }
    return uses;
  }

  /**
   * @param lasts microseconds; zero for some while
   */
  private Hold hold(AccountId account, long lasts) {
    long length = lasts != 0 ? lasts : random.nextLong(1, 1L << random.nextInt(28, 39));
    return new Hold(
        id(),
        new HoldId(ids.next()),
        account,
        amount(town.unitOf(account)),
        Micros.instant(scene.now() + length),
        "h" + random.nextInt(50),
        uses());
  }

  private Increase increase(Hold hold) {
    return new Increase(id(), hold.hold(), amount(unitOf(hold)), uses());
  }

  private Capture capture(Hold hold) {
    List<Share> shares = new ArrayList<>();
    int count = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 0; i < count; i++) {
      long part = Math.max(1, hold.amount().minor() / random.nextInt(1, 5));
      shares.add(new Share(town.anyoneBut(hold.account()), money(part, unitOf(hold))));
    }
    return capture(hold.hold(), shares);
  }

  private Capture capture(HoldId hold, List<Share> shares) {
    return new Capture(
        id(),
        hold,
        shares,
        "captured",
        "c",
        random.nextInt(3) == 0,
        Optional.empty(),
        Optional.empty());
  }

  private Reversal reversal(PostingId of) {
    Optional<Money> part =
        random.nextInt(3) == 0
            ? Optional.of(money(random.nextInt(1, 400), Town.UNITS.getFirst()))
            : Optional.empty();
    return new Reversal(id(), of, part, "v");
  }

  /** What is wrong in one way, or in several. */
  private Command odd() {
    AccountId from = town.anyone();
    AccountId to = town.anyoneBut(from);
    Unit unit = town.unitOf(from);
    Money some = amount(unit);
    return switch (random.nextInt(24)) {
      case 0 ->
          simple(new PostingId(new UUID(random.nextLong() & ~0xf000L | 0x4000L, variant())), to);
      case 1 -> simple(idAt(scene.now() + DAY + random.nextLong(-DAY / 100, DAY)), to);
      case 2 -> simple(idAt(old()), to);
      case 3 ->
          random.nextBoolean()
              ? Posting.of(id(), "odd", "none").build()
              : capture(anyHold().hold(), List.of());
      case 4 -> many(from, to, some);
      case 5 -> notPositive(from, to, money(-random.nextInt(2), unit));
      case 6 ->
          random.nextBoolean()
              ? Posting.of(id(), "odd", "same").leg(from, from, some).build()
              : capture(anyHold().hold(), List.of(new Share(anyHold().account(), some)));
      case 7 -> hold(from, -random.nextLong(0, 1_000_000));
      case 8 -> anotherOf(anyHold());
      case 9 -> new Release(id(), new HoldId(ids.next()));
      case 10 -> new Release(id(), anyHold().hold());
      case 11 -> reversal(id());
      case 12, 13 -> reversal(before.isEmpty() ? id() : recent(before).id());
      case 14 -> new Reversal(id(), anyPosting(), Optional.of(some), "part");
      case 15 -> Posting.of(id(), "odd", "nobody").leg(from, town.nobody(), some).build();
      case 16 ->
          Posting.of(id(), "odd", "no allowance")
              .leg(town.bankOf(unit), to, some)
              .use(new AllowanceId(99), some)
              .build();
      case 17 ->
          Posting.of(id(), "odd", "other unit")
              .leg(from, to, money(5, town.any(Town.UNITS)))
              .build();
      case 18 -> Posting.of(id(), "odd", "too much").leg(from, to, money(1 << 30, unit)).build();
      case 19 ->
          Posting.of(id(), "odd", "high").leg(town.bankOf(unit), to, money(40_000, unit)).build();
      case 20, 21 -> vast();
      case 22 -> new Expiry(id(), anyHold().hold());
      default -> greedy(to, unit);
    };
  }

  private Posting simple(PostingId id, AccountId to) {
    Unit unit = town.unitOf(to);
    return Posting.of(id, "odd", "id").leg(town.bankOf(unit), to, amount(unit)).build();
  }

  private Command many(AccountId from, AccountId to, Money some) {
    if (random.nextBoolean()) {
      List<Share> shares = new ArrayList<>();
      for (int i = 0; i <= Core.LEGS_MAX; i++) {
        shares.add(new Share(to, some));
      }
      return capture(anyHold().hold(), shares);
    }
    Posting.Builder posting = Posting.of(id(), "odd", "many");
    for (int i = 0; i <= Core.LEGS_MAX; i++) {
      posting.leg(from, to, some);
    }
    return posting.build();
  }

  private Command notPositive(AccountId from, AccountId to, Money amount) {
    return switch (random.nextInt(5)) {
      case 0 -> new Increase(id(), anyHold().hold(), amount);
      case 1 -> capture(anyHold().hold(), List.of(new Share(to, amount)));
      case 2 -> new Reversal(id(), anyPosting(), Optional.of(amount), "none");
      case 3 ->
          new Increase(
              id(),
              anyHold().hold(),
              amount(amount.unit()),
              List.of(new Use(town.any(town.allowances), amount)));
      default -> Posting.of(id(), "odd", "zero").leg(from, to, amount).build();
    };
  }

  private Hold anotherOf(Hold hold) {
    return new Hold(
        id(),
        hold.hold(),
        town.anyone(),
        hold.amount(),
        Micros.instant(scene.now() + DAY),
        "another");
  }

  /** At the ends of the range of numbers. */
  private Posting vast() {
    Money much = money(random.nextInt(1, 150_000), Town.UNITS.getFirst());
    AccountId bank = town.banks.getFirst();
    Posting.Builder posting = Posting.of(id(), "odd", "vast");
    return switch (random.nextInt(4)) {
      case 0 -> posting.leg(town.vast.getFirst(), bank, much).build();
      case 1 -> posting.leg(bank, town.vast.getFirst(), much).build();
      case 2 -> posting.leg(town.vast.getLast(), bank, much).build();
      default -> posting.leg(bank, town.vast.getLast(), much).build();
    };
  }

  private Posting greedy(AccountId to, Unit unit) {
    AllowanceId allowance = town.any(town.allowances);
    return Posting.of(id(), "odd", "greedy")
        .leg(town.bankOf(unit), to, amount(unit))
        .use(allowance, money(random.nextInt(5_000, 30_000), town.unitOf(allowance)))
        .build();
  }

  private Asked withCompanions(Command command) {
    if (random.nextInt(6) > 0 || command instanceof Expiry) {
      return Asked.of(command);
    }
    List<Companion> companions = new ArrayList<>();
    if (random.nextInt(2) == 0) {
      companions.add(guard(BusinessConnection.TAKE, "payment"));
      if (random.nextInt(3) == 0) {
        companions.add(guard(BusinessConnection.TAKE_NEXT, "voucher"));
      }
    }
    if (random.nextInt(2) == 0) {
      String row = random.nextInt(8) == 0 ? "event " + random.nextInt(20) : "event of " + id();
      companions.add(Companion.insert(BusinessConnection.INSERT, row));
    }
    if (random.nextInt(12) == 0) {
      companions.add(
          Companion.insert(
              random.nextBoolean()
                  ? BusinessConnection.INSERT_WRONG
                  : BusinessConnection.INSERT_DEFERRED,
              "wrong " + ++businessRows));
    }
    return Asked.of(command, companions.toArray(Companion[]::new));
  }

  private Companion guard(String sql, String table) {
    String row = table + " " + random.nextInt(Town.BUSINESS_ROWS);
    boolean isNew = scene.isNew(row);
    boolean isMeant = random.nextInt(8) > 0;
    return isNew == isMeant
        ? Companion.guard(sql, Town.PAID, row, Town.NEW)
        : Companion.guard(sql, Town.NEW, row, Town.PAID);
  }

  private Money amount(Unit unit) {
    return money(random.nextInt(10) == 0 ? random.nextInt(1, 5_000) : random.nextInt(1, 400), unit);
  }

  private static Money money(long minor, Unit unit) {
    return Money.of(minor, unit);
  }

  private Unit unitOf(Hold hold) {
    return town.unitOf(hold.account());
  }

  private Hold anyHold() {
    return holds.isEmpty() ? hold(town.anyone(), 0) : recent(holds);
  }

  private PostingId anyPosting() {
    return postings.isEmpty() ? id() : recent(postings);
  }

  private <T> T recent(List<T> values) {
    int size = values.size();
    return values.get(random.nextInt(Math.max(0, size - RECENT), size));
  }

  PostingId id() {
    return new PostingId(ids.next());
  }

  private long variant() {
    return random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
  }

  private PostingId idAt(long micros) {
    long millis = micros / Micros.PER_MILLI;
    return new PostingId(new UUID(millis << 16 | 0x7000L | random.nextInt(1 << 12), variant()));
  }

  /** Before what was put aside, if anything was. */
  private long old() {
    long limit = scene.takenFrom();
    long end = limit == 0 ? scene.now() : limit;
    return end - random.nextLong(1, 3 * DAY);
  }
}
