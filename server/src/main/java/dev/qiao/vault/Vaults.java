package dev.qiao.vault;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the vault of a database. */
public final class Vaults {
  /** A vault that is open: keys of people, keys of days, the key of indexes, and secrets. */
  public record Opened(Vault vault, Seals seals, BlindIndex index, PlatformSecrets secrets) {}

  private final KeyWrapping wrapping;
  private final Cipher.Algorithm algorithm;
  private final InstantSource clock;

  Vaults(KeyWrapping wrapping, InstantSource clock) {
    this(wrapping, Cipher.Algorithm.AES_256_GCM, clock);
  }

  /**
   * @param algorithm of keys that are made from now on; the others go on with theirs
   */
  Vaults(KeyWrapping wrapping, Cipher.Algorithm algorithm, InstantSource clock) {
    this.wrapping = wrapping;
    this.algorithm = algorithm;
    this.clock = clock;
  }

  /** For work outside of requests, as whoever opens the data source. */
  public Opened open(DataSource source) {
    return open(source, TransactionOperations.withoutTransaction());
  }

  /**
   * @param apart a transaction of its own on the same database
   */
  Opened open(DataSource source, TransactionOperations apart) {
    KeyTables tables = new KeyTables(source);
    return new Opened(
        new Vault(tables, wrapping, algorithm, clock),
        new Seals(tables, wrapping, algorithm, apart, clock),
        BlindIndex.of(tables, wrapping, clock.instant()),
        new PlatformSecrets(tables, wrapping, clock));
  }
}
