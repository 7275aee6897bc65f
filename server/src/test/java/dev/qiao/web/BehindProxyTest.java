package dev.qiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A server that trusts the proxy on this machine, and gives each app a host of its own. */
@TestPropertySource(
    properties = {
      "qiao.trusted-proxies=127.0.0.1, ::1",
      "qiao.hosts=wallet=localhost,merchant=shop.pay.example,console=ops.pay.example"
    })
class BehindProxyTest extends TownTest {
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 203.0.113.9",
        "198.51.100.1, 203.0.113.9 | 203.0.113.9",
        "127.0.0.1, 203.0.113.9, 127.0.0.1 | 203.0.113.9",
        "10.0.0.1, 192.168.1.1 | 192.168.1.1"
      })
  void theLastAddressThatTheProxyDidNotMakeUpIsTheCallers(String forwarded, String caller) {
    var shopper = town.shopper("林小满", 0);
    TestBrowser browser = town.browser("wallet");
    Answer signedIn =
        browser.send(
            browser
                .write("/v1/sessions")
                .header("X-Forwarded-For", forwarded)
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"method":"password","login":"%s","password":"%s"}\
                        """
                            .formatted(shopper.phone(), Town.PASSWORD))));
    assertThat(signedIn.status()).isEqualTo(201);
    assertThat(browser.get("/v1/sessions").body().toString())
        .contains("\"" + caller + "\"")
        .doesNotContain("198.51.100.1", "10.0.0.1");
  }

  @Test
  void whatTheProxySaysOfTlsCounts() {
    TestBrowser browser = town.browser("wallet");
    Answer ended =
        browser.send(
            browser
                .request("/v1/session")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", "__Host-qiao_wallet=" + UUID.randomUUID())
                .GET());
    assertThat(ended.code()).isEqualTo("session_expired");
    assertThat(ended.header("Set-Cookie").orElseThrow()).contains("__Host-qiao_wallet=", "Secure");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, /, wallet, 200",
    "localhost, /v1/platform, wallet, 200",
    "localhost, /console/, wallet, 404",
    "localhost, /merchant/, wallet, 404",
    "localhost, /v1/session, console, 404",
    "localhost, /v1/session, wallet, 401",
    "localhost, /v1/events?app=console, , 404",
    "shop.pay.example, /, merchant, 302",
    "shop.pay.example, /merchant/, merchant, 200",
    "shop.pay.example, /pay, merchant, 404",
    "shop.pay.example, /assets/x.js, merchant, 404",
    "shop.pay.example, /v1/session, wallet, 404",
    "shop.pay.example, /v1/session, merchant, 401",
    "SHOP.pay.example, /v1/session, merchant, 401",
    "ops.pay.example, /console/, console, 200",
    "ops.pay.example, /consolefoo/, console, 404",
    "ops.pay.example, /v1/session, console, 401",
    "ops.pay.example, /v1/platform, , 200",
    "ops.pay.example, /actuator/health, , 200",
    "evil.example, /, wallet, 404",
    "evil.example, /v1/platform, wallet, 404",
    "127.0.0.1, /actuator/health, , 200"
  })
  void anAppIsServedAtItsOwnHostAlone(String host, String path, String app, int status)
      throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
            .formatted(path, host, app == null ? "" : "Qiao-App: " + app + "\r\n");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      if (status == 302) {
        assertThat(answer).contains("Location: /merchant/");
      }
    }
  }
}
