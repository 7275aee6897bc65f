package dev.qiao.api;

import dev.qiao.api.SealReport.Broken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Seals the audit trail and checks its seals. Entries are sealed after they have committed, in
 * batches, so that nothing that is audited waits for a seal. Plain JDBC: it also works where no
 * server runs.
 */
public final class SealedTrail {
  private static final int BATCH = 5_000;

  /** Any number that nobody else uses. */
  private static final long LOCK = 0x7155_a17d;

  private static final String ENTRY =
      "select id, at, actor_kind, actor, act, object, channel, address, outcome, reason, transaction";

  private record Seal(
      long number,
      long untilTransaction,
      UUID untilId,
      long entries,
      String from,
      String to,
      byte[] hash) {
    static final Seal NONE = new Seal(0, 0, new UUID(0, 0), 0, "", "", SealDigest.NOTHING_BEFORE);
  }

  private final DataSource source;

  public SealedTrail(DataSource source) {
    this.source = source;
  }

  /**
   * Seals the next entries, oldest first; how many they were. None while another instance seals,
   * and none of a transaction that could still be overtaken by an older one.
   */
  int seal() {
    try (Connection db = source.getConnection()) {
      db.setAutoCommit(false);
      int sealed = mayWork(db) ? seal(db) : 0;
      db.commit();
      return sealed;
    } catch (SQLException failure) {
      throw new IllegalStateException("The audit trail cannot be sealed now", failure);
    }
  }

  private static boolean mayWork(Connection db) throws SQLException {
    try (PreparedStatement lock = db.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static int seal(Connection db) throws SQLException {
    Seal before = last(db);
    SealDigest digest = new SealDigest(before.hash(), before.number() + 1);
    long transaction = before.untilTransaction();
    UUID id = before.untilId();
    try (PreparedStatement next =
        db.prepareStatement(
            ENTRY
                + """

                from api.audit
                where (transaction, id) > (?, ?)
                  and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by transaction, id
                limit ?
                """)) {
      next.setLong(1, transaction);
      next.setObject(2, id);
      next.setInt(3, BATCH);
      try (ResultSet row = next.executeQuery()) {
        while (row.next()) {
          digest.add(row);
          transaction = row.getLong("transaction");
          id = row.getObject("id", UUID.class);
        }
      }
    }
    if (digest.entries() > 0) {
      insert(db, before.number() + 1, transaction, id, digest);
    }
    return Math.toIntExact(digest.entries());
  }

  private static Seal last(Connection db) throws SQLException {
    try (PreparedStatement last =
            db.prepareStatement(
                """
                select number, until_transaction, until_id, entries, first_at, last_at, hash
                from api.audit_seal
                order by number desc
                limit 1
                """);
        ResultSet row = last.executeQuery()) {
      return row.next() ? sealOf(row) : Seal.NONE;
    }
  }

  private static void insert(
      Connection db, long number, long transaction, UUID id, SealDigest digest)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement(
            """
            insert into api.audit_seal
              (number, until_transaction, until_id, entries, first_at, last_at, hash)
            values (?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setLong(1, number);
      insert.setLong(2, transaction);
      insert.setObject(3, id);
      insert.setLong(4, digest.entries());
      insert.setTimestamp(5, digest.first());
      insert.setTimestamp(6, digest.last());
      insert.setBytes(7, digest.end());
      insert.executeUpdate();
    }
  }

  /**
   * Recomputes every seal, as of one moment.
   *
   * @param remembered the hash of a seal that was seen before and must still be there, in
   *     hexadecimal
   */
  public SealReport check(Optional<String> remembered) throws SQLException {
    try (Connection db = source.getConnection()) {
      db.setAutoCommit(false);
      db.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      db.setReadOnly(true);
      List<Seal> seals = seals(db);
      List<Broken> broken = new ArrayList<>();
      Seal before = Seal.NONE;
      long entries = 0;
      for (Seal seal : seals) {
        if (seal.number() != before.number() + 1) {
          broken.add(
              new Broken(
                  "seals %d to %d".formatted(before.number() + 1, seal.number() - 1),
                  "are missing"));
        }
        entries += compare(db, before, seal, broken);
        before = seal;
      }
      remembered
          .filter(hash -> seals.stream().noneMatch(seal -> hex(seal).equalsIgnoreCase(hash)))
          .ifPresent(hash -> broken.add(new Broken("the seal " + hash, "is missing")));
      db.commit();
      return new SealReport(entries, seals.size(), hex(before), broken);
    }
  }

  private static long compare(Connection db, Seal before, Seal seal, List<Broken> broken)
      throws SQLException {
    SealDigest digest = new SealDigest(before.hash(), seal.number());
    try (PreparedStatement entries =
        db.prepareStatement(
            ENTRY
                + """

                from api.audit
                where (transaction, id) > (?, ?) and (transaction, id) <= (?, ?)
                order by transaction, id
                """)) {
      entries.setFetchSize(1_000);
      entries.setLong(1, before.untilTransaction());
      entries.setObject(2, before.untilId());
      entries.setLong(3, seal.untilTransaction());
      entries.setObject(4, seal.untilId());
      try (ResultSet row = entries.executeQuery()) {
        while (row.next()) {
          digest.add(row);
        }
      }
    }
    long found = digest.entries();
    String name = "seal %d (%s to %s)".formatted(seal.number(), seal.from(), seal.to());
    if (found != seal.entries()) {
      broken.add(
          new Broken(name, "is over %d entries, %d are there".formatted(seal.entries(), found)));
    } else if (!Arrays.equals(digest.end(), seal.hash())) {
      broken.add(
          new Broken(name, "does not fit its %d entries: they were altered".formatted(found)));
    }
    return found;
  }

  private static List<Seal> seals(Connection db) throws SQLException {
    try (PreparedStatement all =
            db.prepareStatement(
                """
                select number, until_transaction, until_id, entries, first_at, last_at, hash
                from api.audit_seal
                order by number
                """);
        ResultSet row = all.executeQuery()) {
      List<Seal> seals = new ArrayList<>();
      while (row.next()) {
        seals.add(sealOf(row));
      }
      return seals;
    }
  }

  private static Seal sealOf(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("number"),
        row.getLong("until_transaction"),
        row.getObject("until_id", UUID.class),
        row.getLong("entries"),
        row.getTimestamp("first_at").toInstant().toString(),
        row.getTimestamp("last_at").toInstant().toString(),
        row.getBytes("hash"));
  }

  private static String hex(Seal seal) {
    return HexFormat.of().formatHex(seal.hash());
  }
}
