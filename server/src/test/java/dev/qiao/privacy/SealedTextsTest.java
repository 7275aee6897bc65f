package dev.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Dump;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.database.DataMove;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What people write, after its writer is gone, and in a database of an older program. */
class SealedTextsTest extends TownTest {
  @Autowired private List<DataMove> moves;

  @DynamicPropertySource
  static void ownServer(DynamicPropertyRegistry properties) {
    properties.add("qiao.test-server", () -> "sealed-texts");
  }

  @Test
  void aNoteIsGoneForBothWhenItsWriterIsErased() {
    Shopper ada = town.shopper("Ada Lovelace", 10_00);
    Shopper bob = town.shopper("Bob Babbage", 0);
    Shop shop = town.shop("差分机书店", "Difference Books");
    String sent = send(ada, bob, 6_00, "for the second engine");
    String paid = pay(ada, shop, 4_00, "the blue one");
    assertThat(note(bob, sent)).isEqualTo("for the second engine");
    assertThat(shop.owner().get("/v1/merchant/payments/" + paid).text("note"))
        .isEqualTo("the blue one");

    Answer asked = ada.browser().post("/v1/me/erasure", Map.of("pin", Town.PIN));
    assertThat(asked.status()).as(asked.raw().body()).isEqualTo(200);

    assertThat(note(bob, sent)).isEmpty();
    assertThat(bob.browser().get("/v1/activities?q=engine").body().path("items")).isEmpty();
    assertThat(shop.owner().get("/v1/merchant/payments/" + paid).body().path("note").isNull())
        .isTrue();
    assertThat(bob.browser().get("/v1/activities/" + sent).body().at("/amount/amount").asLong())
        .isEqualTo(6_00);
  }

  @Test
  void aNoteStaysWhenItsReaderIsErased() {
    Shopper ada = town.shopper("Ada Lovelace", 10_00);
    Shopper bob = town.shopper("Bob Babbage", 0);
    String sent = send(ada, bob, 6_00, "for the second engine");
    bob.send(ada, 6_00);
    assertThat(bob.browser().post("/v1/me/erasure", Map.of("pin", Town.PIN)).status())
        .isEqualTo(200);
    assertThat(note(ada, sent)).isEqualTo("for the second engine");
  }

  @Test
  void whatAnOlderProgramKeptInTheClearIsSealedAtTheNextStart() {
    Shopper ada = town.shopper("Ada Lovelace", 20_00);
    Shopper bob = town.shopper("Bob Babbage", 0);
    Shop shop = town.shop("差分机书店", "Difference Books");
    String sent = send(ada, bob, 2_00, "placeholder");
    String paid = pay(ada, shop, 1_00, "placeholder");
    var phone = new SoftAuthenticator(town.origin());
    ada.browser()
        .post(
            "/v1/passkeys",
            phone.register(ada.browser().post("/v1/passkeys/challenges", Map.of()).body(), "x"));
    ada.browser().get("/v1/linked-accounts");
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(town.the(Environment.class).getRequiredProperty("qiao.database.owner-url"));
    asAnOlderProgramHadIt(JdbcClient.create(owner));
    assertThat(Dump.of(town.the(Environment.class)).with("Xylophonist"))
        .hasSizeGreaterThanOrEqualTo(3);

    moves.forEach(move -> move.run(owner));

    assertThat(Dump.of(town.the(Environment.class)).with("Xylophonist")).isEmpty();
    assertThat(note(bob, sent)).isEqualTo("the Xylophonist");
    assertThat(bob.browser().get("/v1/activities?q=xylophonist").body().path("items")).hasSize(1);
    assertThat(shop.owner().get("/v1/merchant/payments/" + paid).text("note"))
        .isEqualTo("the Xylophonist");
    assertThat(ada.browser().get("/v1/passkeys").body().at("/items/0/name").asString())
        .isEqualTo("Xylophonist key");
    assertThat(ada.browser().get("/v1/linked-accounts").body().at("/items/0/tail").asString())
        .isEqualTo("7777");
    for (String clear :
        new String[] {
          "update wallet.transfer set note = 'x'",
          "update payment.payment set note = 'x'",
          "update bank.linked_account set tail = '1234'",
          "update identity.passkey set name = 'x'"
        }) {
      assertThatThrownBy(() -> JdbcClient.create(owner).sql(clear).update())
          .rootCause()
          .hasMessageContaining("in_the_clear");
    }
  }

  private static void asAnOlderProgramHadIt(JdbcClient db) {
    clear(
        db,
        "wallet.transfer",
        "transfer_note",
        "note",
        "update wallet.transfer set note_sealed = null, note_words = null, note = 'the Xylophonist'");
    clear(
        db,
        "payment.payment",
        "payment_note",
        "note",
        "update payment.payment set note_sealed = null, note_words = null, note = 'the Xylophonist'");
    clear(
        db,
        "identity.passkey",
        "passkey_name",
        "name",
        "update identity.passkey set name_sealed = null, name = 'Xylophonist key'");
    clear(
        db,
        "bank.linked_account",
        "linked_account_tail",
        "tail",
        """
        update bank.linked_account a
        set tail_sealed = null, tail_index = null,
          tail = case r.n when 1 then '7777' else '000' || r.n end
        from (select id, row_number() over (partition by person order by id) as n
          from bank.linked_account) r
        where r.id = a.id
        """);
  }

  /** Names cannot be parameters here; they come from the lines above alone. */
  private static void clear(
      JdbcClient db, String table, String constraint, String column, String statement) {
    String name = constraint + "_in_the_clear";
    db.sql("alter table " + table + " drop constraint " + name).update();
    db.sql(statement).update();
    db.sql(
            "alter table %s add constraint %s check (%s is null) not valid"
                .formatted(table, name, column))
        .update();
  }

  private static String send(Shopper from, Shopper to, long minor, String note) {
    String found = from.browser().post("/v1/payees", Map.of("phone", to.phone())).text("payee_id");
    String id =
        from.browser()
            .post(
                "/v1/transfers",
                UUID.randomUUID(),
                Map.of("payee_id", found, "amount", Town.cny(minor), "note", note))
            .text("id");
    assertThat(from.confirm(id, minor).status()).isEqualTo(200);
    return id;
  }

  private static String pay(Shopper who, Shop shop, long minor, String note) {
    String id =
        who.browser()
            .post(
                "/v1/payments",
                UUID.randomUUID(),
                Map.of("qr", shop.code(), "amount", Town.cny(minor), "note", note))
            .text("id");
    assertThat(who.confirm(id, minor).status()).isEqualTo(200);
    return id;
  }

  private static String note(Shopper who, String id) {
    return who.browser().get("/v1/activities/" + id).body().path("note").asString("");
  }
}
