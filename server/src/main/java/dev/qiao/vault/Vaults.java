package dev.qiao.vault;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the vault of a database. */
public final class Vaults {
  /** A vault that is open: keys of people, keys of days, and the key of indexes. */
  public record Opened(Vault vault, Seals seals, BlindIndex index) {}

  private final KeyWrapping wrapping;
  private final InstantSource clock;

  Vaults(KeyWrapping wrapping, InstantSource clock) {
    this.wrapping = wrapping;
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
        new Vault(tables, wrapping, clock),
        new Seals(tables, wrapping, apart, clock),
        BlindIndex.of(tables, wrapping, clock.instant()));
  }
}
