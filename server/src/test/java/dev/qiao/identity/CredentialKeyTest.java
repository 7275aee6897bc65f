package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ServerTest;
import dev.qiao.api.PlatformTables;
import dev.qiao.database.StartRefused;
import dev.qiao.vault.PlatformSecrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class CredentialKeyTest {
  private static final String MARK = "credential-key";
  private static final byte[] SECRET = "twenty bytes of test".getBytes(StandardCharsets.US_ASCII);

  private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @Autowired private PlatformTables platform;
  @Autowired private PlatformSecrets secrets;
  @Autowired private Environment environment;
  @Autowired private org.springframework.jdbc.core.simple.JdbcClient db;
  @TempDir private Path folder;
  private String before;

  @BeforeEach
  void forgetTheServersOwn() {
    before = platform.find(MARK).orElseThrow();
    forget();
    forgetSecret();
  }

  @AfterEach
  void putItBack() {
    forgetSecret();
    platform.put(MARK, before);
    // Under another number, which nothing refers to.
    owner("update vault.platform_key set purpose = 'credential-key' where purpose = 'set aside'");
  }

  private void forget() {
    db.sql("delete from api.platform where key = ?").params(MARK).update();
  }

  private void forgetSecret() {
    if (owner("select 1 from vault.platform_key where purpose = 'set aside'") == 0) {
      owner("update vault.platform_key set purpose = 'set aside' where purpose = 'credential-key'");
    } else {
      owner("delete from vault.platform_key where purpose = 'credential-key'");
    }
  }

  /** What only the owner of the tables may do; says how many rows that concerns. */
  private int owner(String sql) {
    var owner = new org.postgresql.ds.PGSimpleDataSource();
    owner.setUrl(
        "jdbc:"
            + environment
                .getRequiredProperty("qiao.database.owner-url")
                .replaceFirst("^jdbc:", ""));
    var tables = org.springframework.jdbc.core.simple.JdbcClient.create(owner);
    return sql.startsWith("select")
        ? tables.sql(sql).query().listOfRows().size()
        : tables.sql(sql).update();
  }

  @Test
  void liesInTheVaultUnderNoKeyOfItsOwn() throws Exception {
    CredentialKey made = at("data");
    assertThat(folder).isEmptyDirectory();
    UUID party = UUID.randomUUID();

    assertThat(at("data").opened(party, made.sealed(party, SECRET))).isEqualTo(SECRET);
    assertThat(at("elsewhere").peppered("258046"))
        .isEqualTo(made.peppered("258046"))
        .isNotEqualTo(made.peppered("258047"));
    forgetSecret();
    assertThatThrownBy(() -> at("data"))
        .as("never another one in its place")
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void theOneOfAnOlderVersionIsTakenOverOnce() throws Exception {
    Path file = folder.resolve("data.credential-key");
    Files.writeString(file, OLD);
    CredentialKey old = at("data");
    Files.delete(file);
    assertThat(at("data").peppered("258046")).isEqualTo(old.peppered("258046"));

    forgetSecret();
    Files.writeString(file, "NDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    assertThatThrownBy(() -> at("data"))
        .as("another than the marked one")
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not the one");
    Files.writeString(file, "too short");
    assertThatThrownBy(() -> at("data"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("32 bytes");
    assertThat(new CredentialKey(OLD, "", folder.resolve("data"), secrets, platform).peppered("1"))
        .isEqualTo(old.peppered("1"));
  }

  @Test
  void aSecretOpensForItsPartyAlone() {
    CredentialKey key = at("data");
    byte[] sealed = key.sealed(UUID.randomUUID(), SECRET);
    assertThatThrownBy(() -> key.opened(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  private CredentialKey at(String data) {
    return new CredentialKey("", "", folder.resolve(data), secrets, platform);
  }
}
