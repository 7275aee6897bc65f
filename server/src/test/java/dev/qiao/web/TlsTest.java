package dev.qiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoServer;
import dev.qiao.ThrowAwayCertificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is started with a certificate of its own. */
class TlsTest {
  private static final int TRIES = 600;
  private static Path certificates;
  private static Path records;
  private static Process server;
  private static int port;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    certificates = Files.createDirectories(folder.resolve("tls"));
    ThrowAwayCertificate.into(certificates);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder program =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                QiaoServer.class.getName(),
                "--spring.profiles.active=tls",
                "--server.port=" + port,
                "--qiao.data=" + folder.resolve("data"),
                "--qiao.demo=true",
                "--qiao.demo-data=false",
                "--qiao.greeting=true",
                "--logging.file.name=" + folder.resolve("server.json"),
                "--qiao.security.contact=mailto:security@wallet.example"));
    program.environment().put("QIAO_TLS_CERTIFICATE", certificate().toString());
    program.environment().put("QIAO_TLS_KEY", certificates.resolve("key.pem").toString());
    program.environment().put("QIAO_LOG_FORMAT", "ecs");
    program.environment().put("TZ", "Asia/Shanghai");
    records = folder.resolve("server.json");
    Path log = folder.resolve("server.log");
    server = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int i = 0; i < TRIES && !Files.readString(log).contains("Qiao is running"); i++) {
      assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(200);
    }
    assertThat(Files.readString(log)).contains("https://localhost:" + port + "/console/");
  }

  @AfterAll
  static void stop() {
    server.destroy();
    server.onExit().join();
  }

  private static Path certificate() {
    return certificates.resolve("certificate.pem");
  }

  @Test
  void everyAnswerTellsBrowsersToComeByTlsForAYear() throws Exception {
    for (String path : List.of("/", "/console/", "/v1/platform", "/v1/nothing", "/nothing.js")) {
      assertThat(get(path).headers().firstValue("Strict-Transport-Security"))
          .as(path)
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("max-age=31536000", "includeSubDomains"));
    }
  }

  @Test
  void sessionsAreInCookiesThatNoOtherHostCanSetAndNoScriptCanRead() throws Exception {
    HttpResponse<String> refused =
        client()
            .send(
                request("/v1/session")
                    .header("Qiao-App", "wallet")
                    .header("Cookie", "__Host-qiao_wallet=ended")
                    .build(),
                BodyHandlers.ofString());
    assertThat(refused.body()).contains("session_expired");
    assertThat(refused.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-qiao_wallet=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Domain");
    HttpResponse<String> planted =
        client()
            .send(
                request("/v1/session")
                    .header("Qiao-App", "wallet")
                    .header("Cookie", "qiao_wallet=planted")
                    .build(),
                BodyHandlers.ofString());
    assertThat(planted.body()).contains("session_required");
  }

  @Test
  void nothingIsSpokenButTls() throws Exception {
    try (Socket plain = new Socket("localhost", port)) {
      plain
          .getOutputStream()
          .write(
              "GET /v1/platform HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("200", "currency");
    }
    for (String old : List.of("TLSv1.1", "TLSv1")) {
      try (SSLSocket socket =
          (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
        assertThatThrownBy(
                () -> {
                  socket.setEnabledProtocols(new String[] {old});
                  socket.startHandshake();
                })
            .as(old)
            .isInstanceOf(SSLHandshakeException.class);
      }
    }
    try (SSLSocket socket =
        (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void theStrongestSuiteIsTakenWhateverTheClientPrefers() throws Exception {
    assertThat(suite("TLSv1.3", "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"))
        .isEqualTo("TLS_AES_256_GCM_SHA384");
    assertThat(
            suite(
                "TLSv1.2",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"))
        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    for (String weak :
        List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384")) {
      assertThatThrownBy(() -> suite("TLSv1.2", weak))
          .as(weak)
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  /** What is agreed on with a client that offers these, its favourite first. */
  private static String suite(String protocol, String... offered) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setEnabledCipherSuites(offered);
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }

  @Test
  void logsAreRecordsForMachinesWithTheirTimeInUtc() throws Exception {
    List<String> lines = Files.readAllLines(records);
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode entry = JsonMapper.shared().readTree(line);
      Instant at = Instant.parse(entry.path("@timestamp").asString());
      assertThat(at).isBefore(Instant.now()).isAfter(Instant.now().minusSeconds(3_600));
      assertThat(entry.path("@timestamp").asString()).endsWith("Z");
      assertThat(entry.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
      assertThat(entry.at("/log/logger").asString()).isNotEmpty();
      assertThat(entry.at("/service/name").asString()).isEqualTo("qiao");
      assertThat(entry.path("message").asString()).isNotEmpty();
    }
  }

  @Test
  void aRenewedCertificateIsTakenUpWhileItRuns() throws Exception {
    X509Certificate before = served();
    ThrowAwayCertificate.into(certificates);
    X509Certificate renewed = written();
    assertThat(renewed).isNotEqualTo(before);
    for (int i = 0; i < TRIES && !served().equals(renewed); i++) {
      Thread.sleep(200);
    }
    assertThat(served()).isEqualTo(renewed);
    assertThat(get("/v1/platform").statusCode()).isEqualTo(200);
  }

  @Test
  void findersOfWeaknessesAreToldWhomToTell() throws Exception {
    HttpResponse<String> text = get("/.well-known/security.txt");
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(text.body())
        .contains("Contact: mailto:security@wallet.example")
        .contains("Expires: 20");
  }

  @Test
  void aWriteByPlainCookieNameOpensNothing() throws Exception {
    HttpResponse<String> answer =
        client()
            .send(
                request("/v1/me/pin")
                    .header("Qiao-App", "wallet")
                    .header("Cookie", "qiao_wallet=x; __Host-qiao_wallet=y")
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{}"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client().send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
  }

  /** Trusts whatever certificate is in the file now, and no other. */
  private static HttpClient client() throws GeneralSecurityException, IOException {
    return HttpClient.newBuilder().sslContext(trusting(served())).build();
  }

  private static SSLContext trusting() throws GeneralSecurityException, IOException {
    return trusting(served());
  }

  private static SSLContext trusting(X509Certificate one)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("one", one);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static X509Certificate written() throws GeneralSecurityException, IOException {
    try (var file = Files.newInputStream(certificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
  }

  /** The certificate that the server shows, trusted or not. */
  private static X509Certificate served() throws GeneralSecurityException, IOException {
    Seen seen = new Seen();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new javax.net.ssl.TrustManager[] {seen}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private static final class Seen implements javax.net.ssl.X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
