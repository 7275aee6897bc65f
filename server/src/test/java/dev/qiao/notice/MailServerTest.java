package dev.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.qiao.notice.Delivery.Refused;
import dev.qiao.notice.Delivery.Taken;
import dev.qiao.notice.Delivery.Unknown;
import dev.qiao.notice.NoticeTerms.Security;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server, and against ones that misbehave. */
class MailServerTest {
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMessageArrivesInTheLanguageOfItsReader() throws Exception {
    server.start();
    assertThat(mail(Security.NONE, server.getSmtp().getPort(), "", "").deliver(email(Locale.UK)))
        .isEqualTo(new Taken());
    assertThat(mail(Security.NONE, server.getSmtp().getPort(), "", "").deliver(email(Locale.CHINA)))
        .isEqualTo(new Taken());
    MimeMessage english = server.getReceivedMessages()[0];
    assertThat(english.getSubject()).isEqualTo("Qiao code");
    assertThat(english.getFrom()[0]).hasToString("codes@qiao.example");
    assertThat(english.getAllRecipients()[0]).hasToString("ada@people.example");
    assertThat(english.getContent().toString())
        .contains("123456 is your code to sign in to Qiao", "do not read it to a caller");
    assertThat(server.getReceivedMessages()[1].getContent().toString()).contains("123456 是您登录的验证码");
  }

  @Test
  void mailToATelephoneGoesByTheServiceThatTurnsItIntoText() throws Exception {
    server.start();
    MailServer mail = mail(Security.NONE, server.getSmtp().getPort(), "", "{digits}@sms.example");
    assertThat(mail.carries(Medium.PHONE)).isTrue();
    assertThat(mail.deliver(phone())).isEqualTo(new Taken());
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("8613800138000@sms.example");
    assertThat(mail(Security.NONE, 25, "", "").carries(Medium.PHONE)).isFalse();
  }

  @Test
  void signsInWithNameAndPassword() {
    server.setUser("codes@qiao.example", "codes", "right");
    server.start();
    int port = server.getSmtp().getPort();
    assertThat(mail(Security.NONE, port, "right", "").deliver(email(Locale.UK)))
        .isEqualTo(new Taken());
    assertThat(mail(Security.NONE, port, "wrong", "").deliver(email(Locale.UK)))
        .isEqualTo(new Refused("sign_in"));
    assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
        .doesNotContain("right");
  }

  @Test
  void aServerWithoutEncryptionOrWithAForeignCertificateIsToldNothing() {
    server.start();
    assertThat(
            mail(Security.STARTTLS, server.getSmtp().getPort(), "", "").deliver(email(Locale.UK)))
        .isEqualTo(new Refused("unreachable"));
    assertThat(mail(Security.TLS, server.getSmtps().getPort(), "", "").deliver(email(Locale.UK)))
        .isEqualTo(new Refused("unreachable"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    server.start();
    MailServer mail = mail(Security.NONE, server.getSmtp().getPort(), "", "");
    for (String address : new String[] {"", "ada", "a@b.example\r\nBcc: c@d.example", "a b@c.d"}) {
      Message message =
          new Message(
              UUID.randomUUID(),
              Recipient.email(address, "a***", Locale.UK),
              Template.ONE_TIME_CODE,
              Map.of("code", "1"));
      assertThat(mail.deliver(message)).as(address).isEqualTo(new Refused("address"));
    }
    assertThatThrownBy(
            () -> new MailServer(terms(Security.NONE, 25, "", "", "not an address"), "Qiao"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsNotThereOrNeverGreetsHasSentNothing() throws IOException {
    MailServer mail;
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      mail = mail(Security.NONE, silent.getLocalPort(), "", "");
      assertThat(mail.deliver(email(Locale.UK))).isEqualTo(new Refused("unreachable"));
    }
    assertThat(mail.deliver(email(Locale.UK))).isEqualTo(new Refused("unreachable"));
  }

  @Test
  void aServerThatTakesTheTextAndThenFallsSilentMayHaveSentIt() throws IOException {
    assertThat(after("")).isEqualTo(new Unknown("no_answer"));
    assertThat(after("554 no\r\n")).isEqualTo(new Refused("declined"));
    assertThat(after("250 ok\r\n")).isEqualTo(new Taken());
  }

  /** What becomes of a message to a server that says this when it has the text. */
  private static Delivery after(String lastWord) throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> converse(listening, lastWord));
      return mail(Security.NONE, listening.getLocalPort(), "", "").deliver(email(Locale.UK));
    }
  }

  private static void converse(ServerSocket listening, String lastWord) {
    try (Socket client = listening.accept();
        var lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      say(client, "220 here\r\n");
      boolean text = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (text) {
          text = !line.equals(".");
          if (!text) {
            say(client, lastWord);
          }
        } else if (line.startsWith("DATA")) {
          text = true;
          say(client, "354 go on\r\n");
        } else if (line.startsWith("QUIT")) {
          say(client, "221 bye\r\n");
        } else {
          say(client, "250 ok\r\n");
        }
      }
    } catch (IOException gone) {
      // The other side has heard enough.
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private static MailServer mail(
      Security security, int port, String password, String phoneAddress) {
    return new MailServer(
        terms(security, port, password, phoneAddress, "codes@qiao.example"), "Qiao");
  }

  private static NoticeTerms.Smtp terms(
      Security security, int port, String password, String phoneAddress, String from) {
    return new NoticeTerms.Smtp(
        "email",
        "127.0.0.1",
        port,
        security,
        password.isEmpty() ? "" : "codes",
        password,
        from,
        phoneAddress,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2));
  }

  private static Message email(Locale language) {
    return message(Recipient.email("ada@people.example", "a***@people.example", language));
  }

  private static Message phone() {
    return message(Recipient.phone("+8613800138000", "+86 138****8000", Locale.CHINA));
  }

  private static Message message(Recipient to) {
    return new Message(
        UUID.randomUUID(),
        to,
        Template.ONE_TIME_CODE,
        Map.of("code", "123456", "purpose", "sign_in"));
  }
}
