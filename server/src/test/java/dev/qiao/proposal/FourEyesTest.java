package dev.qiao.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorRole;
import dev.qiao.ids.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What takes two, takes two: shown with the switch of a channel. */
class FourEyesTest extends TownTest {
  private TestBrowser ann;
  private TestBrowser bob;
  private Channel channel;

  @BeforeEach
  void twoOfRisk() {
    ann = town.operator(OperatorRole.RISK);
    bob = town.operator(OperatorRole.RISK);
    channel =
        town.the(Channels.class)
            .open("渠道" + UUID.randomUUID(), "Channel", Channel.Kind.SOCIAL, EnumSet.of(Scene.LINK));
  }

  @Test
  void closingFurtherIsDoneAtOnceAndOpeningWaitsForASecond() {
    Answer closed = ask(ann, "stopped", UUID.randomUUID());
    assertThat(closed.status()).as(closed.raw().body()).isEqualTo(200);
    assertThat(level()).isEqualTo("stopped");

    Answer proposed = ask(ann, "open", UUID.randomUUID());
    assertThat(proposed.status()).isEqualTo(202);
    assertThat(level()).as("nothing has changed yet").isEqualTo("stopped");
    String id = proposed.text("proposal_id");
    var seen = bob.get("/v1/operations/proposals/" + id).body();
    assertThat(seen.at("/changes/0/before").asString()).isEqualTo("stopped");
    assertThat(seen.at("/changes/0/after").asString()).isEqualTo("open");
    assertThat(seen.path("may_decide").asBoolean()).isTrue();

    Answer approved = decide(bob, id, "approve", UUID.randomUUID());
    assertThat(approved.status()).as(approved.raw().body()).isEqualTo(200);
    assertThat(approved.text("state")).isEqualTo("approved");
    assertThat(level()).isEqualTo("open");
    assertThat(acts(id)).containsExactly("proposal.make", "proposal.approve");
    assertThat(acts(channel.id().text())).containsExactly("channel.switch", "channel.switch");
  }

  @Test
  void whoProposedDoesNotDecide() {
    String id = proposal();
    assertThat(ann.get("/v1/operations/proposals/" + id).body().path("mine").asBoolean()).isTrue();
    assertThat(decide(ann, id, "approve", UUID.randomUUID()).code()).isEqualTo("own_proposal");
    assertThat(decide(ann, id, "reject", UUID.randomUUID()).code()).isEqualTo("own_proposal");
    assertThat(level()).isEqualTo("stopped");
    assertThat(acts("POST /v1/operations/proposals/{id}/approve"))
        .as("the try is in the trail")
        .contains("access.refuse");
    assertThatThrownBy(
            () ->
                db().sql(
                        """
                        update proposal.proposal
                        set state = 'approved', decided_by = proposed_by, decided_at = proposed_at
                        where id = :id
                        """)
                    .param("id", uuid(id))
                    .update())
        .as("not even by SQL")
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("two_people");
  }

  @Test
  void whoMayNotDoItDoesNotSeeItAndDoesNotDecideIt() {
    String id = proposal();
    TestBrowser finance = town.operator(OperatorRole.FINANCE);
    assertThat(finance.get("/v1/operations/proposals/" + id).status()).isEqualTo(404);
    assertThat(finance.get("/v1/operations/proposals").body().toString()).doesNotContain(id);
    assertThat(decide(finance, id, "approve", UUID.randomUUID()).status()).isEqualTo(404);
    TestBrowser support = town.operator(OperatorRole.SUPPORT);
    assertThat(support.get("/v1/operations/proposals").code()).isEqualTo("not_permitted");
    assertThat(decide(support, id, "approve", UUID.randomUUID()).code()).isEqualTo("not_permitted");
    assertThat(level()).isEqualTo("stopped");
  }

  @Test
  void aRepeatedKeyProposesAndDecidesOnce() {
    ask(ann, "stopped", UUID.randomUUID());
    UUID key = UUID.randomUUID();
    String id = ask(ann, "limited", key).text("proposal_id");
    Answer again = ask(ann, "limited", key);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.text("proposal_id")).isEqualTo(id);
    assertThat(ask(ann, "limited", UUID.randomUUID()).code()).isEqualTo("proposal_open");

    UUID deciding = UUID.randomUUID();
    decide(bob, id, "approve", deciding);
    assertThat(decide(bob, id, "approve", deciding).text("state")).isEqualTo("approved");
    assertThat(decide(bob, id, "approve", UUID.randomUUID()).code()).isEqualTo("proposal_finished");
    assertThat(acts(id)).containsExactly("proposal.make", "proposal.approve");
  }

  @Test
  void ofManyWhoDecideAtOnceOneDoes() {
    String id = proposal();
    List<String> codes =
        InParallel.times(
            8,
            n ->
                decide(bob, id, n % 2 == 0 ? "approve" : "reject", UUID.randomUUID()).status()
                        == 200
                    ? "done"
                    : "refused");
    assertThat(codes).containsOnlyOnce("done");
    assertThat(acts(id)).hasSize(2);
  }

  @Test
  void whatHasChangedSinceIsNotApproved() {
    ask(ann, "refunds_only", UUID.randomUUID());
    String id = ask(ann, "open", UUID.randomUUID()).text("proposal_id");
    ask(bob, "stopped", UUID.randomUUID());
    assertThat(bob.get("/v1/operations/proposals/" + id).body().path("stale").asBoolean()).isTrue();
    assertThat(decide(bob, id, "approve", UUID.randomUUID()).code()).isEqualTo("proposal_stale");
    assertThat(level()).isEqualTo("stopped");
    assertThat(acts(id)).as("it is as if nobody had tried").containsExactly("proposal.make");
    assertThat(decide(bob, id, "reject", UUID.randomUUID()).text("state")).isEqualTo("rejected");
  }

  @Test
  void onlyWhoProposedTakesItBack() {
    String id = proposal();
    assertThat(withdraw(bob, id).code()).isEqualTo("not_permitted");
    assertThat(withdraw(ann, id).text("state")).isEqualTo("withdrawn");
    assertThat(decide(bob, id, "approve", UUID.randomUUID()).code()).isEqualTo("proposal_finished");
    assertThat(level()).isEqualTo("stopped");
  }

  @Test
  void afterThreeDaysItIsOver() {
    ask(ann, "stopped", UUID.randomUUID());
    String id = proposedFourDaysAgo();
    assertThat(bob.get("/v1/operations/proposals/" + id).text("state")).isEqualTo("expired");
    assertThat(decide(bob, id, "approve", UUID.randomUUID()).code()).isEqualTo("proposal_finished");
    assertThat(level()).isEqualTo("stopped");
    assertThat(ask(ann, "open", UUID.randomUUID()).status())
        .as("and may be proposed anew")
        .isEqualTo(202);
  }

  @Test
  void aStoppedChannelTakesNoPaymentAndAnOpenedOneDoes() {
    Shopper ming = town.shopper("林小满", 100_00);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    Channel codes = town.the(Channels.class).storeCodes();
    channel = codes;
    String waiting = ming.begin(cafe.code(), 5_00).text("id");
    try {
      assertThat(ask(ann, "stopped", UUID.randomUUID()).status()).isEqualTo(200);
      awaitLevel(Channel.Level.STOPPED);
      assertThat(ming.confirm(waiting, 5_00).code()).isEqualTo("channel_closed");
    } finally {
      String id = ask(ann, "open", UUID.randomUUID()).text("proposal_id");
      decide(bob, id, "approve", UUID.randomUUID());
      awaitLevel(Channel.Level.OPEN);
    }
    assertThat(ming.confirm(waiting, 5_00).status()).isEqualTo(200);
  }

  private void awaitLevel(Channel.Level level) {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (town.the(Channels.class).of(channel.id()).level() != level) {
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private String proposal() {
    ask(ann, "stopped", UUID.randomUUID());
    return ask(ann, "open", UUID.randomUUID()).text("proposal_id");
  }

  private Answer ask(TestBrowser who, String level, UUID key) {
    return who.post(
        "/v1/operations/channels/" + channel.id().text() + "/switch",
        key,
        Map.of("level", level, "reason", "CASE-7"));
  }

  private static Answer decide(TestBrowser who, String id, String verb, UUID key) {
    return who.post(
        "/v1/operations/proposals/" + id + "/" + verb, key, Map.of("reason", "looked at it"));
  }

  private static Answer withdraw(TestBrowser who, String id) {
    return who.post("/v1/operations/proposals/" + id + "/withdraw", UUID.randomUUID(), Map.of());
  }

  private String proposedFourDaysAgo() {
    Instant then = town.clock().instant().minus(Duration.ofDays(4));
    var proposal =
        new Proposal(
            new ProposalId(UUID.randomUUID()),
            "channel.switch",
            channel.id().text(),
            """
            {"channel": "%s", "from": "stopped", "to": "open"}"""
                .formatted(channel.id().text()),
            List.of(new Change("level", "stopped", "open")),
            "CASE-7",
            new OperatorId(UUID.randomUUID()),
            then,
            then.plus(FourEyes.LIFE),
            Proposal.State.PROPOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(town.the(ProposalTables.class).insert(proposal)).isTrue();
    return proposal.id().text();
  }

  private String level() {
    return db().sql("select level from channel.channel where id = :id")
        .param("id", channel.id().value())
        .query(String.class)
        .single();
  }

  private List<String> acts(String object) {
    return db().sql("select act from api.audit where object = :object order by id")
        .param("object", object)
        .query(String.class)
        .list();
  }

  private JdbcClient db() {
    return town.the(JdbcClient.class);
  }

  private static UUID uuid(String id) {
    return TypeId.parse(id).orElseThrow().value();
  }
}
