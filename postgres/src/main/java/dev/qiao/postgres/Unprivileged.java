package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.NO_UNPRIVILEGED_USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * How this machine runs a program that refuses to be root.
 *
 * @param prefix put before a command; empty when we are not root
 * @param uid who must own the cluster's files
 * @param binaries PostgreSQL's programs, where that user can run them
 */
record Unprivileged(List<String> prefix, int uid, Path binaries) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /**
   * Finds the first way that works: as we are; root, or a user without a name, without its powers
   * in a user namespace of its own; the user who owns the folder around the data; nobody.
   */
  static Unprivileged on(DataFolder folder) throws IOException {
    Path binaries = Binaries.inCache(folder.path().resolve("binaries"));
    int own = Folders.ownUid(folder.path());
    if (own != ROOT && hasName()) {
      return new Unprivileged(List.of(), own, binaries);
    }
    var namespace = new Unprivileged(List.of("unshare", "--user"), own, binaries);
    if (namespace.works(folder)) {
      return namespace;
    }
    if (own != ROOT) {
      throw new PostgresException(
          NO_UNPRIVILEGED_USER,
          "PostgreSQL does not run as user %d, who has no name on this machine: use another, or --database-url."
              .formatted(own));
    }
    for (int uid : List.of(Folders.ownerOf(folder.path().getParent()), NOBODY)) {
      if (uid == ROOT) {
        continue;
      }
      var prefix =
          List.of(
              "setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs");
      for (Path programs : List.of(binaries, Binaries.in(folder.path().resolve("binaries")))) {
        var user = new Unprivileged(prefix, uid, programs);
        // The user must be able to pass through; the files inside guard themselves.
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx--x--x"));
        if (user.works(folder)) {
          return user;
        }
      }
    }
    throw new PostgresException(
        NO_UNPRIVILEGED_USER,
        "PostgreSQL does not run as root, and no other user can reach "
            + folder.path()
            + ": start Qiao as an ordinary user, or use --database-url.");
  }

  /** The whole command line for one of PostgreSQL's programs. */
  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Whether this user, who is not root, can write there and run PostgreSQL. */
  private boolean works(DataFolder folder) throws IOException {
    Path probe = folder.path().resolve("probe");
    Files.createDirectories(probe);
    try {
      Folders.giveTo(uid, probe);
      List<String> command = new ArrayList<>(prefix);
      command.addAll(
          List.of(
              "sh",
              "-c",
              "test \"$(id -u)\" != 0 && : > \"$0/x\" && \"$1\" --version",
              probe.toString(),
              binaries.resolve("bin/postgres").toString()));
      return Command.run(command).succeeded();
    } finally {
      Folders.delete(probe);
    }
  }

  /** PostgreSQL insists on it; a container's user may have none. */
  private static boolean hasName() {
    return Command.run(List.of("id", "-un")).succeeded();
  }
}
