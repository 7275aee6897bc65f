package dev.qiao.wallet;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a top-up ({@code top_…}) or a withdrawal ({@code wdr_…}). */
public record BankMoveId(BankMove.Kind kind, UUID value) implements Id {
  @Override
  public String prefix() {
    return kind.prefix();
  }

  /** Reads the outside form of this kind. */
  public static BankMoveId from(BankMove.Kind kind, String text) {
    return new BankMoveId(kind, Id.read(kind.prefix(), text));
  }
}
