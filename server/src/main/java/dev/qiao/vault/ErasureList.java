package dev.qiao.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who was erased, and when: in the database, and in a file beside it that a restore does not take
 * back. It names pseudonyms only, a line each: the time, a space, the id.
 */
@Component
public class ErasureList {
  /** One who was erased. */
  public record Entry(UUID subject, Instant at) {}

  private final ErasureTables tables;
  private final Path file;

  ErasureList(ErasureTables tables, VaultTerms terms) {
    this.tables = tables;
    this.file = terms.erasuresInUse();
  }

  /** Adds to the database's list, in the transaction that erases; {@link #write} comes after it. */
  public void add(UUID subject, Instant at) {
    tables.insert(subject, at);
  }

  /** Those of the file whom the database does not know to be erased. */
  public synchronized List<Entry> missing() {
    Set<UUID> known = new HashSet<>();
    tables.all().forEach(entry -> known.add(entry.subject()));
    return read().stream().filter(entry -> !known.contains(entry.subject())).toList();
  }

  /** Brings the file up to what the database knows; it only ever grows. */
  public synchronized void write() {
    Set<UUID> known = new HashSet<>();
    read().forEach(entry -> known.add(entry.subject()));
    StringBuilder lines = new StringBuilder();
    for (Entry entry : tables.all()) {
      if (!known.contains(entry.subject())) {
        lines.append(entry.at()).append(' ').append(entry.subject()).append('\n');
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          lines,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException failure) {
      throw new UncheckedIOException("The list of erasures cannot be written", failure);
    }
  }

  /** A line that was cut off by a crash is written again by the next {@link #write}. */
  private List<Entry> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] words = line.strip().split(" ");
        if (words.length == 2 && words[1].length() == 36) {
          entries.add(new Entry(UUID.fromString(words[1]), Instant.parse(words[0])));
        }
      }
      return entries;
    } catch (IOException failure) {
      throw new UncheckedIOException("The list of erasures cannot be read", failure);
    }
  }
}
