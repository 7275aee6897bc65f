package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.model.Answer;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.PostingRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulation's streams of commands on a real PostgreSQL: sixteen threads, two writers, and the
 * model to compare everything with afterwards.
 */
class PostgresStreamsTest {
  private static final int COMMANDS = 2_000;
  private static final int PREVIEWS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void comesToTheSameAsTheModel(long seed) throws Exception {
    try (Run run = new Run(seed, COMMANDS)) {
      run.run();

      Model model = run.town.model;
      long since = run.town.takenFrom();
      Replay replay = new Replay(model, run.told, since, run.landings());
      assertThat(replay.run()).isEmpty();
      assertThat(run.told.complaints(model, since)).isEmpty();
      assertThat(new Comparison(run.town, run.ledgers.getFirst()).differences(replay)).isEmpty();
      assertThat(asksAgain(run, model)).isEmpty();
      assertThat(previews(run, model, since)).isEmpty();
      assertThat(run.told.tally().of("posted")).isBetween(COMMANDS * 2 / 5L, COMMANDS * 9 / 10L);
      assertThat(run.told.tally().counts())
          .containsKeys("replayed", "id_reused", "companion_rejected", "guard_missed");
      assertThat(run.told.tally().counts().keySet())
          .filteredOn(what -> what.startsWith("order."))
          .contains("order.changed")
          .hasSizeGreaterThan(5);
    }
  }

  /** Who asks again is told what is stored. */
  private static List<String> asksAgain(Run run, Model model) {
    Map<Asked, CompletableFuture<PostResult>> answers = new LinkedHashMap<>();
    for (List<Asked> all : run.told.everything()) {
      for (Asked one : all) {
        if (model.outcome(one.id().value()).isPresent()) {
          answers.put(one, run.ledgers.getLast().submit(one.command(), one.companions()));
        }
      }
    }
    List<String> differences = new ArrayList<>();
    answers.forEach(
        (one, answer) -> {
          PostingRow stored = model.outcome(one.id().value()).orElseThrow();
          String expected =
              stored.content().equals(one.request().content())
                  ? "replayed: " + Judge.told(stored.answer())
                  : "id_reused";
          String heard = Told.heard(answer.join());
          if (!heard.equals(expected)) {
            differences.add(one.command() + " again: " + heard + ", not " + expected);
          }
        });
    return differences;
  }

  /** What a posting would give, once nobody does anything any more. */
  private static List<String> previews(Run run, Model model, long since) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < PREVIEWS; i++) {
      Asked asked = run.next();
      if (asked.command() instanceof Posting posting
          && model.now(new Key.Posting(posting.id().value())) == null) {
        Answer expected =
            model
                .begin(Long.MAX_VALUE, Map.of(), since, run.town.now())
                .answer(asked.request().alone());
        String heard = Told.heard(run.ledgers.getFirst().preview(posting));
        if (!heard.equals(Judge.told(expected))) {
          differences.add(posting + " would be " + heard + ", not " + Judge.told(expected));
        }
      }
    }
    return differences;
  }
}
