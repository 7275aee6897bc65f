package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Makes key-encryption keys and exchanges them while servers work: add one, give the file to every
 * instance, use it, rewrap, retire the others. Each step may be repeated. All else that is secret
 * lies under these keys, so that there is nothing else to exchange.
 */
public final class KeyCustody {
  /** What rewrapping has done. */
  public record Rewrapped(int keys, String by) {}

  private static final int AT_ONCE = 500;

  private final KeyFile file;

  public KeyCustody(Path file) {
    this(file, Optional.empty());
  }

  KeyCustody(Path file, Optional<KeyService> service) {
    this.file = new KeyFile(file, service);
  }

  /**
   * With the key service that the environment names, if it does.
   *
   * @throws StartRefused when it is not named as it should be
   */
  public static KeyCustody of(Path file, Map<String, String> environment) {
    return new KeyCustody(file, TransitTerms.of(environment).service());
  }

  /**
   * Makes the file, with one key; returns the key's name.
   *
   * @throws StartRefused when there is such a file
   */
  public String create() {
    if (file.exists()) {
      throw new StartRefused("The key file " + file + " exists already: choose another.");
    }
    return written(KeyRing.fresh(new SecureRandom(), file.service())).names().getFirst();
  }

  /** Adds a key that opens but does not encrypt yet; returns its name. */
  public String add() {
    return written(present().with(new SecureRandom())).names().getLast();
  }

  /** Lets the key that was added last encrypt from now on; returns its name. */
  public String use() {
    return written(present().withLastFirst()).names().getFirst();
  }

  /**
   * Writes the same keys anew, sealed by the key service under its newest key; returns how many.
   *
   * @throws StartRefused when no key service is named
   */
  public int seal() {
    if (file.service().isEmpty()) {
      throw new StartRefused(
          "No key service is named: set QIAO_VAULT_TRANSIT_URL and QIAO_VAULT_TRANSIT_TOKEN_FILE.");
    }
    return written(present().writtenAnew()).names().size();
  }

  /** Wraps all that another key wraps by the one that encrypts. Servers go on meanwhile. */
  public Rewrapped rewrap(DataSource database) {
    present();
    KeyTables tables = new KeyTables(database);
    KeyWrapping wrapping = new RingWrapping(file);
    String current = wrapping.current();
    int keys = 0;
    int some;
    do {
      some = rewrapPeople(tables, wrapping, current) + rewrapPlatform(tables, wrapping, current);
      keys += some;
    } while (some > 0);
    return new Rewrapped(keys, current);
  }

  /**
   * Rewraps, and takes all keys but the one that encrypts out of the file; returns what is left in
   * it.
   */
  public Rewrapped retire(DataSource database) {
    Rewrapped done = rewrap(database);
    written(present().withFirstOnly());
    return done;
  }

  private int rewrapPeople(KeyTables tables, KeyWrapping wrapping, String current) {
    var rows = tables.peopleNotWrappedBy(current, AT_ONCE);
    for (var row : rows) {
      String context = Vault.context(row.subject(), row.life());
      tables.rewrap(row, wrapping.wrap(wrapping.unwrap(row.wrapped(), context), context));
    }
    return rows.size();
  }

  private int rewrapPlatform(KeyTables tables, KeyWrapping wrapping, String current) {
    var rows = tables.platformNotWrappedBy(current, AT_ONCE);
    for (var row : rows) {
      String context = Seals.context(row.purpose());
      tables.rewrap(row, wrapping.wrap(wrapping.unwrap(row.wrapped(), context), context));
    }
    return rows.size();
  }

  private KeyRing present() {
    if (!file.exists()) {
      throw new StartRefused("The key file " + file + " is missing.");
    }
    return file.get();
  }

  private KeyRing written(KeyRing ring) {
    file.write(ring);
    return ring;
  }
}
