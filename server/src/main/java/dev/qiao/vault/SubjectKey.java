package dev.qiao.vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of somebody's keys, open. Never kept: look it up anew, so that a destroyed one is gone. */
public final class SubjectKey {
  private final UUID subject;
  private final Life life;
  private final byte[] key;
  private final Cipher cipher;

  SubjectKey(UUID subject, Life life, byte[] key) {
    this.subject = subject;
    this.life = life;
    this.key = key;
    this.cipher = new Cipher(key);
  }

  /**
   * Encrypts a text of this subject.
   *
   * @param field what the text is, such as {@code person.name}: it opens as nothing else
   */
  public byte[] seal(String field, String text) {
    return cipher.seal(text.getBytes(StandardCharsets.UTF_8), context(field));
  }

  /** The same for bytes, such as a document's. */
  public byte[] sealBytes(String field, byte[] content) {
    return cipher.seal(content, context(field));
  }

  /**
   * @throws VaultException when they were not sealed by this key as this field
   */
  public byte[] openBytes(String field, byte[] sealed) {
    return cipher.open(sealed, context(field));
  }

  /**
   * @throws VaultException when it was not sealed by this key as this field
   */
  public String open(String field, byte[] sealed) {
    return new String(cipher.open(sealed, context(field)), StandardCharsets.UTF_8);
  }

  /** The same; empty for null. */
  public Optional<String> find(String field, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> open(field, bytes));
  }

  UUID subject() {
    return subject;
  }

  Life life() {
    return life;
  }

  byte[] key() {
    return key;
  }

  private String context(String field) {
    return field + '/' + life.text() + '/' + subject;
  }

  @Override
  public String toString() {
    return life + " key of " + subject;
  }
}
