package dev.qiao.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transit engine's two operations as its API describes them, over TLS: a token is asked for,
 * ciphertext names the version of the key, and the associated data has to be the same again.
 */
final class TransitStub implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpsServer server;
  private final List<Cipher> versions = new ArrayList<>(List.of(new Cipher(Cipher.freshKey())));
  private volatile String token = "s.first";
  private volatile int asked;

  /**
   * @param folder where {@code certificate.pem} and {@code key.pem} are
   */
  TransitStub(Path folder) throws IOException, GeneralSecurityException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(folder)));
    server.createContext("/v1/kms/transit/encrypt/wallet", this::encrypt);
    server.createContext("/v1/kms/transit/decrypt/wallet", this::decrypt);
    server.start();
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  int asked() {
    return asked;
  }

  void expects(String other) {
    token = other;
  }

  /** Adds a version of the key, which encrypts from now on. */
  void rotate() {
    versions.add(new Cipher(Cipher.freshKey()));
  }

  private void encrypt(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        question -> {
          byte[] sealed = versions.getLast().seal(bytes(question, "plaintext"), context(question));
          return "{\"data\":{\"ciphertext\":\"vault:v%d:%s\",\"key_version\":%d}}"
              .formatted(
                  versions.size(), Base64.getEncoder().encodeToString(sealed), versions.size());
        });
  }

  private void decrypt(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        question -> {
          String[] parts = question.path("ciphertext").asString().split(":", 3);
          Cipher version = versions.get(Integer.parseInt(parts[1].substring(1)) - 1);
          byte[] plain = version.open(Base64.getDecoder().decode(parts[2]), context(question));
          return "{\"data\":{\"plaintext\":\"%s\"}}"
              .formatted(Base64.getEncoder().encodeToString(plain));
        });
  }

  private interface Operation {
    String answer(JsonNode question);
  }

  private void answer(HttpExchange exchange, Operation operation) throws IOException {
    asked++;
    int status = 200;
    String text;
    if (!exchange.getRequestMethod().equals("POST")) {
      status = 405;
      text = "{\"errors\":[\"unsupported operation\"]}";
    } else if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
      status = 403;
      text = "{\"errors\":[\"permission denied\"]}";
    } else {
      try {
        text = operation.answer(JSON.readTree(exchange.getRequestBody().readAllBytes()));
      } catch (VaultException unsealable) {
        status = 400;
        text = "{\"errors\":[\"cipher: message authentication failed\"]}";
      }
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] bytes(JsonNode question, String field) {
    return Base64.getDecoder().decode(question.path(field).asString());
  }

  private static String context(JsonNode question) {
    return new String(bytes(question, "associated_data"), StandardCharsets.UTF_8);
  }

  private static SSLContext tls(Path folder) throws IOException, GeneralSecurityException {
    Certificate certificate;
    try (var file = Files.newInputStream(folder.resolve("certificate.pem"))) {
      certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
    String pem = Files.readString(folder.resolve("key.pem")).replaceAll("-----[^-]+-----|\\s", "");
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry("stub", key, new char[0], new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
