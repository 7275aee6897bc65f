package dev.qiao.notice;

import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Seals messages while they wait in the database, under the key of their day: another instance can
 * send what one that crashed has left, and nobody can read it once that key has died.
 */
@Component
class MessageSeal {
  /** What a message holds; the id with it, so that no row can be put in another's place. */
  private record Content(
      UUID id,
      String medium,
      String address,
      String shown,
      String language,
      String template,
      Map<String, String> parameters) {
    @Override
    public String toString() {
      return template;
    }
  }

  private final Seals seals;
  private final ObjectMapper json;

  MessageSeal(Seals seals, ObjectMapper json) {
    this.seals = seals;
    this.json = json;
  }

  byte[] close(Message message) {
    Recipient to = message.to();
    Content content =
        new Content(
            message.id(),
            to.medium().text(),
            to.address(),
            to.shown(),
            to.language().toLanguageTag(),
            message.template().name(),
            message.parameters());
    return seals
        .seal(Purpose.MESSAGE, json.writeValueAsString(content))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Empty when its key has died.
   *
   * @throws IllegalStateException when it is another message's
   */
  Optional<Message> open(UUID id, byte[] sealed) {
    return seals
        .open(Purpose.MESSAGE, new String(sealed, StandardCharsets.US_ASCII))
        .map(text -> message(id, json.readValue(text, Content.class)));
  }

  private static Message message(UUID id, Content content) {
    if (!id.equals(content.id())) {
      throw new IllegalStateException("A message lies in another's place");
    }
    Recipient to =
        new Recipient(
            Medium.of(content.medium()),
            content.address(),
            content.shown(),
            Locale.forLanguageTag(content.language()));
    return new Message(id, to, Template.valueOf(content.template()), content.parameters());
  }
}
