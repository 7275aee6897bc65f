package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import dev.qiao.vault.KeyTables.PlatformRow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds what is sealed without opening it: equal values have equal indexes (HMAC-SHA-256), and
 * nobody without the key can tell which value an index is of, however few there are.
 */
public final class BlindIndex {
  private static final String PURPOSE = "index";
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  private BlindIndex(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** With the database's own key, which is made when there is none. */
  static BlindIndex of(KeyTables tables, KeyWrapping wrapping, Instant now) {
    String context = Seals.context(PURPOSE);
    PlatformRow row =
        tables
            .find(PURPOSE, null)
            .orElseGet(
                () ->
                    tables.keep(
                        PURPOSE, null, wrapping.wrap(Cipher.freshKey(), context), now, null));
    try {
      return new BlindIndex(wrapping.unwrap(row.wrapped(), context));
    } catch (VaultException other) {
      throw new StartRefused(
          "The database's keys are wrapped by the key "
              + row.wrapped().by()
              + ", which is not among those given: name the right key file (QIAO_VAULT_KEY_FILE).",
          other);
    }
  }

  /**
   * The index of a value.
   *
   * @param field what the value is, such as {@code phone}: each field has indexes of its own
   */
  public byte[] of(String field, String value) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(field.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
