package dev.qiao.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger that is told what a database has committed, and says what should have come of it. */
public final class Model {
  private final History history = new History();

  /** Requests that one transaction answers, in their order. */
  public final class Batch {
    private View view;
    private final long idsSince;
    private final long clock;

    private Batch(View view, long idsSince, long clock) {
      this.view = view;
      this.idsSince = idsSince;
      this.clock = clock;
    }

    public Answer answer(Request request) {
      return new Rules(view, request, idsSince, clock).answer();
    }

    /**
     * The answer if some of it was looked at after other commits than the rest. Nothing of it is
     * kept.
     */
    public Answer tried(Request request, Map<Key, Long> looks) {
      return new Rules(view.looking(looks), request, idsSince, clock).answer();
    }

    /** The same, and it counts. */
    public Answer answer(Request request, Map<Key, Long> looks) {
      View whole = view;
      View looking = view.looking(looks);
      Answer answer = new Rules(looking, request, idsSince, clock).answer();
      view = looking.seenAs(whole);
      return answer;
    }

    /** Keeps what was made; says what should not have been possible. */
    public List<String> commit(long number) {
      List<String> complaints = new ArrayList<>();
      view.made()
          .forEach(
              (key, value) -> {
                if (value.equals(view.before(key))) {
                  return;
                }
                if (view.isOutdated(key)) {
                  complaints.add(key + " was changed by another transaction meanwhile");
                }
                history.put(key, number, value);
              });
      return complaints;
    }
  }

  /**
   * A transaction begins to answer.
   *
   * @param asOf the commit after which it knew that all that it had read still stood
   * @param seenAt what it looked at after another commit, and needed not prove
   * @param idsSince ids that carry an earlier time are too old
   */
  public Batch begin(long asOf, Map<Key, Long> seenAt, long idsSince, long clock) {
    return new Batch(new View(history, asOf, Map.copyOf(seenAt)), idsSince, clock);
  }

  /**
   * What becomes of an order.
   *
   * @param asOf the commit after which it saw the account
   */
  public OrderRow answer(Order order, String content, long asOf, long clock) {
    AccountRow account = (AccountRow) history.at(new Key.Account(order.account()), asOf);
    return new OrderRules(account, order, clock).answer(content);
  }

  /** Keeps what became of an order. */
  public void commit(Order order, OrderRow row, long number) {
    history.put(new Key.Change(order.id()), number, row);
    Key account = new Key.Account(order.account());
    if (row.isDone() && !row.account().equals(history.latest(account))) {
      history.put(account, number, row.account());
    }
  }

  /** What became of an id, as far as anything durable did. */
  public Optional<PostingRow> outcome(UUID id) {
    return Optional.ofNullable((PostingRow) history.latest(new Key.Posting(id)));
  }

  /** The commits that changed it, the first one first; 0 for what was there to begin with. */
  public List<Long> commitsOf(Key key) {
    return history.commitsOf(key);
  }

  /** All that is kept. */
  public Set<Key> keys() {
    return history.keys();
  }

  /** As it is now; null when it is not there. */
  public Object now(Key key) {
    return history.latest(key);
  }

  /** As it was after that commit; null when it was not there yet. */
  public Object at(Key key, long commit) {
    return history.at(key, commit);
  }

  /** Changes something otherwise than by requests and orders: opens, caps, moves. */
  public <T> void change(Key key, long commit, Class<T> type, UnaryOperator<T> change) {
    history.put(key, commit, change.apply(type.cast(history.latest(key))));
  }

  /** The sum of all balances of each unit. */
  public Map<String, Long> sums() {
    Map<String, Long> sums = new HashMap<>();
    for (Key key : history.keys()) {
      if (history.latest(key) instanceof AccountRow account) {
        sums.merge(account.unit(), account.posted(), Long::sum);
      }
    }
    return sums;
  }
}
