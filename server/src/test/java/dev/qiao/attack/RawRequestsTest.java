package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests as no library sends them: two readers must not find different ends in them. */
class RawRequestsTest extends TownTest {
  /** What a request smuggled inside another would be answered with. */
  private static final String SMUGGLED = "GET /v1/platform HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @LocalServerPort private int here;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Two lengths, and one that is no number.
        "Content-Length: 0\r\nContent-Length: LENGTH",
        "Content-Length: 0, LENGTH",
        "Content-Length: +LENGTH",
        "Content-Length: 0x1",
        "Content-Length: -1",
        // Both ways of saying where a body ends, disguised.
        "Content-Length: 0\r\nTransfer-Encoding: xchunked",
        "Content-Length: 0\r\nTransfer-Encoding: identity, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding : chunked",
        "Content-Length : 0",
        "Transfer-Encoding: \u000bchunked",
        // Folded lines, and lines that are none.
        "X-Folded: a\r\n Content-Length: 0",
        "X-Folded: a\r\n\tTransfer-Encoding: chunked",
        "Content-Length\r\n : 0",
        "Content\u0000-Length: 0",
        "no colon"
      })
  void whatTwoReadersCouldReadDifferentlyIsRefusedAndTheLineClosed(String headers)
      throws Exception {
    String answers = answers(post(headers));
    assertThat(answers).as(headers).startsWith("HTTP/1.1 ");
    assertThat(answers.substring(9, 12)).as("%s: %s", headers, answers).isIn("400", "501");
    assertThat(count(answers)).as("%s: %s", headers, answers).isEqualTo(1);
    assertThat(answers).doesNotContain("currency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: LENGTH",
        "Transfer-Encoding: CHUNKED\r\nContent-Length: 0"
      })
  void chunksWinOverALengthAndNothingIsReadAfterThem(String headers) throws Exception {
    String request = head(headers) + "2\r\n{}\r\n0\r\n\r\n" + SMUGGLED;
    String answers = answers(request.replace("LENGTH", "5"));
    assertThat(count(answers)).as(answers).isEqualTo(1);
    assertThat(answers).containsIgnoringCase("connection: close").doesNotContain("currency");
  }

  @Test
  void twoWholeRequestsAreTwo() throws Exception {
    String answers =
        answers(SMUGGLED + SMUGGLED.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    assertThat(count(answers)).isEqualTo(2);
    assertThat(answers).contains("HTTP/1.1 200");
  }

  @Test
  void nobodyCanSayWhereTheyComeFrom() {
    var shopper = town.shopper("林小满", 0);
    var browser = town.browser("wallet");
    for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
      Answer signedIn =
          browser.send(
              browser
                  .write("/v1/sessions")
                  .header(header, header.equals("Forwarded") ? "for=203.0.113.9" : "203.0.113.9")
                  .header("X-Forwarded-Proto", "https")
                  .POST(
                      java.net.http.HttpRequest.BodyPublishers.ofString(
                          """
                          {"method":"password","login":"%s","password":"%s"}\
                          """
                              .formatted(shopper.phone(), dev.qiao.Town.PASSWORD))));
      assertThat(signedIn.status()).isEqualTo(201);
      assertThat(signedIn.header("Set-Cookie").orElseThrow()).doesNotContain("__Host-");
      assertThat(browser.get("/v1/sessions").body().toString())
          .contains("127.0.0.1")
          .doesNotContain("203.0.113.9");
    }
  }

  private static String head(String headers) {
    return "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nQiao-App: wallet\r\n"
        + "Content-Type: application/json\r\n"
        + headers
        + "\r\n\r\n";
  }

  private static String post(String headers) {
    String request = head(headers) + SMUGGLED;
    return request.replace("LENGTH", String.valueOf(SMUGGLED.length()));
  }

  private static int count(String answers) {
    return answers.split("HTTP/1\\.1 \\d{3}", -1).length - 1;
  }

  /** All that comes until the server closes, or has nothing more to say. */
  private String answers(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", here)) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder text = new StringBuilder();
      byte[] some = new byte[8192];
      try {
        for (int read; (read = socket.getInputStream().read(some)) > 0; ) {
          text.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
        }
      } catch (java.net.SocketTimeoutException nothingMore) {
        text.append("\n(still open)");
      } catch (java.net.SocketException reset) {
        text.append("\n(reset)");
      }
      return text.toString();
    }
  }
}
