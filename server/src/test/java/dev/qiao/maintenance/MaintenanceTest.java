package dev.qiao.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.database.Migrations;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountTerms;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class MaintenanceTest {
  private static final Unit CNY = Unit.of("CNY");
  private static final int THREADS = 4;
  private static final int POSTINGS_BEFORE = 200;

  private final Ids ids = new Ids(InstantSource.system());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void aBackupTakenWhilePostingsRunHoldsAllThatWereAcknowledgedBefore() throws Exception {
    ConcurrentLinkedQueue<PostingId> acknowledged = new ConcurrentLinkedQueue<>();
    List<PostingId> before;
    try (var postgres = started(data());
        var posting = Executors.newFixedThreadPool(THREADS)) {
      Ledger ledger = ledger(postgres.address());
      AtomicBoolean enough = new AtomicBoolean();
      List<Future<?>> posters = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        AccountId wallet = wallet(ledger, "wallet" + i);
        posters.add(
            posting.submit(
                () -> {
                  while (!enough.get()) {
                    acknowledged.add(post(ledger, wallet, 1));
                  }
                }));
      }
      try {
        while (acknowledged.size() < POSTINGS_BEFORE) {
          Thread.sleep(10);
        }
        before = List.copyOf(acknowledged);
        assertThat(run("backup", "--data=" + data(), "--to=" + backup())).as(said()).isZero();
        assertThat(acknowledged.size()).isGreaterThan(before.size());
      } finally {
        enough.set(true);
      }
      for (Future<?> poster : posters) {
        poster.get();
      }
    }
    assertThat(run("restore", "--from=" + backup(), "--data=" + restored())).as(said()).isZero();
    try (var postgres = EmbeddedPostgres.start(restored())) {
      Ledger ledger = ledger(postgres.address());
      assertThat(before)
          .allSatisfy(
              id -> assertThat(ledger.outcome(id)).get().isInstanceOf(PostResult.Posted.class));
      assertThat(lastLine()).isEqualTo(ledger.audit().summary());
    }
  }

  @Test
  void auditsBesideAServerAndAStoppedFolderAndABackup() throws Exception {
    try (var postgres = started(data())) {
      Ledger ledger = ledger(postgres.address());
      post(ledger, wallet(ledger, "alice"), 10_00);
      assertThat(run("audit", "--data=" + data())).as(said()).isZero();
      assertThat(ledger.find("wallet:alice")).isPresent();
    }
    assertThat(lastLine()).isEqualTo("audit: 2 accounts, 1 postings, 0 differences");
    assertThat(run("audit", "--data=" + data())).as(said()).isZero();
    assertThat(lastLine()).isEqualTo("audit: 2 accounts, 1 postings, 0 differences");
    assertThat(run("backup", "--data=" + data(), "--to=" + backup())).as(said()).isZero();
    assertThat(run("audit", "--backup=" + backup())).as(said()).isZero();
    assertThat(lastLine()).isEqualTo("audit: 2 accounts, 1 postings, 0 differences");
    assertThat(Files.list(folder)).containsExactlyInAnyOrder(data(), backup());
  }

  @Test
  void namesTheAccountThatDiffersWhereverItLooks() throws Exception {
    AccountId alice;
    try (var postgres = started(data())) {
      Ledger ledger = ledger(postgres.address());
      alice = wallet(ledger, "alice");
      post(ledger, alice, 10_00);
      asOwner(
          postgres.address(),
          "update ledger.account set posted = posted + 1 where id = " + alice.number());
      assertThat(run("audit", "--data=" + data())).isEqualTo(1);
    }
    String difference =
        "difference: account %d (wallet:alice): posted is 1001, its postings make 1000"
            .formatted(alice.number());
    assertThat(said()).contains(difference);
    assertThat(lastLine()).isEqualTo("audit: 2 accounts, 1 postings, 2 differences");

    assertThat(run("backup", "--data=" + data(), "--to=" + backup())).isEqualTo(1);
    assertThat(said()).contains(difference);
    assertThat(run("audit", "--backup=" + backup())).isEqualTo(1);
    assertThat(said()).contains(difference);
    assertThat(run("restore", "--from=" + backup(), "--data=" + restored())).isEqualTo(1);
    assertThat(said()).contains(difference);
    assertThat(run("audit", "--data=" + restored())).isEqualTo(1);
    assertThat(said()).contains(difference);
  }

  @Test
  void namesTheSealThatNoLongerHolds() throws Exception {
    try (var postgres = started(data())) {
      asOwner(
          postgres.address(),
          "insert into api.audit (id, at, actor_kind, act, object, outcome)"
              + " values (gen_random_uuid(), now(), 'system', 'act', 'thing', 'done')");
      asOwner(
          postgres.address(),
          "insert into api.audit_seal (number, until_transaction, until_id, entries, first_at,"
              + " last_at, hash) select 1, transaction, id, 1, at, at, sha256('other') from api.audit");
      assertThat(run("audit", "--data=" + data())).isEqualTo(1);
      assertThat(said()).contains("difference: audit trail: seal 1 (", "were altered");
      assertThat(lastLine()).isEqualTo("audit: 0 accounts, 0 postings, 1 differences");
      assertThat(run("audit", "--data=" + data(), "--seal=ab")).isEqualTo(1);
      assertThat(said()).contains("difference: audit trail: the seal ab is missing");
      assertThat(lastLine()).endsWith(" 2 differences");
    }
  }

  @Test
  void auditsADatabaseGivenByItsUrl() {
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    String url =
        address.url().substring("jdbc:".length())
            + "?user=qiao_app&password="
            + address.appPassword();
    assertThat(runOn(url, "audit")).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .contains("holds no ledger of this version");
    new Migrations(owner(address)).run();
    assertThat(runOn(url, "audit")).as(said()).isZero();
    assertThat(lastLine()).isEqualTo("audit: 0 accounts, 0 postings, 0 differences");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertThat(run("audit", "--data=" + data())).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("qiao: There is no data in " + data());
    assertThat(run("audit", "--backup=" + backup())).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("is no backup");
    assertThat(run("restore", "--from=" + backup(), "--data=" + data())).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("is no backup");
    assertThat(run("backup", "--data=" + data(), "--to=" + backup())).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("There is no data in");
    assertThat(runOn("mysql://here", "audit")).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("has to look like");
    assertThat(runOn("postgresql://qiao_app:x@127.0.0.1:1/qiao", "audit")).isEqualTo(1);
    assertThat(said()).hasLineCount(1).contains("cannot be reached");
    assertThat(folder).isEmptyDirectory();
  }

  private int run(String... arguments) {
    return runOn("", arguments);
  }

  private int runOn(String url, String... arguments) {
    out.reset();
    errors.reset();
    return new Maintenance(InstantSource.system(), new PrintStream(out), new PrintStream(errors))
        .run(url, arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + errors.toString(StandardCharsets.UTF_8);
  }

  private String lastLine() {
    return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private Path restored() {
    return folder.resolve("restored");
  }

  private static EmbeddedPostgres started(Path data) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
    new Migrations(owner(postgres.address())).run();
    return postgres;
  }

  private static Ledger ledger(DatabaseAddress address) {
    return new Ledger(
        source(address, address.appUser(), address.appPassword()), InstantSource.system());
  }

  private static AccountId wallet(Ledger ledger, String name) {
    return ledger.open(AccountTerms.wallet("wallet:" + name, CNY));
  }

  private PostingId post(Ledger ledger, AccountId to, long minor) {
    AccountId bank = ledger.open(AccountTerms.open("bank:sandbox:CNY", CNY, "bank"));
    PostingId id = new PostingId(ids.next());
    Posting posting = Posting.of(id, "topup", "top_1").leg(bank, to, Money.of(minor, CNY)).build();
    assertThat(ledger.post(posting)).isInstanceOf(PostResult.Posted.class);
    return id;
  }

  private static void asOwner(DatabaseAddress address, String sql) throws SQLException {
    try (var owner =
            DriverManager.getConnection(
                address.url(), address.ownerUser(), address.ownerPassword());
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PGSimpleDataSource owner(DatabaseAddress address) {
    return source(address, address.ownerUser(), address.ownerPassword());
  }

  private static PGSimpleDataSource source(DatabaseAddress address, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
