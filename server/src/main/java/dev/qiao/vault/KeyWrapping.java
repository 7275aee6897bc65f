package dev.qiao.vault;

/**
 * The key-encryption keys, wherever they are kept: outside of the database. One wraps; older ones
 * still unwrap, until all that they wrapped has been wrapped anew.
 */
interface KeyWrapping {
  /** A key as the database keeps it, and the name of what wrapped it. */
  record Wrapped(String by, byte[] bytes) {
    @Override
    public String toString() {
      return "wrapped by " + by;
    }
  }

  /** The name of the key that wraps now. */
  String current();

  Wrapped wrap(byte[] key, String context);

  /**
   * @throws VaultException when the key that wrapped it is not here, or it was altered
   */
  byte[] unwrap(Wrapped wrapped, String context);
}
