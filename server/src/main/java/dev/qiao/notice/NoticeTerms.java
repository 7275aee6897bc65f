package dev.qiao.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels by which messages leave; none by default.
 *
 * @param sms gateways, tried in this order
 * @param smtp a mail server
 */
@ConfigurationProperties("qiao.notice")
record NoticeTerms(@DefaultValue List<Sms> sms, @Nullable Smtp smtp) {
  /**
   * An SMS gateway that is asked by an HTTP POST of JSON.
   *
   * @param name what it is called in the API, logs and figures
   * @param url where to post; https, or a loopback address
   * @param headers of the request; they hold secrets and are never printed
   * @param body the JSON to send; in its texts {phone}, {digits}, {text}, {code}, {purpose},
   *     {language} and {id} are replaced
   * @param acceptedAt a JSON pointer into the answer; empty when the status alone tells
   * @param accepted what stands there when the message was taken
   * @param connectWithin the time to connect
   * @param answerWithin the time for the whole exchange
   */
  record Sms(
      @DefaultValue("sms") String name,
      URI url,
      @DefaultValue Map<String, String> headers,
      String body,
      @DefaultValue("") String acceptedAt,
      @DefaultValue("") String accepted,
      @DefaultValue("PT2S") Duration connectWithin,
      @DefaultValue("PT5S") Duration answerWithin) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** How a connection to the mail server is protected. */
  enum Security {
    STARTTLS,
    TLS,

    /** Only to this machine. */
    NONE
  }

  /**
   * A mail server.
   *
   * @param from the sender's address
   * @param password a secret, never printed
   * @param phoneAddress where mail to a telephone goes, as mail-to-SMS services have it, such as
   *     {@code {digits}@sms.example}; empty when there is no such service
   * @param connectWithin the time to connect
   * @param answerWithin the time for each answer
   */
  record Smtp(
      @DefaultValue("email") String name,
      String host,
      @DefaultValue("587") int port,
      @DefaultValue("STARTTLS") Security security,
      @DefaultValue("") String username,
      @DefaultValue("") String password,
      String from,
      @DefaultValue("") String phoneAddress,
      @DefaultValue("PT2S") Duration connectWithin,
      @DefaultValue("PT5S") Duration answerWithin) {
    @Override
    public String toString() {
      return name;
    }
  }
}
