package dev.qiao.vault;

import java.time.InstantSource;
import java.util.function.Supplier;

/** Secrets of the platform's own: 32 bytes each, in the database under the keys that are not. */
public final class PlatformSecrets {
  private final KeyTables tables;
  private final KeyWrapping wrapping;
  private final InstantSource clock;

  PlatformSecrets(KeyTables tables, KeyWrapping wrapping, InstantSource clock) {
    this.tables = tables;
    this.wrapping = wrapping;
    this.clock = clock;
  }

  /** A secret that nobody has seen yet. */
  public static byte[] fresh() {
    return Cipher.freshKey();
  }

  /**
   * The secret of a purpose, the same on every instance.
   *
   * @param first what it is where there is none yet; of two that come at once, one counts
   */
  public byte[] of(String purpose, Supplier<byte[]> first) {
    String context = Seals.context(purpose);
    KeyTables.PlatformRow row =
        tables
            .find(purpose, null)
            .orElseGet(
                () ->
                    tables.keep(
                        purpose, null, wrapping.wrap(first.get(), context), clock.instant(), null));
    return wrapping.unwrap(row.wrapped(), context);
  }
}
