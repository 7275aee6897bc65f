package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;
import static dev.qiao.postgres.PostgresException.Reason.DAMAGED;
import static dev.qiao.postgres.PostgresException.Reason.NOT_WRITABLE;
import static dev.qiao.postgres.PostgresException.Reason.TAKEN;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A copy of a data folder, taken while its server works: everything acknowledged before it began is
 * in it. A draft until kept: it has another name, and is deleted when closed.
 *
 * <p>Folder: {@code about} (when, and by which version), {@code passwords} (0600), {@code
 * postgres/} (the cluster), {@code manifest} (the sums of all of these). It is no data folder, so
 * that no server is started on it by mistake.
 */
public final class Backup implements AutoCloseable {
  static final String CLUSTER = "postgres";
  private static final String ABOUT = "about";
  private static final String PASSWORDS = "passwords";

  private final Path draft;
  private final Path target;
  private final Manifest manifest = new Manifest();

  private Backup(Path draft, Path target) {
    this.draft = draft;
    this.target = target;
  }

  /**
   * Takes a draft of what will be the target, which must not exist, beside it.
   *
   * @param at now, for whoever looks at the backup later
   * @throws PostgresException with one line for the person who asked
   */
  public static Backup take(Visit visit, Path wanted, Instant at) {
    Path target = wanted.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new PostgresException(
          TAKEN, "The folder " + target + " exists already: choose another for the backup.");
    }
    try {
      Files.createDirectories(target.getParent());
      Path parent = target.getParent().toRealPath();
      if (parent.startsWith(visit.data())) {
        throw new PostgresException(
            TAKEN, "The backup would lie in the data folder " + visit.data() + ": choose another.");
      }
      Path draft = Files.createTempDirectory(parent, "." + target.getFileName() + ".new-");
      Backup backup = new Backup(draft, parent.resolve(target.getFileName()));
      try {
        backup.fill(visit, at);
        return backup;
      } catch (Throwable failed) {
        backup.close();
        throw failed;
      }
    } catch (IOException failure) {
      throw new PostgresException(
          NOT_WRITABLE, "The backup " + target + " cannot be written: " + why(failure), failure);
    } catch (SQLException failure) {
      throw new PostgresException(
          BROKEN, "The database refuses the backup: " + failure.getMessage(), failure);
    }
  }

  /** Where it is until it is kept. */
  public Path draft() {
    return draft;
  }

  public int files() {
    return manifest.files();
  }

  /** Gives it its name: from now on it is there, whole. */
  public void keep() {
    try {
      Folders.moveInto(draft, target);
    } catch (IOException failure) {
      throw new PostgresException(
          NOT_WRITABLE, "The backup " + target + " cannot be written: " + why(failure), failure);
    }
  }

  /** Deletes what was not kept. */
  @Override
  public void close() {
    try {
      Folders.delete(draft);
    } catch (IOException left) {
      throw new PostgresException(
          NOT_WRITABLE, "The folder " + draft + " is left over: delete it.", left);
    }
  }

  /**
   * Puts a backup into a data folder, once every file has shown to be what it was.
   *
   * @param fresh whether data that is there already is deleted; else it is refused
   * @throws PostgresException with one line for the person who asked
   */
  public static void restore(Path backup, Path data, boolean fresh) {
    try {
      Manifest manifest = Manifest.read(backup);
      DataFolder.checkVersions(backup.resolve(ABOUT), "The backup " + backup);
      try (DataFolder folder = DataFolder.take(data)) {
        if (!fresh) {
          folder.refuseData();
        }
        restore(backup, folder, manifest);
      }
    } catch (IOException failure) {
      throw new PostgresException(
          NOT_WRITABLE, "The backup " + backup + " cannot be restored: " + why(failure), failure);
    }
  }

  private void fill(Visit visit, Instant at) throws IOException, SQLException {
    Copies copies = new Copies();
    manifest.add(
        Path.of(ABOUT),
        copies.text(DataFolder.versions() + "taken=" + at + "\n", draft.resolve(ABOUT)));
    manifest.add(
        Path.of(PASSWORDS), copies.file(visit.data().resolve(PASSWORDS), draft.resolve(PASSWORDS)));
    ClusterCopy copy = new ClusterCopy(visit.cluster(), draft, manifest);
    try (Connection admin = visit.admin();
        Statement statement = admin.createStatement()) {
      keepLog(statement);
      String first = start(statement);
      copy.copyFiles();
      End end = stop(statement);
      copy.write(Path.of("backup_label"), end.label());
      copy.copyLog(first, end.last());
    }
    manifest.write(draft);
    Copies.flushNames(draft);
  }

  /** Else a checkpoint in between could recycle what is still to be copied. Ends with us. */
  private static void keepLog(Statement statement) throws SQLException {
    statement.execute(
        """
        select pg_create_physical_replication_slot('qiao_backup_' || pg_backend_pid(), true, true)
        """);
  }

  /** Returns the name of the first segment of the log that is needed. */
  private static String start(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select pg_walfile_name(pg_backup_start('./qiao backup', fast => true))")) {
      row.next();
      return row.getString(1);
    }
  }

  private static End stop(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            select labelfile, pg_walfile_name(lsn)
            from pg_backup_stop(wait_for_archive => false)
            """)) {
      row.next();
      return new End(row.getString(1), row.getString(2));
    }
  }

  private static void restore(Path backup, DataFolder folder, Manifest manifest)
      throws IOException {
    Path draft = folder.path().resolve("postgres.new");
    Folders.delete(draft);
    try {
      copyChecked(backup, draft, manifest);
      if (!Files.isDirectory(draft.resolve(CLUSTER))) {
        throw new PostgresException(DAMAGED, "The backup " + backup + " holds no database.");
      }
      Copies.flushNames(draft);
      EmbeddedPostgres.deleteCluster(folder);
      // The cluster comes last: a data folder with one has all it needs.
      Folders.moveInto(draft.resolve(PASSWORDS), folder.path().resolve(PASSWORDS));
      Folders.moveInto(draft.resolve(CLUSTER), folder.cluster());
    } finally {
      Folders.delete(draft);
    }
  }

  private static void copyChecked(Path backup, Path target, Manifest manifest) throws IOException {
    Copies copies = new Copies();
    Files.walkFileTree(
        backup,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes unused)
              throws IOException {
            Copies.folder(target.resolve(backup.relativize(each)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes kind) throws IOException {
            Path name = backup.relativize(each);
            if (!name.equals(Path.of(Manifest.FILE))) {
              manifest.check(
                  backup,
                  name,
                  kind.isRegularFile() ? copies.file(each, target.resolve(name)) : "");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    manifest.checkNoneIsMissing(backup);
  }

  private static String why(IOException failure) {
    return failure.getClass().getSimpleName().replace("Exception", "") + " " + failure.getMessage();
  }

  /**
   * @param label tells recovery where to begin
   * @param last the name of the last segment of the log that is needed
   */
  private record End(String label, String last) {}
}
