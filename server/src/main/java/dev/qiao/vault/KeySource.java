package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Finds the key-encryption keys: in the environment, in a file, or, for a demo, makes a file. Where
 * a key service is named, it opens what it has sealed there.
 */
final class KeySource {
  private KeySource() {}

  /**
   * @throws StartRefused when there is none
   */
  static KeyWrapping find(VaultTerms terms) {
    Optional<KeyService> service = terms.vault().transit().service();
    if (!terms.vault().key().isBlank()) {
      return new RingWrapping(given(terms.vault().key(), service)::ring);
    }
    KeyFile file = new KeyFile(terms.keyFileInUse(), service);
    if (!file.exists() && terms.vault().keyFile().isBlank() && terms.demo()) {
      file.write(KeyRing.fresh(new SecureRandom(), service));
    }
    if (!file.exists()) {
      throw new StartRefused(
          terms.vault().keyFile().isBlank()
              ? "Personal data needs a key: make one by ./qiao key new FILE, and name the file by"
                  + " --key-file or QIAO_VAULT_KEY_FILE."
              : "The key file " + file + " is missing.");
    }
    return new RingWrapping(file);
  }

  private record Given(KeyRing ring) {}

  private static Given given(String text, Optional<KeyService> service) {
    try {
      return new Given(KeyRing.parse(text, service));
    } catch (IllegalArgumentException damaged) {
      throw new StartRefused("QIAO_VAULT_KEY cannot be used: " + damaged.getMessage() + ".");
    }
  }
}
