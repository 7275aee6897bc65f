package dev.qiao.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one seal (SHA-256): over the seal before, its own number, and its entries in order.
 * Each field goes in with its length, so that none can be moved into its neighbour.
 */
final class SealDigest {
  static final byte[] NOTHING_BEFORE = new byte[32];

  private final MessageDigest digest;
  private long entries;
  private Instant first = Instant.EPOCH;
  private Instant last = Instant.EPOCH;

  SealDigest(byte[] before, long number) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    digest.update(before);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /** Adds the entry that a row holds. */
  void add(ResultSet row) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    field(row.getObject("id", UUID.class));
    field(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    field(row.getString("actor_kind"));
    field(row.getObject("actor", UUID.class));
    field(row.getString("act"));
    field(row.getString("object"));
    field(row.getObject("channel", UUID.class));
    field(row.getString("address"));
    field(row.getString("outcome"));
    field(row.getString("reason"));
    first = entries == 0 || at.isBefore(first) ? at : first;
    last = entries == 0 || at.isAfter(last) ? at : last;
    entries++;
  }

  private void field(@Nullable Object value) {
    if (value == null) {
      digest.update((byte) 0);
      return;
    }
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((byte) 1);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  long entries() {
    return entries;
  }

  Timestamp first() {
    return Timestamp.from(first);
  }

  Timestamp last() {
    return Timestamp.from(last);
  }

  /** The hash; nothing can be added after it. */
  byte[] end() {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entries).array());
    return digest.digest();
  }
}
