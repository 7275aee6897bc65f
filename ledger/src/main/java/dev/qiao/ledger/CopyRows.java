package dev.qiao.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format: the cheapest way to hand over many. Each row is begun
 * with its number of columns, followed by that many values, null included.
 */
final class CopyRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final long POSTGRES_EPOCH = Micros.of(Instant.parse("2000-01-01T00:00:00Z"));
  private static final int FIRST_CAPACITY = 4096;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);
  private int rows;

  CopyRows() {
    bytes.put(SIGNATURE).putInt(0).putInt(0); // No flags, no extension.
  }

  CopyRows row(int columns) {
    rows++;
    room(2).putShort((short) columns);
    return this;
  }

  CopyRows int8(long value) {
    room(12).putInt(8).putLong(value);
    return this;
  }

  CopyRows int2(int value) {
    room(6).putInt(2).putShort((short) value);
    return this;
  }

  /** Null for zero. */
  CopyRows int8OrNull(long value) {
    return value == 0 ? none() : int8(value);
  }

  CopyRows uuid(UUID value) {
    if (value == null) {
      return none();
    }
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** A timestamptz, from microseconds since 1970. */
  CopyRows time(long micros) {
    return int8(micros - POSTGRES_EPOCH);
  }

  CopyRows text(String value) {
    return value == null ? none() : bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A jsonb, from its text. */
  CopyRows json(String value) {
    if (value == null) {
      return none();
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    room(5 + text.length).putInt(text.length + 1).put((byte) 1).put(text);
    return this;
  }

  CopyRows bytes(byte[] value) {
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  CopyRows none() {
    room(4).putInt(-1);
    return this;
  }

  CopyRows none(int columns) {
    for (int i = 0; i < columns; i++) {
      none();
    }
    return this;
  }

  /**
   * Writes all rows with this {@code copy … from stdin (format binary)}; nothing when there are
   * none.
   */
  void send(Connection connection, String copy) throws SQLException {
    if (rows == 0) {
      return;
    }
    room(2).putShort((short) -1); // The end.
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    in.writeToCopy(bytes.array(), 0, bytes.position());
    in.endCopy();
  }

  private ByteBuffer room(int wanted) {
    if (bytes.remaining() < wanted) {
      int capacity = Math.max(bytes.capacity() * 2, bytes.position() + wanted);
      ByteBuffer larger = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity));
      larger.position(bytes.position());
      bytes = larger;
    }
    return bytes;
  }
}
