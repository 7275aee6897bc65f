package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A file that holds a ring of keys, for its owner's eyes only. */
final class KeyFile implements Supplier<KeyRing> {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Path path;
  private final Optional<KeyService> service;
  private FileTime readAt = FileTime.fromMillis(0);
  private KeyRing ring;

  KeyFile(Path path) {
    this(path, Optional.empty());
  }

  /**
   * @param service what opens its lines, if they are sealed
   */
  KeyFile(Path path, Optional<KeyService> service) {
    this.path = path.toAbsolutePath().normalize();
    this.service = service;
  }

  Optional<KeyService> service() {
    return service;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * The ring, read again when the file has changed.
   *
   * @throws StartRefused when it cannot be used
   */
  @Override
  public synchronized KeyRing get() {
    try {
      FileTime changedAt = Files.getLastModifiedTime(path);
      if (ring == null || !changedAt.equals(readAt)) {
        ring = read();
        readAt = changedAt;
      }
      return ring;
    } catch (IOException | StartRefused unusable) {
      if (ring != null) {
        // Whoever is exchanging the file is not done yet.
        return ring;
      }
      throw unusable instanceof StartRefused refusal
          ? refusal
          : new StartRefused("The key file " + path + " cannot be read.", unusable);
    }
  }

  private KeyRing read() throws IOException {
    if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
      throw new StartRefused("The key file " + path + " may be read by others: chmod 600 it.");
    }
    try {
      return KeyRing.parse(Files.readString(path), service);
    } catch (IllegalArgumentException damaged) {
      throw new StartRefused(
          "The key file " + path + " cannot be used: " + damaged.getMessage() + ".", damaged);
    }
  }

  /** Puts a ring into the file in one step: whoever reads sees the one before or this one. */
  void write(KeyRing wanted) {
    try {
      Files.createDirectories(path.getParent());
      Path draft =
          Files.createTempFile(
              path.getParent(),
              "." + path.getFileName(),
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, wanted.text());
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
