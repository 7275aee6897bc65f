package dev.qiao.notice;

import dev.qiao.notice.Delivery.Refused;
import dev.qiao.notice.Delivery.Taken;
import dev.qiao.notice.Delivery.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Any SMS gateway that takes JSON over HTTP: its settings say how it wants to be asked. */
final class HttpGateway implements NoticeChannel {
  private static final long ANSWER_BYTES_MAX = 64 * 1024;

  private final NoticeTerms.Sms terms;
  private final JsonTemplate body;
  private final String platform;
  private final ObjectMapper json;
  private final HttpClient http;

  HttpGateway(NoticeTerms.Sms terms, String platform, ObjectMapper json) {
    this.terms = terms;
    this.body = JsonTemplate.parse(terms.body(), json);
    this.platform = platform;
    this.json = json;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(terms.connectWithin())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return terms.name();
  }

  @Override
  public boolean carries(Medium medium) {
    return medium == Medium.PHONE;
  }

  @Override
  public Delivery deliver(Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(terms.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body.fill(message, platform)));
    terms.headers().forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    try {
      // Not the request's own time limit: that ends with the first line of the answer.
      return verdict(asked.get(terms.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException silent) {
      asked.cancel(true);
      return new Unknown("no_answer");
    } catch (ExecutionException failed) {
      return failure(failed.getCause());
    } catch (InterruptedException stopping) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Unknown("stopped");
    }
  }

  private Delivery verdict(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return isAccepted(answer.body()) ? new Taken() : new Refused("declined");
    }
    // A gateway that broke, or gave up waiting for the one behind it, may have sent the message.
    boolean open = status == 408 || status >= 500 && status != 503;
    return open ? new Unknown("status_" + status) : new Refused("status_" + status);
  }

  private boolean isAccepted(byte[] answer) {
    if (terms.acceptedAt().isEmpty()) {
      return true;
    }
    try {
      return json.readTree(answer).at(terms.acceptedAt()).asString("").equals(terms.accepted());
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private static Delivery failure(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> new Refused("unreachable");
      case ConnectException _ -> new Refused("unreachable");
      case SSLHandshakeException _ -> new Refused("untrusted");
      case IOException _ -> new Unknown("broken_off");
      default -> throw new IllegalStateException("A gateway failed", cause);
    };
  }
}
