package dev.qiao.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Seals messages while they wait in the database (AES-256-GCM), under a key that lives and dies
 * with this process: what a crash leaves behind nobody can read, and whoever waits asks for a new
 * code.
 */
@Component
class MessageSeal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private record Content(
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

  private final SecretKey key = newKey();
  private final SecureRandom random = new SecureRandom();
  private final ObjectMapper json;

  MessageSeal(ObjectMapper json) {
    this.json = json;
  }

  byte[] close(Message message) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Recipient to = message.to();
    Content content =
        new Content(
            to.medium().text(),
            to.address(),
            to.shown(),
            to.language().toLanguageTag(),
            message.template().name(),
            message.parameters());
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, nonce, message.id(), json.writeValueAsBytes(content));
    byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
    return whole;
  }

  Message open(UUID id, byte[] whole) {
    byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
    Content content = json.readValue(apply(Cipher.DECRYPT_MODE, nonce, id, sealed), Content.class);
    Recipient to =
        new Recipient(
            Medium.of(content.medium()),
            content.address(),
            content.shown(),
            Locale.forLanguageTag(content.language()));
    return new Message(id, to, Template.valueOf(content.template()), content.parameters());
  }

  /** The id is authenticated with it, so that no row can be put in another's place. */
  private byte[] apply(int mode, byte[] nonce, UUID id, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A message cannot be sealed or opened", impossible);
    }
  }

  private static SecretKey newKey() {
    try {
      KeyGenerator keys = KeyGenerator.getInstance("AES");
      keys.init(256);
      return keys.generateKey();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
