package dev.qiao.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238): six digits that change every thirty seconds, by
 * HMAC-SHA-1, as every authenticator app makes them.
 */
public final class Totp {
  static final int SECONDS = 30;
  static final int DIGITS = 6;
  static final int SECRET_BYTES = 20;

  private Totp() {}

  /** The code at a moment. */
  public static String code(byte[] secret, Instant at) {
    return code(secret, step(at));
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  static String code(byte[] secret, long step) {
    return code("HmacSHA1", secret, step, DIGITS);
  }

  /** With another hash or length, as the RFC's test vectors have it. */
  static String code(String algorithm, byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      String text = String.format(Locale.ROOT, "%010d", number);
      return text.substring(text.length() - digits);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
