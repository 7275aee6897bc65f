package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A limited channel takes little, of those it knows. */
class LimitedChannelTest extends TownTest {
  private static final String STORE_CODES = "offline";
  private static final String APP = "first_party";

  @AfterEach
  void openAgain() {
    set(STORE_CODES, Channel.Level.OPEN);
    set(APP, Channel.Level.OPEN);
  }

  @Test
  void storeCodesTakeSmallAmountsOfThoseWhoHavePaidByThemBefore() {
    Shopper ming = town.shopper("林小满", 2_000_00);
    Shopper chen = town.shopper("陈知远", 2_000_00);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    String code = cafe.code();
    String paid = ming.pay(cafe, 20_00);
    String large = ming.begin(code, 500_01).text("id");
    String first = chen.begin(code, 5_00).text("id");

    set(STORE_CODES, Channel.Level.LIMITED);
    Answer over = ming.begin(code, 500_01);
    assertThat(over.code()).isEqualTo("channel_limited");
    assertThat(over.text("money")).isEqualTo("not_taken");
    assertThat(over.body().at("/parameters/limit").asLong()).isEqualTo(500_00);
    assertThat(ming.confirm(large, 500_01).code()).as("begun before").isEqualTo("channel_limited");
    assertThat(cafe.ask(500_01).code()).isEqualTo("channel_limited");
    ming.pay(cafe, 500_00);

    assertThat(chen.begin(code, 5_00).code()).isEqualTo("channel_takes_nobody_new");
    assertThat(chen.confirm(first, 5_00).code()).isEqualTo("channel_takes_nobody_new");
    String asked = cafe.ask(5_00).text("id");
    assertThat(chen.confirm(asked, 5_00).code()).isEqualTo("channel_takes_nobody_new");
    assertThat(ming.confirm(asked, 5_00).status()).isEqualTo(200);
    assertThat(cafe.refund(paid, 1_00).status()).isEqualTo(201);
    assertThat(chen.balance()).isEqualTo(2_000_00);

    set(STORE_CODES, Channel.Level.OPEN);
    assertThat(chen.confirm(first, 5_00).status()).isEqualTo(200);
    set(STORE_CODES, Channel.Level.LIMITED);
    assertThat(chen.begin(code, 5_00).status()).as("now they are known").isEqualTo(201);
  }

  @Test
  void theAppMovesSmallAmountsAndLetsNobodySignUp() {
    Shopper ming = town.shopper("林小满", 2_000_00);
    Shopper chen = town.shopper("陈知远", 0);
    String account = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    String large = ming.beginTransfer(chen, 500_01).text("id");

    set(APP, Channel.Level.LIMITED);
    assertThat(ming.confirm(large, 500_01).code()).isEqualTo("channel_limited");
    ming.send(chen, 500_00);
    assertThat(topUp(ming, account, 500_01).code()).isEqualTo("channel_limited");
    assertThat(topUp(ming, account, 500_00).status()).isEqualTo(201);
    assertThat(withdraw(ming, account, 500_01).code()).isEqualTo("channel_limited");
    assertThat(withdraw(ming, account, 500_00).status()).isEqualTo(201);
    Answer turnedAway = town.browser("wallet").signUp("13577009911", "Ada Lovelace");
    assertThat(turnedAway.code()).isEqualTo("sign_up_closed");

    set(APP, Channel.Level.STOPPED);
    assertThat(town.browser("wallet").signUp("13577009912", "Ada Lovelace").code())
        .isEqualTo("sign_up_closed");
    set(APP, Channel.Level.OPEN);
    assertThat(town.browser("wallet").signUp("13577009913", "Ada Lovelace").status())
        .isEqualTo(201);
  }

  @Test
  void eachLevelLetsThroughLessThanTheOneBefore() {
    Channel channel = town.the(Channels.class).firstParty();
    for (Channel.Level level : Channel.Level.values()) {
      Channel at =
          new Channel(
              channel.id(),
              channel.name(),
              channel.nameEn(),
              channel.kind(),
              channel.scenes(),
              channel.state(),
              level);
      assertThat(at.admits(Scene.APP, Channel.Act.JOIN)).isEqualTo(level == Channel.Level.OPEN);
      assertThat(at.admits(Scene.APP, Channel.Act.PAY))
          .isEqualTo(!level.isTighterThan(Channel.Level.LIMITED));
      assertThat(at.admits(Scene.APP, Channel.Act.REFUND))
          .isEqualTo(level != Channel.Level.STOPPED);
    }
  }

  private static Answer topUp(Shopper who, String account, long minor) {
    return who.browser()
        .post(
            "/v1/top-ups",
            UUID.randomUUID(),
            Map.of("linked_account_id", account, "amount", Town.cny(minor)));
  }

  private static Answer withdraw(Shopper who, String account, long minor) {
    Map<String, Object> order = Map.of("linked_account_id", account, "amount", Town.cny(minor));
    String confirmation = who.browser().post("/v1/withdrawals/confirmation", order).text("id");
    return who.browser()
        .post(
            "/v1/withdrawals",
            UUID.randomUUID(),
            Map.of(
                "linked_account_id",
                account,
                "amount",
                Town.cny(minor),
                "confirmation_id",
                confirmation,
                "pin",
                Town.PIN));
  }

  /** A switch reaches every instance within five seconds. */
  private void set(String kind, Channel.Level level) {
    town.the(JdbcClient.class)
        .sql("update channel.channel set level = :level where kind = :kind")
        .param("level", level.text())
        .param("kind", kind)
        .update();
    Channels channels = town.the(Channels.class);
    Instant until = Instant.now().plus(Duration.ofSeconds(5));
    while ((kind.equals(APP) ? channels.firstParty() : channels.storeCodes()).level() != level) {
      assertThat(Instant.now()).as("still not %s", level).isBefore(until);
      Thread.onSpinWait();
    }
  }
}
