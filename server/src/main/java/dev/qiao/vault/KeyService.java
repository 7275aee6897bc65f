package dev.qiao.vault;

/**
 * A service that seals and opens key-encryption keys with a key of its own, which never leaves it.
 * Asked at the start and when the ring changes, never for a request.
 */
interface KeyService {
  /** How everything that it sealed begins. */
  String SEALED = "vault:";

  /**
   * @param name the key's: it opens under no other
   * @throws dev.qiao.database.StartRefused when the service does not
   */
  String seal(String name, byte[] key);

  /**
   * @throws dev.qiao.database.StartRefused when the service does not, or it was sealed as another
   */
  byte[] open(String name, String sealed);
}
