package dev.qiao.vault;

/** Something sealed cannot be opened: its key is not here, or it is not what was sealed. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VaultException(String message) {
    super(message);
  }

  VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
