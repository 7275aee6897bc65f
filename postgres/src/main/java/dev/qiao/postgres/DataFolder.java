package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;
import static dev.qiao.postgres.PostgresException.Reason.IN_USE;
import static dev.qiao.postgres.PostgresException.Reason.NEWER;
import static dev.qiao.postgres.PostgresException.Reason.NOT_OURS;
import static dev.qiao.postgres.PostgresException.Reason.NOT_WRITABLE;
import static dev.qiao.postgres.PostgresException.Reason.TAKEN;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/** The folder that keeps one installation's data, held by this program alone until closed. */
final class DataFolder implements AutoCloseable {
  /** Raised when an older Qiao could misread the folder. */
  static final int FORMAT = 1;

  static final int POSTGRES_MAJOR = 18;

  /**
   * Folders held by this JVM. Closing any channel of a file drops the whole process's lock on it,
   * so a folder that is ours already must be refused before its lock file is touched.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates the folder when it is missing, and takes it. */
  static DataFolder take(Path wanted) {
    Path path = created(wanted);
    refuseForeign(path);
    DataFolder folder = locked(path);
    try {
      folder.checkFormat();
      return folder;
    } catch (IOException failure) {
      folder.close();
      throw notWritable(path, failure);
    } catch (RuntimeException refusal) {
      folder.close();
      throw refusal;
    }
  }

  /** Looks at a folder of ours without taking it: others may use it. */
  static Look look(Path path) throws IOException {
    checkVersions(path.resolve("format"), "The data folder " + path);
    return new Look(path, read(path.resolve("passwords")));
  }

  Path path() {
    return path;
  }

  /** Refuses to overwrite what somebody may need. */
  void refuseData() {
    if (Files.exists(cluster())) {
      throw new PostgresException(
          TAKEN,
          "The data folder " + path + " is not empty: choose another with --data, or add --fresh.");
    }
  }

  Path cluster() {
    return path.resolve("postgres");
  }

  /** The passwords of {@code admin}, {@code owner} and {@code app}: made once, then kept. */
  Properties passwords() throws IOException {
    Path file = path.resolve("passwords");
    if (Files.exists(file)) {
      return read(file);
    }
    if (Files.exists(cluster())) {
      throw new PostgresException(
          BROKEN, "The data folder " + path + " has lost its file \"passwords\": restore it.");
    }
    Folders.writeSecretly(
        file,
        "admin=%s%nowner=%s%napp=%s%n".formatted(newPassword(), newPassword(), newPassword()));
    return read(file);
  }

  /** The port used last time, or 0. */
  int rememberedPort() {
    try {
      return Integer.parseInt(Files.readString(path.resolve("port")).strip());
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }

  void rememberPort(int port) throws IOException {
    Files.writeString(path.resolve("port"), port + "\n");
  }

  /** Deletes what is in the folder; the lock goes last, so nobody can take it half deleted. */
  void wipe() throws IOException {
    try (var entries = Files.list(path)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (!entry.endsWith("lock") && !entry.endsWith("format")) {
          Folders.delete(entry);
        }
      }
    }
    Files.deleteIfExists(path.resolve("format"));
    Files.deleteIfExists(path.resolve("lock"));
  }

  @Override
  public void close() {
    synchronized (HELD) {
      HELD.remove(path);
      try {
        channel.close();
      } catch (IOException harmless) {
        // The lock ends with the process at the latest.
      }
    }
  }

  private static Path created(Path wanted) {
    Path absolute = wanted.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        if (absolute.getParent() != null) {
          Files.createDirectories(absolute.getParent());
        }
        Files.createDirectory(
            absolute,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (!Files.isWritable(absolute)) {
        throw notWritable(absolute, null);
      }
      return absolute.toRealPath();
    } catch (IOException failure) {
      throw notWritable(absolute, failure);
    }
  }

  private static void refuseForeign(Path path) {
    if (Files.exists(path.resolve("format"))) {
      return;
    }
    try (var entries = Files.list(path)) {
      if (entries.anyMatch(entry -> !entry.endsWith("lock"))) {
        throw new PostgresException(
            NOT_OURS,
            "The folder "
                + path
                + " is not empty and no Qiao data folder: choose another with --data.");
      }
    } catch (IOException failure) {
      throw notWritable(path, failure);
    }
  }

  private static DataFolder locked(Path path) {
    synchronized (HELD) {
      if (HELD.contains(path)) {
        throw inUse(path, ProcessHandle.current().pid() + "");
      }
      try {
        Path file = path.resolve("lock");
        FileChannel channel =
            FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
          String holder = Files.readString(file).strip();
          channel.close();
          throw inUse(path, holder);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()));
        HELD.add(path);
        return new DataFolder(path, channel);
      } catch (IOException failure) {
        throw notWritable(path, failure);
      }
    }
  }

  private void checkFormat() throws IOException {
    Path file = path.resolve("format");
    if (Files.exists(file)) {
      checkVersions(file, "The data folder " + path);
    } else {
      Folders.writeSecretly(file, versions());
    }
  }

  /** What the file that tells the versions holds. */
  static String versions() {
    return "qiao=%d%npostgresql=%d%n".formatted(FORMAT, POSTGRES_MAJOR);
  }

  /** Refuses what this program could misread; the subject begins the line that says so. */
  static void checkVersions(Path file, String subject) throws IOException {
    Properties format = read(file);
    if (number(format, "qiao") > FORMAT || number(format, "postgresql") > POSTGRES_MAJOR) {
      throw new PostgresException(
          NEWER,
          subject
              + " was written by a newer Qiao: update this one, or choose another with --data.");
    }
    if (number(format, "qiao") < 1 || number(format, "postgresql") < POSTGRES_MAJOR) {
      throw new PostgresException(
          BROKEN, "The file " + file + " is damaged: restore it, or choose another with --data.");
    }
  }

  private static int number(Properties from, String key) {
    try {
      return Integer.parseInt(from.getProperty(key, "0").strip());
    } catch (NumberFormatException damaged) {
      return 0;
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static PostgresException inUse(Path path, String holder) {
    return new PostgresException(
        IN_USE,
        "The data folder "
            + path
            + " is in use by another Qiao"
            + (holder.isEmpty() ? "" : " (process " + holder + ")")
            + ": stop it, or choose another with --data.");
  }

  private static PostgresException notWritable(Path path, IOException cause) {
    return new PostgresException(
        NOT_WRITABLE,
        "The data folder " + path + " cannot be written: choose another with --data.",
        cause);
  }

  /**
   * What a folder tells to whoever may read it.
   *
   * @param passwords of {@code admin}, {@code owner} and {@code app}
   */
  record Look(Path path, Properties passwords) {
    @Override
    public String toString() {
      return path.toString();
    }
  }
}
