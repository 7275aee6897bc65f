package dev.qiao.vault;

import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transit engine of HashiCorp Vault and OpenBao over its HTTP API: {@code POST
 * /v1/<mount>/encrypt/<key>} and {@code …/decrypt/<key>}. The name of what is sealed goes along as
 * associated data.
 */
final class TransitKeys implements KeyService {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final long ANSWER_BYTES_MAX = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final String key;
  private final Path tokenFile;
  private final HttpClient http;

  TransitKeys(URI base, String key, Path tokenFile, Optional<Path> trusted) {
    this.base = base;
    this.key = key;
    this.tokenFile = tokenFile;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER);
    trusted.map(TransitKeys::trusting).ifPresent(client::sslContext);
    this.http = client.build();
  }

  @Override
  public String seal(String name, byte[] secret) {
    String sealed =
        asked(
            "encrypt",
            Map.of("plaintext", base64(secret), "associated_data", base64(context(name))),
            "ciphertext");
    if (!sealed.matches(SEALED + "v\\d+:[A-Za-z0-9+/=_-]+")) {
      throw refused("answered what it should not");
    }
    return sealed;
  }

  @Override
  public byte[] open(String name, String sealed) {
    String plain =
        asked(
            "decrypt",
            Map.of("ciphertext", sealed, "associated_data", base64(context(name))),
            "plaintext");
    try {
      return Base64.getDecoder().decode(plain);
    } catch (IllegalArgumentException notBase64) {
      throw refused("answered what it should not");
    }
  }

  private String asked(String act, Map<String, String> question, String wanted) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(act + "/" + key))
            .timeout(ANSWER_WITHIN)
            .header("X-Vault-Token", token())
            .header("X-Vault-Request", "true")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
            .build();
    HttpResponse<byte[]> answer = answer(request);
    if (answer.statusCode() != 200) {
      throw refused("refuses to " + act + " (" + answer.statusCode() + ")");
    }
    try {
      return JSON.readTree(answer.body()).at("/data/" + wanted).asString("");
    } catch (JacksonException notJson) {
      throw refused("answered what it should not");
    }
  }

  private HttpResponse<byte[]> answer(HttpRequest request) {
    try {
      return http.send(
          request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    } catch (IOException failure) {
      throw new StartRefused(
          "The key service " + base.getHost() + " does not answer: see QIAO_VAULT_TRANSIT_URL.",
          failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw refused("was not waited for");
    }
  }

  private String token() {
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException failure) {
      throw new StartRefused("The token file " + tokenFile + " cannot be read.", failure);
    }
  }

  private StartRefused refused(String why) {
    return new StartRefused("The key service " + base.getHost() + " " + why + ": see its log.");
  }

  private static SSLContext trusting(Path certificates) {
    try (InputStream file = Files.newInputStream(certificates)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry("trusted " + number++, one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new StartRefused("The certificates " + certificates + " cannot be used.", unusable);
    }
  }

  private static byte[] context(String name) {
    return ("qiao key-encryption key " + name).getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
