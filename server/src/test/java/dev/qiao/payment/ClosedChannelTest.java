package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClosedChannelTest extends TownTest {
  @AfterEach
  void openAgain() {
    set(Channel.Level.OPEN);
  }

  @Test
  void aClosedChannelTakesNothingAndStillGivesBack() {
    Shopper ming = town.shopper("林小满", 100_00);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    String paid = ming.pay(cafe, 20_00);
    String waiting = ming.begin(cafe.code(), 10_00).text("id");
    String code = cafe.code();

    set(Channel.Level.REFUNDS_ONLY);
    Answer begun = ming.begin(code, 10_00);
    assertThat(begun.code()).isEqualTo("channel_closed");
    assertThat(begun.text("money")).isEqualTo("not_taken");
    assertThat(ming.confirm(waiting, 10_00).code()).isEqualTo("channel_closed");
    assertThat(cafe.ask(1_00).code()).isEqualTo("channel_closed");
    assertThat(cafe.refund(paid, 5_00).status()).isEqualTo(201);

    set(Channel.Level.STOPPED);
    assertThat(cafe.refund(paid, 1_00).code()).isEqualTo("channel_closed");
    assertThat(ming.browser().get("/v1/payments/" + paid).status())
        .as("questions are answered")
        .isEqualTo(200);
    assertThat(ming.balance()).isEqualTo(85_00);
  }

  /** A switch reaches every instance within five seconds. */
  private void set(Channel.Level level) {
    town.the(JdbcClient.class)
        .sql("update channel.channel set level = :level where kind = 'offline'")
        .param("level", level.text())
        .update();
    Instant until = Instant.now().plus(Duration.ofSeconds(5));
    while (town.the(Channels.class).storeCodes().level() != level) {
      assertThat(Instant.now()).as("still not %s", level).isBefore(until);
      Thread.onSpinWait();
    }
  }
}
