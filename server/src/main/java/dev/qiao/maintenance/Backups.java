package dev.qiao.maintenance;

import dev.qiao.database.Migrations;
import dev.qiao.postgres.Backup;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import dev.qiao.postgres.Visit;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Takes and restores backups. Each ends with an audit of what was made: unread is unproven. */
record Backups(InstantSource clock, Audits audits, PrintStream out) {

  /**
   * Backs a data folder up, whether a server uses it or not; whether the backup has no difference.
   */
  boolean backUp(Path data, Path target) {
    try (Visit visit = Visit.to(data);
        Backup backup = Backup.take(visit, target, clock.instant())) {
      out.printf("Copied %d files; auditing the copy …%n", backup.files());
      boolean clean = audit(backup.draft(), Optional.empty());
      // Kept also when the audit has found something: a backup is what there was.
      backup.keep();
      return clean;
    }
  }

  /** Audits a backup by restoring it for a moment beside itself; whether it has no difference. */
  boolean audit(Path backup, Optional<String> remembered) {
    Path scratch = scratchBeside(backup);
    try {
      return restored(backup, scratch, false, remembered);
    } finally {
      wipe(scratch);
    }
  }

  /**
   * Restores into a data folder; whether it has no difference.
   *
   * @param fresh whether to delete what is in the folder first
   */
  boolean restore(Path backup, Path data, boolean fresh) {
    return restored(backup, data, fresh, Optional.empty());
  }

  /** An older Qiao's backup is brought up to date, as the next start would do. */
  private boolean restored(Path backup, Path data, boolean fresh, Optional<String> remembered) {
    Backup.restore(backup, data, fresh);
    try (Visit visit = Visit.to(data)) {
      new Migrations(owner(visit.address())).run();
      return audits.isClean(visit.address(), remembered);
    }
  }

  private static PGSimpleDataSource owner(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.ownerUser());
    source.setPassword(address.ownerPassword());
    return source;
  }

  /** Beside it there is room for one, if anywhere; but a backup may lie where nobody can write. */
  private static Path scratchBeside(Path backup) {
    Path parent = backup.toAbsolutePath().normalize().getParent();
    try {
      return parent != null && Files.isWritable(parent)
          ? Files.createTempDirectory(parent, ".qiao-audit-")
          : Files.createTempDirectory("qiao-audit-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void wipe(Path scratch) {
    // When we are being stopped this still has to be done, and locks cannot be taken interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      EmbeddedPostgres.wipe(scratch);
      Files.deleteIfExists(scratch);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
