package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ServerTest;
import dev.qiao.api.PlatformTables;
import dev.qiao.database.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CredentialKeyTest {
  private static final String MARK = "credential-key";
  private static final byte[] SECRET = "twenty bytes of test".getBytes(StandardCharsets.US_ASCII);

  @Autowired private PlatformTables platform;
  @Autowired private org.springframework.jdbc.core.simple.JdbcClient db;
  @TempDir private Path folder;
  private String before;

  @BeforeEach
  void forgetTheServersOwn() {
    before = platform.find(MARK).orElseThrow();
    db.sql("delete from api.platform where key = ?").params(MARK).update();
  }

  @AfterEach
  void putItBack() {
    platform.put(MARK, before);
  }

  @Test
  void isMadeBesideTheDataOnceForItsOwnerAlone() throws Exception {
    CredentialKey made = at("data");
    Path file = folder.resolve("data.credential-key");
    assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    UUID party = UUID.randomUUID();

    assertThat(at("data").opened(party, made.sealed(party, SECRET))).isEqualTo(SECRET);
    assertThat(at("data").peppered("258046"))
        .isEqualTo(made.peppered("258046"))
        .isNotEqualTo(made.peppered("258047"));
  }

  @Test
  void aSecretOpensForItsPartyAlone() {
    CredentialKey key = at("data");
    byte[] sealed = key.sealed(UUID.randomUUID(), SECRET);
    assertThatThrownBy(() -> key.opened(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noOtherKeyIsTakenForIt() throws Exception {
    at("data");
    assertThatThrownBy(() -> at("elsewhere"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is missing");
    assertThat(folder.resolve("elsewhere.credential-key")).doesNotExist();

    Files.writeString(
        folder.resolve("data.credential-key"), "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    assertThatThrownBy(() -> at("data"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not the one");
    Files.writeString(folder.resolve("data.credential-key"), "too short");
    assertThatThrownBy(() -> at("data"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("32 bytes");
  }

  private CredentialKey at(String data) {
    return new CredentialKey("", "", folder.resolve(data), platform);
  }
}
