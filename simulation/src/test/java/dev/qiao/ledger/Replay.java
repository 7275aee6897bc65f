package dev.qiao.ledger;

import dev.qiao.ledger.Landing.Proof;
import dev.qiao.model.Answer;
import dev.qiao.model.Ask;
import dev.qiao.model.HoldRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.OrderRow;
import dev.qiao.model.PostingRow;
import dev.qiao.model.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells the model what a database has committed, in the order in which the locks were held, and
 * complains where it comes to something else.
 *
 * <p>What a transaction changed, it had locked: there the model stands where the order says. A
 * refusal locks nothing; it stands on the versions of accounts and allowances that it proved. What
 * no version says (a row of business, or that there is no such hold) may be as it was at any moment
 * while its transaction was open.
 */
final class Replay {
  private static final long NEVER = -1;

  private final Model model;
  private final Told told;
  private final long idsSince;
  private final List<Landing> landings;
  private final Map<Key, TreeMap<Long, Long>> versions = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  Replay(Model model, Told told, long idsSince, List<Landing> landings) {
    this.model = model;
    this.told = told;
    this.idsSince = idsSince;
    this.landings = landings;
  }

  List<String> run() {
    for (int number = 1; number <= landings.size() && complaints.isEmpty(); number++) {
      replay(number);
    }
    return complaints;
  }

  /** The version that the last transaction has left. */
  long version(Key key) {
    return versions(key).lastKey();
  }

  /** The commits by the version that they made. */
  private TreeMap<Long, Long> versions(Key key) {
    return versions.computeIfAbsent(key, _ -> new TreeMap<>(Map.of(0L, 0L)));
  }

  private void replay(int number) {
    Landing landing = landings.get(number - 1);
    Map<Key, Long> seenAt = new HashMap<>();
    landing.accounts().forEach((id, proof) -> prove(new Key.Account(id), proof, number, seenAt));
    landing
        .allowances()
        .forEach((id, proof) -> prove(new Key.Allowance(id), proof, number, seenAt));
    for (StoredOrder order : landing.orders()) {
      answer(order, number);
    }
    if (!landing.rows().isEmpty()) {
      long clock =
          landing.rows().stream().mapToLong(row -> row.decision().at()).min().orElseThrow();
      Model.Batch batch = model.begin(number - 1, seenAt, idsSince, clock);
      for (Row row : landing.rows()) {
        answer(batch, row, landing, seenAt);
      }
      complaints.addAll(batch.commit(number));
    }
  }

  private void prove(Key key, Proof proof, int number, Map<Key, Long> seenAt) {
    TreeMap<Long, Long> known = versions(key);
    Long made = known.get(proof.before());
    if (made == null) {
      complain("%s has no version %d", key, proof.before());
    } else if (proof.isChange()) {
      if (proof.before() != known.lastKey()) {
        complain("%s was changed from version %d, not %d", key, proof.before(), known.lastKey());
      }
      known.put(proof.after(), (long) number);
    } else if (proof.before() != known.lastKey()) {
      seenAt.put(key, made);
    }
  }

  private void answer(StoredOrder stored, int number) {
    Ordered ordered = told.ordered(stored);
    OrderRow expected =
        model.answer(ordered.modelled(), ordered.content(), number - 1, stored.clock());
    same(
        stored.order(),
        OrderJudge.describe(stored.first(), stored.at()),
        OrderJudge.describe(expected));
    model.commit(ordered.modelled(), expected, number);
  }

  private void answer(Model.Batch batch, Row row, Landing landing, Map<Key, Long> seenAt) {
    Asked asked = told.asked(row);
    if (model.outcome(asked.id().value()).isPresent()) {
      complain("%s was applied twice", asked.id());
    }
    Request request = asked.request();
    String stored = Judge.describe(row);
    List<Map<Key, Long>> ways = ways(request, row, landing, seenAt);
    for (Map<Key, Long> way : ways) {
      if (Judge.describe(batch.tried(request, way)).equals(stored)) {
        batch.answer(request, way);
        return;
      }
    }
    Answer expected = batch.answer(request, ways.getFirst());
    same(asked.command() + "\n  in any of " + ways, stored, Judge.describe(expected));
  }

  /** What a command may have seen; the first is what the order says. */
  private List<Map<Key, Long>> ways(
      Request request, Row row, Landing landing, Map<Key, Long> seenAt) {
    Map<Key, Long> proven = new HashMap<>();
    Map<Key, List<Long>> looks = new HashMap<>();
    for (Key key : named(request.ask())) {
      long seen =
          accountsOf(key).stream()
              .mapToLong(account -> seenAt.getOrDefault(account, Long.MAX_VALUE))
              .min()
              .orElse(Long.MAX_VALUE);
      if (seen != Long.MAX_VALUE) {
        proven.put(key, seen);
      }
      if (seenWhile(key, landing).contains(NEVER)) {
        looks.put(key, List.of(proven.getOrDefault(key, Long.MAX_VALUE), NEVER));
      }
    }
    for (Request.Guard guard : request.guards()) {
      Key key = new Key.Business(guard.row());
      looks.put(key, seenWhile(key, landing));
    }
    List<Map<Key, Long>> ways = new ArrayList<>(List.of(proven));
    if (row.decision() instanceof Decision.Declined) {
      looks.forEach((key, commits) -> branch(ways, key, commits));
    }
    return ways;
  }

  private static void branch(List<Map<Key, Long>> ways, Key key, List<Long> commits) {
    for (Map<Key, Long> way : List.copyOf(ways)) {
      for (long commit : commits) {
        Map<Key, Long> other = new HashMap<>(way);
        other.put(key, commit);
        ways.add(other);
      }
    }
  }

  /** The commits after which somebody may have looked at it while the transaction was open. */
  private List<Long> seenWhile(Key key, Landing landing) {
    List<Long> seen = new ArrayList<>();
    for (long commit : model.commitsOf(key).reversed()) {
      seen.add(commit);
      if (commit == 0 || landings.get((int) commit - 1).doneAt() < landing.begunAt()) {
        return seen;
      }
    }
    seen.add(NEVER);
    return seen;
  }

  /** Holds and postings that an ask is about. */
  private List<Key> named(Ask ask) {
    return switch (ask) {
      case Ask.Post _ -> List.of();
      case Ask.Hold hold -> List.of(new Key.Hold(hold.hold()));
      case Ask.Increase increase -> List.of(new Key.Hold(increase.hold()));
      case Ask.Capture capture -> List.of(new Key.Hold(capture.hold()));
      case Ask.Release release -> List.of(new Key.Hold(release.hold()));
      case Ask.Expire expire -> List.of(new Key.Hold(expire.hold()));
      case Ask.Reverse reverse -> {
        Key posting = new Key.Posting(reverse.of());
        boolean isCapture = model.now(posting) instanceof PostingRow row && row.hold() != null;
        yield isCapture
            ? List.of(posting, new Key.Hold(((PostingRow) model.now(posting)).hold()))
            : List.of(posting);
      }
    };
  }

  /** Those whose versions say how a hold or a posting was. */
  private List<Key> accountsOf(Key key) {
    return switch (model.now(key)) {
      case HoldRow hold -> List.of(new Key.Account(hold.account()));
      case PostingRow posting ->
          posting.legs().stream()
              .flatMap(
                  leg ->
                      Stream.<Key>of(new Key.Account(leg.debit()), new Key.Account(leg.credit())))
              .toList();
      case null, default -> List.of();
    };
  }

  private void same(Object what, String stored, String expected) {
    if (!stored.equals(expected)) {
      complain("%s%n  was stored as   %s%n  and should be   %s", what, stored, expected);
    }
  }

  private void complain(String what, Object... parts) {
    complaints.add(what.formatted(parts));
  }
}
