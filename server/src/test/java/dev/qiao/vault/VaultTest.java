package dev.qiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.api.PlatformClock;
import dev.qiao.database.Migrations;
import dev.qiao.database.StartRefused;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {
  private static final String NAME = "person.name";

  private final PlatformClock clock = new PlatformClock(ZoneId.of("UTC"));
  private final DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
  private final DataSource app = source(address.appUser(), address.appPassword());
  private final UUID ada = UUID.randomUUID();

  @TempDir Path folder;

  @BeforeEach
  void migrate() {
    new Migrations(source(address.ownerUser(), address.ownerPassword())).run();
  }

  @Test
  void opensWhatItSealedAsWhatItWasAndForWhomItWas() {
    Vault vault = opened(RING).vault();
    SubjectKey key = kept(vault, ada, Life.ERASABLE);
    byte[] sealed = key.seal(NAME, "Ada Lovelace");
    assertThat(vault.key(Life.ERASABLE, ada).orElseThrow().open(NAME, sealed))
        .isEqualTo("Ada Lovelace");
    assertThatThrownBy(() -> key.open("person.phone", sealed)).isInstanceOf(VaultException.class);
    SubjectKey other = kept(vault, UUID.randomUUID(), Life.ERASABLE);
    assertThatThrownBy(() -> other.open(NAME, sealed)).isInstanceOf(VaultException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> key.open(NAME, sealed)).isInstanceOf(VaultException.class);
  }

  @Test
  void aDestroyedKeyIsGoneForEveryInstanceAndTheOtherLives() {
    Vault here = opened(RING).vault();
    Vault there = opened(RING).vault();
    kept(here, ada, Life.ERASABLE);
    kept(here, ada, Life.RETAINED);
    assertThat(there.key(Life.ERASABLE, ada)).isPresent();
    here.destroy(Life.ERASABLE, ada);
    assertThat(there.key(Life.ERASABLE, ada)).isEmpty();
    assertThat(there.key(Life.RETAINED, ada)).isPresent();
  }

  @Test
  void aRetainedKeyDiesOnItsDate() {
    Vault vault = opened(RING).vault();
    kept(vault, ada, Life.RETAINED);
    Instant date = clock.instant().plus(Duration.ofDays(3653));
    vault.dieAt(Life.RETAINED, ada, date);
    clock.stand(date.minusSeconds(1));
    assertThat(vault.destroyDue()).isZero();
    assertThat(vault.key(Life.RETAINED, ada)).isPresent();
    clock.stand(date);
    assertThat(vault.destroyDue()).isPositive();
    assertThat(vault.key(Life.RETAINED, ada)).isEmpty();
  }

  @Test
  void aSealOfTheDayOpensUntilItsKeyDies() {
    Seals seals = opened(RING).seals();
    String sealed = seals.seal(Purpose.CODE, "+8613800138000");
    assertThat(sealed).doesNotContain("138");
    assertThat(opened(RING).seals().open(Purpose.CODE, sealed)).hasValue("+8613800138000");
    assertThatThrownBy(() -> seals.open(Purpose.ANSWER, sealed)).isInstanceOf(VaultException.class);
    clock.stand(clock.instant().plus(Duration.ofDays(5)));
    assertThat(seals.open(Purpose.CODE, sealed)).isEmpty();
    opened(RING).vault().destroyDue();
    assertThat(opened(RING).seals().open(Purpose.CODE, sealed)).isEmpty();
  }

  @Test
  void anotherAlgorithmTakesOverWhileTheOldOneStillOpens() {
    Vaults.Opened old = opened(RING);
    byte[] name = kept(old.vault(), ada, Life.ERASABLE).seal(NAME, "Ada");
    String answer = old.seals().seal(Purpose.ANSWER, "{}");

    Vaults.Opened anew = new Vaults(RING, Cipher.Algorithm.XCHACHA20_POLY1305, clock).open(app);
    assertThat(anew.vault().key(Life.ERASABLE, ada).orElseThrow().open(NAME, name))
        .isEqualTo("Ada");
    assertThat(anew.seals().open(Purpose.ANSWER, answer)).hasValue("{}");
    UUID grace = UUID.randomUUID();
    SubjectKey modern = kept(anew.vault(), grace, Life.ERASABLE);
    byte[] sealed = modern.seal(NAME, "Grace");
    clock.stand(clock.instant().plus(Duration.ofDays(1)));
    String next = anew.seals().seal(Purpose.ANSWER, "[]");

    assertThat(sealed).as("a longer nonce").hasSize(24 + 5 + 16);
    assertThat(name).hasSize(12 + 3 + 16);
    assertThat(opened(RING).vault().key(Life.ERASABLE, grace).orElseThrow().open(NAME, sealed))
        .isEqualTo("Grace");
    assertThat(opened(RING).seals().open(Purpose.ANSWER, next)).hasValue("[]");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> modern.open(NAME, sealed)).isInstanceOf(VaultException.class);
  }

  @Test
  void instancesThatStartAtOnceAgreeOnOneKeyOfIndexes() {
    List<byte[]> indexes =
        InParallel.times(8, n -> opened(RING).index().of("phone", "+8613800138000"));
    assertThat(indexes).allSatisfy(index -> assertThat(index).isEqualTo(indexes.getFirst()));
    BlindIndex index = opened(RING).index();
    assertThat(index.of("email", "+8613800138000")).isNotEqualTo(indexes.getFirst());
    assertThat(index.of("phone", "+8613800138001")).isNotEqualTo(indexes.getFirst());
  }

  @Test
  void keysAreExchangedWhileServersWork() throws Exception {
    Path file = folder.resolve("keys");
    KeyCustody custody = new KeyCustody(file);
    custody.create();
    Path old = folder.resolve("old");
    Files.copy(file, old, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Vaults.Opened server = opened(new RingWrapping(new KeyFile(file)));
    byte[] name = kept(server.vault(), ada, Life.ERASABLE).seal(NAME, "Ada");
    String answer = server.seals().seal(Purpose.ANSWER, "{}");
    byte[] index = server.index().of("phone", "1");

    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    Thread reading =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    assertThat(
                            server.vault().key(Life.ERASABLE, ada).orElseThrow().open(NAME, name))
                        .isEqualTo("Ada");
                    kept(server.vault(), UUID.randomUUID(), Life.ERASABLE);
                    reads.incrementAndGet();
                  }
                });
    AtomicBoolean failed = new AtomicBoolean();
    reading.setUncaughtExceptionHandler((thread, why) -> failed.set(true));
    custody.add();
    String current = custody.use();
    assertThat(custody.rewrap(app).by()).isEqualTo(current);
    custody.retire(app);
    int before = reads.get();
    while (reads.get() < before + 3 && !failed.get()) {
      Thread.onSpinWait();
    }
    over.set(true);
    reading.join();
    custody.retire(app);

    assertThat(failed).isFalse();
    assertThat(wrappedByOthers(current)).isZero();
    Vaults.Opened anew = opened(new RingWrapping(new KeyFile(file)));
    assertThat(anew.vault().key(Life.ERASABLE, ada).orElseThrow().open(NAME, name))
        .isEqualTo("Ada");
    assertThat(anew.seals().open(Purpose.ANSWER, answer)).hasValue("{}");
    assertThat(anew.index().of("phone", "1")).isEqualTo(index);
    assertThatThrownBy(() -> opened(new RingWrapping(new KeyFile(old))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(current);
  }

  private long wrappedByOthers(String current) {
    return JdbcClient.create(app)
        .sql(
            """
            select (select count(*) from vault.person_key where wrapped_by <> :current)
              + (select count(*) from vault.platform_key where wrapped_by <> :current)
            """)
        .param("current", current)
        .query(Long.class)
        .single();
  }

  private static final RingWrapping RING = ring();

  private static RingWrapping ring() {
    KeyRing ring = KeyRing.fresh(new SecureRandom());
    return new RingWrapping(() -> ring);
  }

  private Vaults.Opened opened(KeyWrapping wrapping) {
    return new Vaults(wrapping, clock).open(app);
  }

  private static SubjectKey kept(Vault vault, UUID subject, Life life) {
    SubjectKey key = vault.fresh(subject, life);
    vault.keep(key);
    return key;
  }

  private PGSimpleDataSource source(String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
