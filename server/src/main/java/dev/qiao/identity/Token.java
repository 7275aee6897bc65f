package dev.qiao.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * An opaque secret of 256 random bits that opens a session, a sign-up or an invitation. Only its
 * hash is ever stored.
 */
record Token(String text) {
  private static final int BYTES = 32;

  static Token fresh(RandomGenerator random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** SHA-256 of the text: enough, because nobody can guess 256 bits. */
  byte[] hash() {
    return sha256(text);
  }

  /** A second secret that only the holder of this one can know, to be sent with every write. */
  String csrf() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf:" + text));
  }

  @Override
  public String toString() {
    return "Token";
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
