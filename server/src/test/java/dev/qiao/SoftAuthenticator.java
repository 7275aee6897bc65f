package dev.qiao;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator with one passkey (ES256, no attestation), and the browser around it: enough to
 * register, to sign, and to cheat in ways that no real one would.
 */
public final class SoftAuthenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int HAS_KEY = 0x40;

  private final KeyPair key;
  private final byte[] id = new byte[32];
  private String origin;
  private boolean verifies = true;
  private int count;

  /**
   * @param origin the address that the browser says it is at
   */
  public SoftAuthenticator(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.key = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** From now on the browser says that it is somewhere else. */
  public SoftAuthenticator at(String otherOrigin) {
    this.origin = otherOrigin;
    return this;
  }

  /** From now on the authenticator does not ask who holds it. */
  public SoftAuthenticator withoutVerifying() {
    this.verifies = false;
    return this;
  }

  /** As if the authenticator had been copied earlier: its count goes back. */
  public SoftAuthenticator countedBack() {
    this.count = 0;
    return this;
  }

  /** Answers what {@code POST /v1/passkeys/challenges} asked for. */
  public Map<String, Object> register(JsonNode creation, String name) {
    byte[] data =
        joined(
            sha256(creation.path("rp_id").asString().getBytes(StandardCharsets.UTF_8)),
            new byte[] {(byte) (flags() | HAS_KEY)},
            counted(),
            new byte[16],
            new byte[] {0, (byte) id.length},
            id,
            coseKey());
    byte[] attestation =
        joined(
            new byte[] {(byte) 0xA3, 0x63},
            "fmt".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0x64},
            "none".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0x67},
            "attStmt".getBytes(StandardCharsets.US_ASCII),
            new byte[] {(byte) 0xA0, 0x68},
            "authData".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0x58, (byte) data.length},
            data);
    Map<String, Object> answer = new HashMap<>();
    answer.put("challenge_id", creation.path("challenge_id").asString());
    answer.put("credential_id", text(id));
    answer.put("client_data", text(clientData("webauthn.create", creation)));
    answer.put("attestation_object", text(attestation));
    answer.put("transports", List.of("internal"));
    answer.put("name", name);
    return answer;
  }

  /** Signs what a passkey request asked for. */
  public Map<String, Object> sign(JsonNode request) {
    byte[] clientData = clientData("webauthn.get", request);
    byte[] data =
        joined(
            sha256(request.path("rp_id").asString().getBytes(StandardCharsets.UTF_8)),
            new byte[] {(byte) flags()},
            counted());
    Map<String, Object> answer = new HashMap<>();
    answer.put("challenge_id", request.path("challenge_id").asString());
    answer.put("credential_id", text(id));
    answer.put("client_data", text(clientData));
    answer.put("authenticator_data", text(data));
    answer.put("signature", text(signed(joined(data, sha256(clientData)))));
    return answer;
  }

  private int flags() {
    return verifies ? PRESENT | VERIFIED : PRESENT;
  }

  private byte[] counted() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(++count).array();
  }

  private byte[] clientData(String type, JsonNode asked) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, asked.path("challenge").asString(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] signed(byte[] what) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      signature.update(what);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half as RFC 9053 spells it: EC2, ES256, P-256, x, y. */
  private byte[] coseKey() {
    var point = ((ECPublicKey) key.getPublic()).getW();
    return joined(
        new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
        coordinate(point.getAffineX()),
        new byte[] {0x22, 0x58, 0x20},
        coordinate(point.getAffineY()));
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] whole = new byte[32];
    int length = Math.min(bytes.length, whole.length);
    System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
    return whole;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
