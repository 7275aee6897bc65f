package dev.qiao.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** What the file library lacks for whole folders; links are never followed. */
final class Folders {
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives the folder and all in it to a user, where it is not theirs already. */
  static void giveTo(int uid, Path folder) throws IOException {
    if (uid == ownerOf(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  static int ownerOf(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  /** Java does not tell who we are, but new files belong to us. */
  static int ownUid(Path inFolder) throws IOException {
    Path probe = Files.createTempFile(inFolder, "probe", "");
    try {
      return ownerOf(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** Writes a file that only its owner may read, whole or not at all. */
  static void writeSecretly(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(text.getBytes()));
      channel.force(true);
    }
    moveInto(draft, file);
  }

  /** Renames, and makes the new name survive a power cut. */
  static void moveInto(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    flush(to.getParent());
  }

  /** Makes the names in a folder survive a power cut. */
  static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Folders() {}
}
