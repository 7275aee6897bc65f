package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/**
 * Copies a cluster's files while its server works. They are torn and of different moments; the log
 * from the backup's start to its end, replayed, makes them one.
 */
final class ClusterCopy {
  private static final Path CONTROL = Path.of("global/pg_control");
  private static final Path LOG = Path.of("pg_wal");
  private static final int CONTROL_TRIES_MAX = 100;

  /** What belongs to the running server alone; the folders themselves are needed, empty. */
  private static final Set<Path> EMPTIED =
      Set.of(
          LOG,
          Path.of("log"),
          Path.of("pg_dynshmem"),
          Path.of("pg_notify"),
          Path.of("pg_replslot"),
          Path.of("pg_serial"),
          Path.of("pg_snapshots"),
          Path.of("pg_stat_tmp"),
          Path.of("pg_subtrans"));

  /** Written by a start, or by {@link Backup} itself. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "start.log",
          "backup_label",
          "tablespace_map",
          "pg_internal.init");

  private final Copies copies = new Copies();
  private final Path cluster;
  private final Path backup;
  private final Path target;
  private final Manifest manifest;

  ClusterCopy(Path cluster, Path backup, Manifest manifest) {
    this.cluster = cluster;
    this.backup = backup;
    this.target = backup.resolve(Backup.CLUSTER);
    this.manifest = manifest;
  }

  /** All but the log. The control file comes last, so that it is not older than the rest. */
  void copyFiles() throws IOException {
    Files.walkFileTree(
        cluster,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused)
              throws IOException {
            Path name = cluster.relativize(folder);
            if (folder.endsWith("pgsql_tmp")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Copies.folder(target.resolve(name));
            return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes kind) throws IOException {
            Path name = cluster.relativize(file);
            if (!kind.isRegularFile()) {
              throw new PostgresException(
                  BROKEN,
                  file + " leads out of the data folder: back it up with PostgreSQL's own tools.");
            }
            if (!LEFT_OUT.contains(file.getFileName().toString()) && !name.equals(CONTROL)) {
              copyIfStillThere(name);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // Dropped meanwhile: the log says so too.
            }
            throw failure;
          }
        });
    Copies.folder(target.resolve(LOG).resolve("archive_status"));
    copyControl();
  }

  /** The log's segments between two names, both included. */
  void copyLog(String first, String last) throws IOException {
    try (var segments = Files.newDirectoryStream(cluster.resolve(LOG))) {
      for (Path segment : segments) {
        String name = segment.getFileName().toString();
        boolean needed = name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
        if (name.matches("[0-9A-F]{24}") && needed || name.endsWith(".history")) {
          copy(LOG.resolve(name));
        }
      }
    }
  }

  void write(Path name, String text) throws IOException {
    note(name, copies.text(text, target.resolve(name)));
  }

  /** The server rewrites it in place; two reads that agree are of no moment between. */
  private void copyControl() throws IOException {
    Path copied = target.resolve(CONTROL);
    for (int tries = 0; tries < CONTROL_TRIES_MAX; tries++) {
      Files.deleteIfExists(copied);
      String sum = copies.file(cluster.resolve(CONTROL), copied);
      if (Arrays.equals(Files.readAllBytes(cluster.resolve(CONTROL)), Files.readAllBytes(copied))) {
        note(CONTROL, sum);
        return;
      }
    }
    throw new IOException("The control file does not hold still");
  }

  private void copyIfStillThere(Path name) throws IOException {
    try {
      copy(name);
    } catch (NoSuchFileException dropped) {
      // The log says so too.
    }
  }

  private void copy(Path name) throws IOException {
    note(name, copies.file(cluster.resolve(name), target.resolve(name)));
  }

  private void note(Path name, String sum) {
    manifest.add(backup.relativize(target.resolve(name)), sum);
  }
}
