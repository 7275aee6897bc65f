package dev.qiao.vault;

import dev.qiao.database.DataMove;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals the texts that an older program kept in the clear in one column, as the owner of the
 * database. Each module says by its own statements where they are and what takes their place.
 */
public abstract class PlainTextTables implements DataMove {
  private static final int AT_ONCE = 1000;
  private static final Logger log = LoggerFactory.getLogger(PlainTextTables.class);

  /** A text, and whose key it comes under. */
  public record Plain(UUID id, UUID owner, String text) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final Vaults vaults;
  private final String texts;

  /**
   * @param texts what they are, for the log: {@code notes of transfers}
   */
  protected PlainTextTables(Vaults vaults, String texts) {
    this.vaults = vaults;
    this.texts = texts;
  }

  /** Some that are left, at most {@code :limit}: {@code id}, {@code owner}, {@code text}. */
  protected abstract String some();

  /** Puts what was sealed in the place of the text of {@code :id}. */
  protected abstract String replace();

  /** What {@link #replace} puts there. Of whose key is gone there is none any more either. */
  protected abstract Map<String, @Nullable Object> seal(Plain plain, Vaults.Opened opened);

  /** Takes the old versions of the rows out of the files. */
  protected abstract String clean();

  /** Has the database refuse texts in the clear. */
  protected abstract String forbid();

  /** The text under its owner's erasable key; null when that is destroyed. */
  protected static byte @Nullable [] sealed(Plain plain, Vaults.Opened opened, String field) {
    return opened
        .vault()
        .key(Life.ERASABLE, plain.owner())
        .map(key -> key.seal(field, plain.text()))
        .orElse(null);
  }

  @Override
  public final void run(DataSource owner) {
    JdbcClient db = JdbcClient.create(owner);
    List<Plain> some = read(db);
    if (some.isEmpty()) {
      return;
    }
    Vaults.Opened opened = vaults.open(owner);
    long sealed = 0;
    for (; !some.isEmpty(); some = read(db)) {
      for (Plain plain : some) {
        db.sql(replace()).params(seal(plain, opened)).param("id", plain.id()).update();
      }
      sealed += some.size();
    }
    db.sql(clean()).update();
    db.sql(forbid()).update();
    log.info("Sealed {} {} that an older program kept in the clear", sealed, texts);
  }

  private List<Plain> read(JdbcClient db) {
    return db.sql(some()).param("limit", AT_ONCE).query(Plain.class).list();
  }
}
