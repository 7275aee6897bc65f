package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A change of an account's state or limits that the ledger can be asked for. Its id makes asking
 * twice safe; its reference says what it is for, such as the id of a case.
 */
public sealed interface AccountOrder {
  ChangeId id();

  AccountId account();

  String reference();

  /** Refuses debits, or credits, from now on. Holds that are there can still be released. */
  record Freeze(ChangeId id, AccountId account, Side side, String reference)
      implements AccountOrder {
    public Freeze {
      require(id, account, reference);
      requireNonNull(side, "side");
    }
  }

  /** Takes debits, or credits, again. */
  record Unfreeze(ChangeId id, AccountId account, Side side, String reference)
      implements AccountOrder {
    public Unfreeze {
      require(id, account, reference);
      requireNonNull(side, "side");
    }
  }

  /**
   * Sets both limits, in minor units; what is there now must be within them.
   *
   * @param floor as in {@link AccountTerms}; empty for none
   * @param ceiling as in {@link AccountTerms}; empty for none
   */
  record Limit(
      ChangeId id, AccountId account, OptionalLong floor, OptionalLong ceiling, String reference)
      implements AccountOrder {
    public Limit {
      require(id, account, reference);
      requireNonNull(floor, "floor");
      requireNonNull(ceiling, "ceiling");
    }
  }

  /** Refuses all postings from now on, for ever. Nothing may be in it, or set aside of it. */
  record Close(ChangeId id, AccountId account, String reference) implements AccountOrder {
    public Close {
      require(id, account, reference);
    }
  }

  /** Which side it freezes or unfreezes. */
  default Optional<Side> ofSide() {
    return switch (this) {
      case Freeze freeze -> Optional.of(freeze.side);
      case Unfreeze unfreeze -> Optional.of(unfreeze.side);
      case Limit _, Close _ -> Optional.empty();
    };
  }

  /** By which it is stored, such as {@code freeze}. */
  default String verb() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static void require(ChangeId id, AccountId account, String reference) {
    requireNonNull(id, "id");
    requireNonNull(account, "account");
    Texts.require(reference, "reference");
  }
}
