package dev.qiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ThrowAwayCertificate;
import dev.qiao.database.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitKeysTest {
  private static final String CONTEXT = "key of somebody";

  @TempDir Path folder;
  private TransitStub service;
  private Path token;
  private Path keys;

  @BeforeEach
  void open() throws Exception {
    ThrowAwayCertificate.into(folder);
    service = new TransitStub(folder);
    token = Files.writeString(folder.resolve("token"), "s.first\n");
    keys = folder.resolve("keys");
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void theFileHoldsNoKeyThatOpensAnythingWithoutTheService() throws Exception {
    String name = custody().create();
    assertThat(Files.readString(keys)).contains(name + " vault:v1:");
    byte[] secret = Cipher.freshKey();
    KeyWrapping.Wrapped wrapped = wrapping().wrap(secret, CONTEXT);
    assertThat(wrapping().unwrap(wrapped, CONTEXT)).isEqualTo(secret);
    assertThat(Files.readString(keys))
        .doesNotContain(Base64.getEncoder().encodeToString(secret).substring(0, 20));
    assertThatThrownBy(() -> KeySource.find(terms(new TransitTerms("", "", "", "", ""))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("QIAO_VAULT_TRANSIT_URL")
        .hasMessageNotContaining("vault:v1:");
  }

  @Test
  void isAskedWhenTheRingIsReadAndNeverForAKey() {
    custody().create();
    KeyWrapping wrapping = wrapping();
    int before = service.asked();
    for (int n = 0; n < 100; n++) {
      wrapping.unwrap(wrapping.wrap(Cipher.freshKey(), CONTEXT), CONTEXT);
    }
    assertThat(service.asked()).isEqualTo(before);
  }

  @Test
  void aPlainFileIsSealedAndWhatItWrappedStillOpens() throws Exception {
    String name = new KeyCustody(keys).create();
    byte[] secret = Cipher.freshKey();
    KeyWrapping.Wrapped wrapped = new RingWrapping(new KeyFile(keys)).wrap(secret, CONTEXT);
    String plain = Files.readString(keys);

    assertThat(custody().seal()).isEqualTo(1);
    assertThat(Files.readString(keys))
        .contains(name + " vault:v1:")
        .doesNotContain(plain.substring(plain.lastIndexOf(' ') + 1).strip());
    assertThat(wrapping().unwrap(wrapped, CONTEXT)).isEqualTo(secret);
    assertThatThrownBy(() -> new KeyCustody(keys).seal())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("No key service is named");
  }

  @Test
  void bothKindsOfKeysAreExchanged() throws Exception {
    custody().create();
    byte[] secret = Cipher.freshKey();
    KeyWrapping.Wrapped wrapped = wrapping().wrap(secret, CONTEXT);
    service.rotate();
    assertThat(wrapping().unwrap(wrapped, CONTEXT)).as("the older version opens").isEqualTo(secret);
    custody().seal();
    assertThat(Files.readString(keys)).contains(" vault:v2:").doesNotContain("vault:v1:");

    String added = custody().add();
    assertThat(custody().use()).isEqualTo(added);
    assertThat(wrapping().current()).isEqualTo(added);
    assertThat(wrapping().unwrap(wrapped, CONTEXT)).isEqualTo(secret);
  }

  @Test
  void aKeyOpensUnderItsOwnNameAlone() throws Exception {
    String name = custody().create();
    Files.writeString(keys, Files.readString(keys).replace(name + " ", "k00000000 "));
    assertThatThrownBy(this::wrapping)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("refuses to decrypt (400)");
  }

  @Test
  void theTokenIsReadAnewAndARefusedOneIsSaid() throws Exception {
    custody().create();
    service.expects("s.renewed");
    assertThatThrownBy(this::wrapping)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("(403)")
        .hasMessageNotContaining("s.first");
    Files.writeString(token, "s.renewed");
    assertThat(wrapping().current()).startsWith("k");
    Files.delete(token);
    assertThatThrownBy(this::wrapping)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void speaksOverTlsToWhomItTrustsAlone() throws Exception {
    custody().create();
    String url = service.url();
    assertThatThrownBy(() -> KeySource.find(terms(transit(url.replace("https", "http"), folder))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TLS");
    Path others = Files.createDirectory(folder.resolve("others"));
    ThrowAwayCertificate.into(others);
    int before = service.asked();
    for (TransitTerms untrusting :
        new TransitTerms[] {
          transit(url, others), new TransitTerms(url, "kms/transit", "wallet", token.toString(), "")
        }) {
      assertThatThrownBy(() -> KeySource.find(terms(untrusting)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("does not answer");
    }
    assertThat(service.asked()).as("told nothing").isEqualTo(before);
  }

  @Test
  void theLaunchersStepsReadItFromTheEnvironment() throws Exception {
    KeyCustody custody =
        KeyCustody.of(
            keys,
            Map.of(
                "QIAO_VAULT_TRANSIT_URL", service.url(),
                "QIAO_VAULT_TRANSIT_MOUNT", "kms/transit",
                "QIAO_VAULT_TRANSIT_KEY", "wallet",
                "QIAO_VAULT_TRANSIT_TOKEN_FILE", token.toString(),
                "QIAO_VAULT_TRANSIT_CERTIFICATE", folder.resolve("certificate.pem").toString()));
    assertThat(Files.readString(keys(custody.create()))).contains("vault:v1:");
  }

  private Path keys(String name) {
    assertThat(name).startsWith("k");
    return keys;
  }

  private KeyCustody custody() {
    return new KeyCustody(keys, transit(service.url(), folder).service());
  }

  private KeyWrapping wrapping() {
    return KeySource.find(terms(transit(service.url(), folder)));
  }

  private TransitTerms transit(String url, Path trusted) {
    return new TransitTerms(
        url,
        "kms/transit",
        "wallet",
        token.toString(),
        trusted.resolve("certificate.pem").toString());
  }

  private VaultTerms terms(TransitTerms transit) {
    return new VaultTerms(
        false,
        folder.resolve("data"),
        new VaultTerms.Vault("", keys.toString(), "", Cipher.Algorithm.AES_256_GCM, transit));
  }
}
