package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainProofTest {
  private static final long SEED = 20_261_128;
  private static final int CHANGES = 40;

  private final Random random = new Random(SEED);

  private record Chain(Account account, List<Change> changes) {}

  private Chain chain(long number) {
    List<Change> changes = new ArrayList<>();
    long posted = 0;
    long held = 0;
    for (int sequence = 1; sequence <= CHANGES; sequence++) {
      long amount = random.nextLong(-1L << 50, 1L << 50);
      long heldBy = random.nextLong(-1L << 40, 1L << 40);
      posted += amount;
      held += heldBy;
      changes.add(new Change(sequence, null, posted, held, amount, heldBy));
    }
    return new Chain(new Account(number, posted, held, CHANGES), changes);
  }

  private static long[] broken(Chain... chains) {
    ChainProof proof = ChainProof.ofStanding();
    for (Chain chain : chains) {
      proof.account(chain.account());
    }
    for (Chain chain : chains) {
      chain.changes().forEach(change -> proof.change(chain.account().number(), change));
    }
    return proof.broken();
  }

  private static Chain with(Chain chain, int index, Change change) {
    List<Change> changes = new ArrayList<>(chain.changes());
    changes.set(index, change);
    return new Chain(chain.account(), changes);
  }

  private static Change plus(
      Change of, long sequence, long posted, long held, long amount, long by) {
    return new Change(
        of.sequence() + sequence,
        null,
        of.posted() + posted,
        of.held() + held,
        of.amount() + amount,
        of.heldBy() + by);
  }

  @Test
  void acceptsChainsInAnyOrder() {
    Chain one = chain(1);
    Chain two = chain(2);
    Collections.shuffle(one.changes(), random);
    Collections.shuffle(two.changes(), random);

    assertThat(broken(one, two)).isEmpty();
    assertThat(broken(new Chain(new Account(3, 0, 0, 0), List.of()))).isEmpty();
  }

  @Test
  void namesAnAccountWhoseFiguresDiffer() {
    Chain good = chain(1);
    Chain other = chain(2);
    // One of the field, and a digit: what would be the same number if figures were not cut up.
    for (long by : List.of(1L, -1L, 1L << 32, (1L << 61) - 1, Long.MIN_VALUE)) {
      for (int index : List.of(0, CHANGES / 2, CHANGES - 1)) {
        Change change = other.changes().get(index);
        assertThat(
                List.of(
                    broken(good, with(other, index, plus(change, by, 0, 0, 0, 0))),
                    broken(good, with(other, index, plus(change, 0, by, 0, 0, 0))),
                    broken(good, with(other, index, plus(change, 0, 0, by, 0, 0))),
                    broken(good, with(other, index, plus(change, 0, 0, 0, by, 0))),
                    broken(good, with(other, index, plus(change, 0, 0, 0, 0, by)))))
            .as("change %s by %s", index, by)
            .containsOnly(new long[] {2});
      }
    }
  }

  @Test
  void namesAnAccountWithAChangeTooManyOrTooFew() {
    Chain good = chain(1);
    Chain other = chain(2);
    List<Change> fewer = new ArrayList<>(other.changes());
    fewer.remove(CHANGES / 2);
    List<Change> more = new ArrayList<>(other.changes());
    more.add(more.get(CHANGES / 2));

    assertThat(broken(good, new Chain(other.account(), fewer))).containsExactly(2);
    assertThat(broken(good, new Chain(other.account(), more))).containsExactly(2);
    assertThat(broken(good, new Chain(other.account(), List.of()))).containsExactly(2);
    assertThat(broken(good, new Chain(new Account(3, 0, 0, 0), other.changes())))
        .containsExactly(3);
  }

  /** Two errors that make up for each other in every sum are two errors. */
  @Test
  void namesAnAccountWhoseChangesWereSwapped() {
    Chain other = chain(2);
    Change third = other.changes().get(3);
    Change fourth = other.changes().get(4);
    Chain swapped =
        with(
            with(
                other,
                3,
                new Change(
                    third.sequence(), null, third.posted(), third.held(), fourth.amount(), 0)),
            4,
            new Change(fourth.sequence(), null, fourth.posted(), fourth.held(), third.amount(), 0));

    assertThat(broken(swapped)).containsExactly(2);
  }

  /** As of the moment at which it was read: what comes later counts when that is later. */
  private static long[] brokenWhileMoving(Chain chain, int readAt, long standsAt) {
    Change there = chain.changes().get(readAt - 1);
    ChainProof proof = ChainProof.ofMoving();
    proof.account(new Account(1, there.posted(), there.held(), there.sequence()));
    chain.changes().reversed().forEach(change -> proof.change(1, change));
    assertThat(proof.moved()).hasSize(readAt < chain.changes().size() ? 1 : 0);
    assertThat(proof.changes()).isEqualTo(readAt);
    proof.standsAt(new Account(1, 0, 0, standsAt));
    return proof.broken();
  }

  @Test
  void followsAnAccountThatMovesOnToWhereItStood() {
    Chain chain = chain(1);
    for (int readAt : List.of(1, CHANGES / 2, CHANGES)) {
      assertThat(brokenWhileMoving(chain, readAt, CHANGES)).isEmpty();
      assertThat(brokenWhileMoving(chain, readAt, CHANGES + 5)).isEmpty();
      Chain damaged = with(chain, 0, plus(chain.changes().getFirst(), 0, 1, 0, 0, 0));
      assertThat(brokenWhileMoving(damaged, readAt, CHANGES)).containsExactly(1);
    }
  }

  @Test
  void namesAnAccountThatHasNotComeAsFarAsItsChanges() {
    assertThat(brokenWhileMoving(chain(1), CHANGES / 2, CHANGES - 1)).containsExactly(1);
    assertThat(brokenWhileMoving(chain(1), CHANGES - 1, CHANGES - 1)).containsExactly(1);

    ChainProof gone = ChainProof.ofMoving();
    gone.account(new Account(1, 0, 0, 0));
    gone.change(1, new Change(1, null, 5, 0, 5, 0));
    assertThat(gone.broken()).containsExactly(1);
  }

  @Test
  void leavesOutAccountsThatItDoesNotLookAt() {
    ChainProof proof = ChainProof.ofStanding();
    Chain one = chain(1);
    proof.account(one.account());
    one.changes().forEach(change -> proof.change(1, change));
    chain(2).changes().forEach(change -> proof.change(2, change));

    assertThat(proof.broken()).isEmpty();
  }
}
