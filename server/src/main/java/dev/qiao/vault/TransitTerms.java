package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a HashiCorp Vault or an OpenBao keeps the key that seals ours.
 *
 * @param url its address, https; empty for none
 * @param mount where its transit engine is
 * @param key the name of the key there
 * @param tokenFile a file that holds the token, read anew for each question: an agent may renew it
 * @param certificate a PEM file of the certificates to trust; empty for those that Java trusts
 */
record TransitTerms(
    @DefaultValue("") String url,
    @DefaultValue("transit") String mount,
    @DefaultValue("qiao") String key,
    @DefaultValue("") String tokenFile,
    @DefaultValue("") String certificate) {
  private static final String NAME = "[A-Za-z0-9_.-]+";

  /** As the launcher's verbs are told. */
  static TransitTerms of(Map<String, String> environment) {
    return new TransitTerms(
        environment.getOrDefault("QIAO_VAULT_TRANSIT_URL", ""),
        environment.getOrDefault("QIAO_VAULT_TRANSIT_MOUNT", "transit"),
        environment.getOrDefault("QIAO_VAULT_TRANSIT_KEY", "qiao"),
        environment.getOrDefault("QIAO_VAULT_TRANSIT_TOKEN_FILE", ""),
        environment.getOrDefault("QIAO_VAULT_TRANSIT_CERTIFICATE", ""));
  }

  /**
   * @throws StartRefused when it is named, but not in a way that keeps a secret
   */
  Optional<KeyService> service() {
    if (url.isBlank()) {
      return Optional.empty();
    }
    if (!url.matches("https://[^/?#@]+/?")) {
      throw new StartRefused(
          "QIAO_VAULT_TRANSIT_URL has to look like https://vault.example:8200: keys pass over TLS"
              + " alone.");
    }
    if (tokenFile.isBlank()) {
      throw new StartRefused("QIAO_VAULT_TRANSIT_TOKEN_FILE is missing: the file of the token.");
    }
    if (!key.matches(NAME) || !mount.matches(NAME + "(/" + NAME + ")*")) {
      throw new StartRefused("QIAO_VAULT_TRANSIT_KEY and QIAO_VAULT_TRANSIT_MOUNT are names.");
    }
    URI base = URI.create(url.replaceFirst("/$", "") + "/v1/" + mount + "/");
    Optional<Path> trusted =
        certificate.isBlank() ? Optional.empty() : Optional.of(Path.of(certificate));
    return Optional.of(new TransitKeys(base, key, Path.of(tokenFile), trusted));
  }
}
