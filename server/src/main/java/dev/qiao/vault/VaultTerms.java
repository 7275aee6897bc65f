package dev.qiao.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the vault's own secrets are.
 *
 * @param demo whether a key may be made by ourselves
 * @param data the data folder; the demo's key file and the list of erasures lie beside it
 */
@ConfigurationProperties("qiao")
record VaultTerms(
    @DefaultValue("false") boolean demo, Path data, @DefaultValue VaultTerms.Vault vault) {
  /**
   * What was given.
   *
   * @param key the keys themselves, as in a key file; empty when they are in one
   * @param keyFile where the keys are; empty in a demo that makes its own
   * @param erasures where the list of erasures is kept; empty for beside the data folder
   * @param algorithm by which new keys of people and of days encrypt
   * @param transit the key service that seals the keys, if there is one
   */
  record Vault(
      @DefaultValue("") String key,
      @DefaultValue("") String keyFile,
      @DefaultValue("") String erasures,
      @DefaultValue("aes-256-gcm") Cipher.Algorithm algorithm,
      @DefaultValue TransitTerms transit) {
    @Override
    public String toString() {
      return "Vault[keyFile=" + keyFile + ", erasures=" + erasures + "]";
    }
  }

  Path keyFileInUse() {
    return vault.keyFile().isBlank() ? beside(".key") : Path.of(vault.keyFile());
  }

  Path erasuresInUse() {
    return vault.erasures().isBlank() ? beside(".erasures") : Path.of(vault.erasures());
  }

  private Path beside(String ending) {
    Path folder = data.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ending);
  }
}
