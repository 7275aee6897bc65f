package dev.qiao.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** Copies that survive a power cut, and that only their owner may read. */
final class Copies {
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int BUFFER_BYTES = 1 << 20;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  static void folder(Path path) throws IOException {
    Files.createDirectory(path, OWN_FOLDER);
  }

  /** Copies a file to where none is; returns the SHA-256 of what was written. */
  String file(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel in = FileChannel.open(from)) {
      Files.createFile(to, OWN_FILE);
      try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
        while (in.read(buffer.clear()) >= 0) {
          digest.update(buffer.flip());
          buffer.rewind();
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        }
        out.force(true);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes a file where none is; returns its SHA-256. */
  String text(String text, Path to) throws IOException {
    Folders.writeSecretly(to, text);
    return HexFormat.of().formatHex(sha256().digest(text.getBytes()));
  }

  /** Makes the names in a folder, and in those below, as durable as the files. */
  static void flushNames(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
        Folders.flush(each);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }
}
