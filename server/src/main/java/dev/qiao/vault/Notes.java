package dev.qiao.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What people write to each other: sealed under its writer's erasable key, found by its words. Both
 * sides read it as long as that key lives; it is gone for both when the writer is erased.
 */
public final class Notes {
  private final Vault vault;
  private final BlindIndex index;
  private final String field;

  /** A note as the database keeps it. */
  public record Sealed(byte[] text, byte[][] words) {}

  /** Something read whose note is not open yet; {@code note} is null where there is none. */
  public record Row<T>(T thing, UUID writer, byte @Nullable [] note) {}

  /**
   * @param field what they belong to, such as {@code transfer.note}
   */
  public Notes(Vault vault, BlindIndex index, String field) {
    this.vault = vault;
    this.index = index;
    this.field = field;
  }

  /** Empty when the writer's key is destroyed. */
  public Optional<Sealed> seal(UUID writer, String note) {
    return vault
        .key(Life.ERASABLE, writer)
        .map(key -> new Sealed(key.seal(field, note), indexes(Words.of(note))));
  }

  /** What was read, with the notes whose writers' keys live. */
  public <T> List<T> open(List<Row<T>> rows, BiFunction<T, Optional<String>, T> withNote) {
    Map<UUID, SubjectKey> keys =
        vault.keys(
            Life.ERASABLE,
            rows.stream().filter(row -> row.note() != null).map(Row::writer).distinct().toList());
    return rows.stream()
        .map(
            row ->
                withNote.apply(
                    row.thing(),
                    Optional.ofNullable(keys.get(row.writer()))
                        .flatMap(key -> key.find(field, row.note()))))
        .toList();
  }

  /**
   * The indexes that a note has to have all of to be found by a text; empty when it has no word.
   */
  public Optional<byte[][]> wanted(String text) {
    return Optional.of(indexes(Words.wanted(text))).filter(words -> words.length > 0);
  }

  private byte[][] indexes(Set<String> words) {
    return words.stream().map(word -> index.of(field + ".word", word)).toArray(byte[][]::new);
  }
}
