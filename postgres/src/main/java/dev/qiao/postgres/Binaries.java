package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.NO_BINARIES;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per machine and version. */
final class Binaries {
  /** The folder with {@code bin/}, in the user's cache or, where that is not possible, inside. */
  static Path inCache(Path fallback) throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    Path root = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
    try {
      return in(root.resolve("qiao").resolve("postgres"));
    } catch (IOException notWritable) {
      return in(fallback);
    }
  }

  /** The folder with {@code bin/} somewhere below the given one; unpacked there when missing. */
  static Path in(Path root) throws IOException {
    String resource = resource();
    Path target = root.resolve(version() + resource.replaceAll("^postgres|\\.txz$", ""));
    if (Files.exists(target.resolve("bin/postgres"))) {
      return target;
    }
    Files.createDirectories(root);
    Path draft = Files.createTempDirectory(root, "unpacking-");
    try {
      unpack(resource, draft);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
      // Another start was faster: its copy is as good.
    } finally {
      Folders.delete(draft);
    }
    return target;
  }

  private static void unpack(String resource, Path into) throws IOException {
    try (InputStream packed = Binaries.class.getResourceAsStream("/" + resource)) {
      if (packed == null) {
        throw new PostgresException(
            NO_BINARIES,
            "This build has no PostgreSQL for %s on %s: build it here, or use --database-url."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      var tar = new TarArchiveInputStream(new XZInputStream(packed));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("An entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          boolean runs = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-" + machine + ".txz";
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private Binaries() {}
}
