package dev.qiao.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.XChaCha20Poly1305;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Authenticated encryption under one key, which says itself by which algorithm: so that another one
 * may take its place while what the old one encrypted still opens. What is encrypted is bound to a
 * context: put elsewhere, it does not open.
 */
final class Cipher {
  static final int KEY_BYTES = 32;

  /** What a key is for. One that names nothing is for the first. */
  enum Algorithm {
    AES_256_GCM,
    XCHACHA20_POLY1305
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aead aead;

  /**
   * @param key 32 bytes, and before them the number of the algorithm unless it is the first
   */
  Cipher(byte[] key) {
    this.aead =
        switch (key.length) {
          case KEY_BYTES -> of(Algorithm.AES_256_GCM, key);
          case KEY_BYTES + 1 ->
              of(Algorithm.values()[key[0]], Arrays.copyOfRange(key, 1, key.length));
          default -> throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes");
        };
  }

  private static Aead of(Algorithm algorithm, byte[] key) {
    try {
      return switch (algorithm) {
        case AES_256_GCM -> new AesGcmJce(key);
        case XCHACHA20_POLY1305 -> new XChaCha20Poly1305(key);
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  static byte[] freshKey(Algorithm algorithm) {
    byte[] key = freshKey();
    if (algorithm == Algorithm.AES_256_GCM) {
      return key;
    }
    byte[] named = new byte[KEY_BYTES + 1];
    named[0] = (byte) algorithm.ordinal();
    System.arraycopy(key, 0, named, 1, KEY_BYTES);
    return named;
  }

  byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws VaultException when this key did not encrypt it in this context, or it was altered
   */
  byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException altered) {
      throw new VaultException("Something sealed as " + context + " does not open", altered);
    }
  }
}
