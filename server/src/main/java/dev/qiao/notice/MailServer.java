package dev.qiao.notice;

import dev.qiao.notice.Delivery.Refused;
import dev.qiao.notice.Delivery.Taken;
import dev.qiao.notice.Delivery.Unknown;
import dev.qiao.notice.NoticeTerms.Security;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mail over SMTP; also to telephones, where a service turns mail into text messages. */
final class MailServer implements NoticeChannel {
  private final NoticeTerms.Smtp terms;
  private final String platform;
  private final InternetAddress from;
  private final Session session;

  /**
   * @throws IllegalArgumentException when an address in the settings is none
   */
  MailServer(NoticeTerms.Smtp terms, String platform) {
    this.terms = terms;
    this.platform = platform;
    this.session = Session.getInstance(properties(terms));
    try {
      this.from = address(terms.from());
      if (carries(Medium.PHONE)) {
        address(phoneAddress("+10"));
      }
    } catch (AddressException wrong) {
      throw new IllegalArgumentException("an address in it is none", wrong);
    }
  }

  @Override
  public String name() {
    return terms.name();
  }

  @Override
  public boolean carries(Medium medium) {
    return switch (medium) {
      case EMAIL -> true;
      case PHONE -> !terms.phoneAddress().isEmpty();
    };
  }

  @Override
  public Delivery deliver(Message message) {
    MimeMessage mail;
    try {
      mail = compose(message);
    } catch (MessagingException noAddress) {
      return new Refused("address");
    }
    try (Transport transport = session.getTransport("smtp")) {
      Delivery refused = connect(transport);
      return refused == null ? send(transport, mail) : refused;
    } catch (MessagingException closing) {
      // It only says good-bye badly; but nothing more is known.
      return new Unknown("broken_off");
    }
  }

  /** Null when it has worked. Nothing has been sent so far, whatever goes wrong. */
  private @Nullable Delivery connect(Transport transport) {
    try {
      transport.connect(
          terms.host(), terms.port(), emptyAsNull(terms.username()), emptyAsNull(terms.password()));
      return null;
    } catch (AuthenticationFailedException refused) {
      return new Refused("sign_in");
    } catch (MessagingException unreachable) {
      return new Refused("unreachable");
    }
  }

  private static Delivery send(Transport transport, MimeMessage mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Taken();
    } catch (SendFailedException refused) {
      return new Refused("declined");
    } catch (MessagingException open) {
      return new Unknown("no_answer");
    }
  }

  private MimeMessage compose(Message message) throws MessagingException {
    Wording wording = Wording.of(message, platform);
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(from);
    mail.setRecipients(RecipientType.TO, new Address[] {address(address(message.to()))});
    mail.setSubject(wording.subject(), StandardCharsets.UTF_8.name());
    mail.setText(wording.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  private String address(Recipient to) {
    return switch (to.medium()) {
      case EMAIL -> to.address();
      case PHONE -> phoneAddress(to.address());
    };
  }

  private String phoneAddress(String phone) {
    return terms.phoneAddress().replace("{digits}", phone.replaceAll("\\D", ""));
  }

  private static InternetAddress address(String text) throws AddressException {
    InternetAddress address = new InternetAddress(text, true);
    address.validate();
    return address;
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Properties properties(NoticeTerms.Smtp terms) {
    Properties smtp = new Properties();
    String answer = String.valueOf(terms.answerWithin().toMillis());
    smtp.put("mail.smtp.connectiontimeout", String.valueOf(terms.connectWithin().toMillis()));
    smtp.put("mail.smtp.timeout", answer);
    smtp.put("mail.smtp.writetimeout", answer);
    smtp.put("mail.smtp.auth", String.valueOf(!terms.username().isEmpty()));
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    smtp.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    smtp.put("mail.smtp.ssl.enable", String.valueOf(terms.security() == Security.TLS));
    smtp.put("mail.smtp.starttls.enable", String.valueOf(terms.security() == Security.STARTTLS));
    smtp.put("mail.smtp.starttls.required", String.valueOf(terms.security() == Security.STARTTLS));
    return smtp;
  }
}
