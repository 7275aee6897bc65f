package dev.qiao.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A folder with a pack of the operator's own, made of the shipped one. */
final class PackFolder {
  private PackFolder() {}

  static String of(UnaryOperator<String> changed) {
    try (InputStream shipped = Pack.class.getResourceAsStream("packs/cn-2016-07-01.json")) {
      String pack = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      Path folder = Files.createTempDirectory("qiao-packs-");
      Files.writeString(folder.resolve("own.json"), changed.apply(pack));
      return folder.toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
