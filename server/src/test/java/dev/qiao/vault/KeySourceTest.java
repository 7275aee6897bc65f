package dev.qiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.database.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {
  @TempDir Path folder;

  @Test
  void aDemoMakesItsKeyBesideItsDataForItsOwnerAlone() throws Exception {
    KeyWrapping first = KeySource.find(terms(true, "", ""));
    Path file = folder.resolve("data.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeySource.find(terms(true, "", "")).current()).isEqualTo(first.current());
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void whatIsNoDemoIsRefusedWithoutAKeyInOneLine() {
    assertThatThrownBy(() -> KeySource.find(terms(false, "", "")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("./qiao key new FILE")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> KeySource.find(terms(true, "", folder.resolve("none").toString())))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is missing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatOthersMayReadOrThatIsDamagedIsRefused() throws Exception {
    Path file = folder.resolve("keys");
    new KeyCustody(file).create();
    assertThat(KeySource.find(terms(false, "", file.toString())).current()).startsWith("k");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeySource.find(terms(false, "", file.toString())))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "k1 dG9vIHNob3J0\n");
    assertThatThrownBy(() -> KeySource.find(terms(false, "", file.toString())))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("dG9v");
    assertThatThrownBy(() -> new KeyCustody(file).create())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void readsKeysFromTheEnvironment() {
    String text = KeyRing.fresh(new java.security.SecureRandom()).text().replace('\n', ';');
    assertThat(KeySource.find(terms(false, text, "")).current()).startsWith("k");
    assertThatThrownBy(() -> KeySource.find(terms(false, "secret", "")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("QIAO_VAULT_KEY")
        .hasMessageNotContaining("secret");
  }

  private VaultTerms terms(boolean demo, String key, String file) {
    return new VaultTerms(
        demo,
        folder.resolve("data"),
        new VaultTerms.Vault(
            key,
            file,
            "",
            Cipher.Algorithm.AES_256_GCM,
            new TransitTerms("", "transit", "qiao", "", "")));
  }
}
