package dev.qiao.vault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of people, staff and operators. They are read from the database for each use and kept
 * nowhere else, so that a destroyed one opens nothing on any instance from that moment on.
 */
public final class Vault {
  private final KeyTables tables;
  private final KeyWrapping wrapping;
  private final Cipher.Algorithm algorithm;
  private final InstantSource clock;

  /**
   * @param algorithm of new keys
   */
  Vault(KeyTables tables, KeyWrapping wrapping, Cipher.Algorithm algorithm, InstantSource clock) {
    this.tables = tables;
    this.wrapping = wrapping;
    this.algorithm = algorithm;
    this.clock = clock;
  }

  /** A new key for somebody who has none of this life; worth nothing until it is kept. */
  public SubjectKey fresh(UUID subject, Life life) {
    return new SubjectKey(subject, life, Cipher.freshKey(algorithm));
  }

  /** Keeps a new key, in the transaction that keeps what it sealed. */
  public void keep(SubjectKey key) {
    tables.insert(
        key.subject(),
        key.life(),
        wrapping.wrap(key.key(), context(key.subject(), key.life().text())),
        clock.instant());
  }

  /** Somebody's key; empty when they have none, or it was destroyed. */
  public Optional<SubjectKey> key(Life life, UUID subject) {
    return Optional.ofNullable(keys(life, List.of(subject)).get(subject));
  }

  /** The keys of those who have one. */
  public Map<UUID, SubjectKey> keys(Life life, Collection<UUID> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    return tables.find(life, subjects).stream()
        .map(
            row ->
                new SubjectKey(
                    row.subject(),
                    life,
                    wrapping.unwrap(row.wrapped(), context(row.subject(), row.life()))))
        .collect(Collectors.toMap(SubjectKey::subject, Function.identity()));
  }

  /** Destroys somebody's key: what it sealed is gone, in every copy that has no copy of the key. */
  public void destroy(Life life, UUID subject) {
    tables.destroy(subject, life, clock.instant());
  }

  /** Sets the time from which a key is destroyed. */
  public void dieAt(Life life, UUID subject, Instant at) {
    tables.dieAt(subject, life, at);
  }

  /** Destroys every key whose time has come; says how many there were. */
  public int destroyDue() {
    return tables.destroyDue(clock.instant());
  }

  static String context(UUID subject, String life) {
    return "key of " + subject + '/' + life;
  }
}
