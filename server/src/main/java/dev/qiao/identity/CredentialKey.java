package dev.qiao.identity;

import dev.qiao.api.PlatformTables;
import dev.qiao.database.StartRefused;
import dev.qiao.vault.PlatformSecrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret without which a copy of the database is worth little: nobody can guess PINs offline by
 * it, nor read the secrets of authenticators. Keys for each use are derived from it (HKDF). It lies
 * in the vault, under the key-encryption key, which the database does not hold. An older version
 * kept it in a file of its own or in the environment: there it is read once more and taken over.
 */
@Component
class CredentialKey {
  private static final Logger log = LoggerFactory.getLogger(CredentialKey.class);
  private static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String MARK = "credential-key";

  private final SecretKey pepper;
  private final SecretKey recovery;
  private final SecretKey sealing;
  private final SecureRandom random = new SecureRandom();

  /** Throws {@link StartRefused} when it is not the key that this database was filled under. */
  CredentialKey(
      @Value("${qiao.credential-key:}") String told,
      @Value("${qiao.credential-key-file:}") String file,
      @Value("${qiao.data:.qiao/data}") Path data,
      PlatformSecrets secrets,
      PlatformTables platform) {
    Path older = file.isEmpty() ? besides(data) : Path.of(file);
    byte[] key =
        secrets.of(
            MARK,
            () ->
                before(told, older)
                    .map(kept -> checked(kept, platform.find(MARK)))
                    .orElseGet(() -> first(older, platform)));
    this.pepper = derived(key, "pin", "HmacSHA256");
    this.recovery = derived(key, "recovery code", "HmacSHA256");
    this.sealing = derived(key, "authenticator", "AES");
    checked(key, Optional.of(platform.keep(MARK, mark(key))));
  }

  /** A PIN as it goes into its slow hash. */
  String peppered(String pin) {
    return text(hmac(pepper, pin.getBytes(StandardCharsets.UTF_8)));
  }

  /** What is kept of a recovery code. */
  byte[] recoveryHash(UUID party, String code) {
    return hmac(recovery, (party + ":" + code).getBytes(StandardCharsets.UTF_8));
  }

  /** Encrypts a party's secret (AES-256-GCM); another party's row cannot use it. */
  byte[] sealed(UUID party, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = crypt(Cipher.ENCRYPT_MODE, party, nonce, secret);
    return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
  }

  /** Throws IllegalStateException when it was not sealed for this party under this key. */
  byte[] opened(UUID party, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return crypt(Cipher.DECRYPT_MODE, party, nonce, text);
  }

  private byte[] crypt(int mode, UUID party, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(RelyingParty.handle(party));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("A sealed secret does not open", broken);
    }
  }

  private static byte[] hmac(SecretKey key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SecretKey derived(byte[] key, String use, String algorithm) {
    try {
      byte[] info = ("qiao " + use + " 1").getBytes(StandardCharsets.UTF_8);
      var parameters = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, BYTES);
      return new SecretKeySpec(KDF.getInstance("HKDF-SHA256").deriveData(parameters), algorithm);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@code .qiao/data} has it in {@code .qiao/data.credential-key}. */
  private static Path besides(Path data) {
    Path folder = data.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ".credential-key");
  }

  private static String mark(byte[] key) {
    return HexFormat.of().formatHex(derived(key, "mark", "HmacSHA256").getEncoded(), 0, 8);
  }

  /** The key, which must not be taken over unless it is the right one. */
  private static byte[] checked(byte[] key, Optional<String> mark) {
    if (mark.isPresent() && !mark.get().equals(mark(key))) {
      throw new StartRefused(
          "The credential key is not the one that this database's PINs and authenticators need: "
              + "put the right one back (QIAO_CREDENTIAL_KEY_FILE or QIAO_CREDENTIAL_KEY), once.");
    }
    return key;
  }

  /** The key as an older version kept it. */
  private static Optional<byte[]> before(String told, Path file) {
    if (!told.isEmpty()) {
      return Optional.of(read(told));
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] key = read(Files.readString(file).strip());
      log.info("The credential key is in the vault now; {} is for older backups only", file);
      return Optional.of(key);
    } catch (IOException failure) {
      throw new StartRefused("The credential key cannot be read from " + file, failure);
    }
  }

  private static byte[] first(Path older, PlatformTables platform) {
    if (platform.find(MARK).isPresent()) {
      throw new StartRefused(
          "The credential key of this database is missing: put it back into " + older + ", once.");
    }
    return PlatformSecrets.fresh();
  }

  private static byte[] read(String text) {
    try {
      byte[] key =
          Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_').replace("=", ""));
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below.
    }
    throw new StartRefused("The credential key has to be 32 bytes in Base64.");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
