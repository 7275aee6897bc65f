package dev.qiao.ledger;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;

/** What the back office orders of accounts: each way to be refused has its turn. */
final class OrderWishes {
  private static final long DAY = 24 * 3600 * Micros.PER_SECOND;
  private static final OptionalLong NONE = OptionalLong.empty();
  private static final int FLOOR_MIN = -5_000;

  /** By then something is set aside of the idle account. */
  private static final int BEFORE_IDLE = 8;

  private final SplittableRandom random;
  private final Town town;
  private final Scene scene;
  private final Ids ids;
  private final List<AccountId> frozen = new ArrayList<>();
  private final List<Ordered> before = new ArrayList<>();

  OrderWishes(SplittableRandom random, Town town, Scene scene) {
    this.random = random;
    this.town = town;
    this.scene = scene;
    this.ids = new Ids(() -> Micros.instant(scene.now()), random.split());
  }

  Ordered next() {
    boolean again = !before.isEmpty() && random.nextInt(8) == 0;
    Ordered next = again ? again() : Ordered.of(random.nextInt(2) == 0 ? sensible() : odd());
    before.add(next);
    return next;
  }

  /** Something ordered before, or its id with other content. */
  private Ordered again() {
    Ordered one = town.any(before);
    return random.nextInt(3) > 0
        ? one
        : Ordered.of(new AccountOrder.Unfreeze(one.order().id(), town.anyone(), side(), "again"));
  }

  private AccountOrder sensible() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> freeze();
      case 2, 3, 4, 5 -> limit(town.any(town.wallets));
      case 6 -> new AccountOrder.Close(id(), town.any(town.wallets), "close");
      default ->
          new AccountOrder.Unfreeze(
              id(), frozen.isEmpty() ? town.anyone() : town.any(frozen), side(), "thaw");
    };
  }

  private AccountOrder freeze() {
    AccountId account = town.any(town.wallets);
    frozen.add(account);
    return new AccountOrder.Freeze(id(), account, side(), "freeze");
  }

  private AccountOrder limit(AccountId account) {
    OptionalLong floor =
        random.nextInt(4) == 0 ? OptionalLong.of(random.nextInt(FLOOR_MIN, 1)) : OptionalLong.of(0);
    OptionalLong ceiling =
        random.nextInt(3) == 0 ? OptionalLong.of(random.nextInt(1_000, 50_000)) : NONE;
    return new AccountOrder.Limit(
        id(), account, random.nextInt(20) == 0 ? NONE : floor, ceiling, "limit");
  }

  private AccountOrder odd() {
    return switch (random.nextInt(12)) {
      case 0 -> unfreeze(new ChangeId(new UUID(random.nextLong() & ~0xf000L | 0x4000L, 1L << 63)));
      case 1 -> unfreeze(idAt(scene.now() + DAY + random.nextLong(DAY / 100, DAY)));
      case 2 -> limit(OptionalLong.of(random.nextInt(1, 100)), NONE);
      case 3 -> limit(NONE, OptionalLong.of(random.nextBoolean() ? -1 : Money.MINOR_MAX + 1));
      case 4 -> new AccountOrder.Freeze(id(), town.nobody(), side(), "nobody");
      case 5 -> new AccountOrder.Close(id(), town.spare, "spare");
      case 6 -> new AccountOrder.Freeze(id(), town.spare, side(), "spare");
      case 7 -> new AccountOrder.Close(id(), town.bankOf(Town.UNITS.getFirst()), "bank");
      case 8 ->
          before.size() < BEFORE_IDLE
              ? limit(town.spare)
              : new AccountOrder.Close(id(), town.idle, "idle");
      case 9 ->
          new AccountOrder.Limit(
              id(), town.vast.getLast(), OptionalLong.of(FLOOR_MIN), NONE, "deep");
      case 10 ->
          new AccountOrder.Limit(
              id(), town.vast.getFirst(), NONE, OptionalLong.of(-FLOOR_MIN), "high");
      default -> limit(town.spare);
    };
  }

  private AccountOrder unfreeze(ChangeId id) {
    return new AccountOrder.Unfreeze(id, town.anyone(), side(), "id");
  }

  private AccountOrder limit(OptionalLong floor, OptionalLong ceiling) {
    return new AccountOrder.Limit(id(), town.anyone(), floor, ceiling, "range");
  }

  private Side side() {
    return random.nextBoolean() ? Side.DEBIT : Side.CREDIT;
  }

  private ChangeId id() {
    return new ChangeId(ids.next());
  }

  private ChangeId idAt(long micros) {
    return new ChangeId(
        new UUID(micros / Micros.PER_MILLI << 16 | 0x7000L | random.nextInt(1 << 12), 1L << 63));
  }
}
