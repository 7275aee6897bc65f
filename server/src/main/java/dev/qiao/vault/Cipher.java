package dev.qiao.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * AES-256-GCM under one key. What it encrypts is bound to a context: put elsewhere, it does not
 * open.
 */
final class Cipher {
  static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aead aead;

  Cipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes");
    }
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
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
