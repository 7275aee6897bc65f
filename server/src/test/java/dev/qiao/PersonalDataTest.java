package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TestBrowser.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After people, shops and operators have done what they do, their names, numbers and addresses
 * stand nowhere in the database and the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest extends TownTest {
  private static final String PAYER = "欧阳澹雅";
  private static final String PAYEE = "Zephyrine Quillfeather";
  private static final String NOTE = "老屋的钥匙 for Peregrine";
  private static final String PAYMENT_NOTE = "给墨韵姑姑 Quincunx";
  private static final String SHOP_NOTE = "寿宴 Zinnober";
  private static final String PASSKEY = "Wobbegong 的旧怀表";
  private static final String OWNER = "尉迟砚秋";
  private static final String OPERATOR = "Thaddeus Wobblethorpe";
  private static final String PAYER_PHONE = "+8613977716253";
  private static final String PAYEE_PHONE = "+447911555731";

  private static final List<String> SECRETS =
      List.of(
          PAYER,
          "澹雅",
          "*澹雅",
          "Zephyrine",
          "Quillfeather",
          "尉迟",
          "砚秋",
          "Thaddeus",
          "Wobblethorpe",
          "13977716253",
          "139****6253",
          "7911555731",
          "+44****5731",
          "yanqiu@teahouse.example",
          "zephyrine.q@inbox.example",
          "z***@inbox.example",
          "老屋",
          "Peregrine",
          "墨韵",
          "Quincunx",
          "寿宴",
          "Zinnober",
          "Wobbegong",
          "旧怀表");

  @Test
  void standsNowhereInTheClear(CapturedOutput output) {
    TestBrowser payer = town.browser("wallet");
    assertThat(payer.signUp(PAYER_PHONE, PAYER).status()).isEqualTo(201);
    assertThat(payer.put("/v1/me/pin", Map.of("pin", Town.PIN)).status()).isEqualTo(200);
    TestBrowser payee = town.browser("wallet");
    assertThat(payee.signUp(PAYEE_PHONE, PAYEE).status()).isEqualTo(201);
    addEmail(payer);
    applyForWallet();
    moveMoney(payer);
    shopAndOperator(payer);
    lookAround(payer);
    bothSidesReadTheNotes(payer, payee);

    Dump dump = Dump.of(town.the(Environment.class));
    assertThat(dump.size()).isGreaterThan(30);
    assertThat(dump.tables())
        .contains("api.audit", "identity.person", "ledger.account", "notice.sandbox_message");
    for (String secret : SECRETS) {
      assertThat(dump.with(secret)).as("in the database: %s", secret).isEmpty();
      assertThat(output.getAll()).as("in the log").doesNotContain(secret);
    }
    assertThat(dump.with("127.0.0.1")).isEmpty();
    // The same search finds what does stand there.
    assertThat(dump.with("person.create")).isNotEmpty();
  }

  private void addEmail(TestBrowser payer) {
    String email = "zephyrine.q@inbox.example";
    payer.post("/v1/session/proof", Map.of("method", "pin", "secret", Town.PIN));
    Answer sent =
        payer.post("/v1/one-time-codes", Map.of("email", email, "purpose", "add_contact"));
    Answer added =
        payer.post(
            "/v1/me/emails",
            Map.of("code_id", sent.text("code_id"), "code", payer.lastCode(email)));
    assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
  }

  /** Also who asks for somebody's wallet leaves no name behind. */
  private void applyForWallet() {
    assertThat(
            town.browser("wallet")
                .post("/v1/recoveries", Map.of("wallet", PAYEE_PHONE, "name", PAYEE))
                .status())
        .isEqualTo(201);
  }

  private void moveMoney(TestBrowser payer) {
    String account = payer.get("/v1/linked-accounts").body().at("/items/0/id").asString();
    assertThat(
            payer
                .post(
                    "/v1/top-ups",
                    UUID.randomUUID(),
                    Map.of("linked_account_id", account, "amount", Town.cny(50_00)))
                .status())
        .isEqualTo(201);
    try (EventsSeen events = payer.listen(Optional.of("0-0"))) {
      events.until(seen -> seen.type().equals("top_up.succeeded"));
    }
    Answer found = payer.post("/v1/payees", Map.of("phone", PAYEE_PHONE));
    assertThat(found.text("name")).isEqualTo("*Zephyrine");
    Answer begun =
        payer.post(
            "/v1/transfers",
            UUID.randomUUID(),
            Map.of("payee_id", found.text("payee_id"), "amount", Town.cny(5_00), "note", NOTE));
    assertThat(begun.status()).isEqualTo(201);
    payer.post(
        "/v1/transfers/" + begun.text("id") + "/confirm",
        UUID.randomUUID(),
        Map.of("pin", "135790", "amount", Town.cny(5_00)));
    confirm(payer, "/v1/transfers/" + begun.text("id"), 5_00);
  }

  private void shopAndOperator(TestBrowser payer) {
    TestBrowser desk = town.operator();
    var staff = town.the(dev.qiao.identity.StaffMembers.class);
    Shop shop = town.shop("竹里茶馆", "Bamboo Tea");
    assertThat(
            shop.owner()
                .post(
                    "/v1/merchant/staff",
                    UUID.randomUUID(),
                    Map.of("name", OWNER, "role", "cashier", "login", "yanqiu@teahouse.example"))
                .status())
        .isEqualTo(201);
    payWithNotes(payer, shop);
    assertThat(staff.of(shop.merchant().id().value())).extracting("name").contains(OWNER);
    town.the(dev.qiao.identity.Operators.class)
        .create(
            OPERATOR,
            dev.qiao.identity.OperatorRole.SUPPORT,
            "t.w-" + UUID.randomUUID().toString().substring(0, 8),
            Town.PASSWORD);
    assertThat(desk.get("/v1/operations/payments").status()).isEqualTo(200);
    assertThat(desk.get("/v1/operations/audit").body().toString()).contains("127.0.0.1");
  }

  private static void payWithNotes(TestBrowser payer, Shop shop) {
    Answer begun =
        payer.post(
            "/v1/payments",
            UUID.randomUUID(),
            Map.of("qr", shop.code(), "amount", Town.cny(4_00), "note", PAYMENT_NOTE));
    assertThat(begun.text("note")).isEqualTo(PAYMENT_NOTE);
    confirm(payer, "/v1/payments/" + begun.text("id"), 4_00);
    Answer asked =
        shop.owner()
            .post(
                "/v1/merchant/payments",
                UUID.randomUUID(),
                Map.of("store_id", shop.store(), "amount", Town.cny(3_00), "note", SHOP_NOTE));
    assertThat(asked.status()).as(asked.raw().body()).isEqualTo(201);
    confirm(payer, "/v1/payments/" + asked.text("id"), 3_00);
    assertThat(shop.owner().get("/v1/merchant/payments/" + begun.text("id")).text("note"))
        .isEqualTo(PAYMENT_NOTE);
  }

  private static void confirm(TestBrowser payer, String thing, long minor) {
    String confirmation = payer.post(thing + "/confirmation", Map.of()).text("id");
    Answer done =
        payer.post(
            thing + "/confirm",
            UUID.randomUUID(),
            Map.of("pin", Town.PIN, "confirmation_id", confirmation, "amount", Town.cny(minor)));
    assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
  }

  /** Sealed is not lost: both sides read them, and find them by their words. */
  private void bothSidesReadTheNotes(TestBrowser payer, TestBrowser payee) {
    var phone = new SoftAuthenticator(town.origin());
    assertThat(
            payer
                .post(
                    "/v1/passkeys",
                    phone.register(payer.post("/v1/passkeys/challenges", Map.of()).body(), PASSKEY))
                .status())
        .isEqualTo(201);
    assertThat(payer.get("/v1/passkeys").body().at("/items/0/name").asString()).isEqualTo(PASSKEY);
    assertThat(payer.get("/v1/linked-accounts").body().at("/items/0/tail").asString())
        .matches("[0-9]{4}");
    assertThat(found(payer, "老屋")).contains(NOTE);
    assertThat(found(payee, "peregrine")).contains(NOTE);
    assertThat(found(payer, "墨韵")).contains(PAYMENT_NOTE);
    assertThat(found(payer, "zinnober")).contains(SHOP_NOTE);
    assertThat(found(payee, "zinnober")).doesNotContain(SHOP_NOTE);
    String export = payer.post("/v1/me/export", Map.of("pin", Town.PIN)).raw().body();
    assertThat(export).contains(NOTE, PAYMENT_NOTE, SHOP_NOTE, PASSKEY);
    assertThat(
            town.the(JdbcClient.class)
                .sql("select count(*) from bank.linked_account where tail is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String found(TestBrowser who, String words) {
    return who.get("/v1/activities?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .raw()
        .body();
  }

  /** Also what goes wrong must not tell. */
  private void lookAround(TestBrowser payer) {
    payer.signIn(PAYER_PHONE, "wrong-password-entirely");
    payer.get("/v1/activities?q=" + URLEncoder.encode(PAYEE, StandardCharsets.UTF_8));
    payer.get("/v1/nowhere/" + URLEncoder.encode(PAYER, StandardCharsets.UTF_8));
    payer.patch("/v1/me", Map.of("name", PAYER, "unknown", PAYER));
    assertThat(payer.patch("/v1/me", Map.of("name", PAYER)).text("name")).isEqualTo(PAYER);
    assertThat(payer.get("/v1/sessions").body().at("/items/0/address").asString())
        .isEqualTo("127.0.0.1");
  }
}
