package dev.qiao.identity;

import dev.qiao.api.PlatformTables;
import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret that the database does not hold: whoever copies the database can neither guess PINs
 * offline nor read the secrets of authenticators. Keys for each use are derived from it (HKDF). It
 * comes from the environment or a file, which is made at the first start beside the data folder,
 * never in it; a backup does not hold it either.
 */
@Component
class CredentialKey {
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
      PlatformTables platform) {
    byte[] key =
        told.isEmpty()
            ? kept(file.isEmpty() ? besides(data) : Path.of(file), platform.find(MARK).isEmpty())
            : read(told);
    this.pepper = derived(key, "pin", "HmacSHA256");
    this.recovery = derived(key, "recovery code", "HmacSHA256");
    this.sealing = derived(key, "authenticator", "AES");
    String mark = HexFormat.of().formatHex(derived(key, "mark", "HmacSHA256").getEncoded(), 0, 8);
    if (!platform.keep(MARK, mark).equals(mark)) {
      throw new StartRefused(
          "The credential key is not the one that this database's PINs and authenticators need: "
              + "put the right one back (QIAO_CREDENTIAL_KEY_FILE or QIAO_CREDENTIAL_KEY).");
    }
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

  /**
   * @param first whether there is nothing yet that an older key would be needed for
   */
  private static byte[] kept(Path file, boolean first) {
    try {
      if (!Files.exists(file)) {
        if (!first) {
          throw new StartRefused(
              "The credential key of this database is missing: put it back into " + file + ".");
        }
        make(file);
      }
      return read(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new StartRefused("The credential key cannot be kept in " + file, failure);
    }
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap((text(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException another) {
      // Another start was faster: its key counts.
    }
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
