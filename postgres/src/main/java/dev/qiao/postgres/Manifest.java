package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.DAMAGED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a backup with their SHA-256 sums, in the form that {@code sha256sum -c} reads. */
final class Manifest {
  static final String FILE = "manifest";
  private static final int SUM_LENGTH = 64;

  private final Map<String, String> sums = new TreeMap<>();

  /**
   * Reads the one of a backup.
   *
   * @throws PostgresException when the folder has none, or a damaged one
   */
  static Manifest read(Path backup) throws IOException {
    Manifest manifest = new Manifest();
    try {
      for (String line : Files.readAllLines(backup.resolve(FILE))) {
        if (line.length() <= SUM_LENGTH + 2) {
          throw damaged(backup, FILE);
        }
        manifest.sums.put(line.substring(SUM_LENGTH + 2), line.substring(0, SUM_LENGTH));
      }
      return manifest;
    } catch (NoSuchFileException none) {
      throw new PostgresException(
          DAMAGED, "The folder " + backup + " is no backup that ./qiao backup has made.");
    }
  }

  /** Written last: a backup with a manifest is whole. */
  void write(Path backup) throws IOException {
    Folders.writeSecretly(
        backup.resolve(FILE),
        sums.entrySet().stream()
            .map(each -> each.getValue() + "  " + each.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  int files() {
    return sums.size();
  }

  /** Notes a file of the backup, by its name from the backup's folder. */
  void add(Path name, String sum) {
    sums.put(name.toString(), sum);
  }

  /** Ticks a file off; each has to be what it was. */
  void check(Path backup, Path name, String sum) {
    if (!sum.equals(sums.remove(name.toString()))) {
      throw damaged(backup, name.toString());
    }
  }

  /** After all files of the backup were ticked off: none may be missing. */
  void checkNoneIsMissing(Path backup) {
    if (!sums.isEmpty()) {
      throw damaged(backup, sums.keySet().iterator().next());
    }
  }

  private static PostgresException damaged(Path backup, String name) {
    return new PostgresException(
        DAMAGED, "The backup " + backup + " is damaged: " + name + " is not what was backed up.");
  }
}
