package dev.qiao.ledger;

import dev.qiao.ledger.AuditSlices.Bounds;
import dev.qiao.ledger.AuditSlices.Slice;
import dev.qiao.ledger.ChainCheck.Finding;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks the chains of a range of accounts in slices that read changes as they lie in storage, by
 * id: an account's own changes lie on as many pages as there are of them. Each account is followed
 * to where it stood when the range began. Changes up to there never change, so slices of different
 * moments show the same ones; only of accounts whose changes make no chain are they read in order,
 * to say which differs.
 *
 * <p>All of it is in memory: whoever goes on without it begins the range again.
 */
final class AuditChains {
  /** To say what differs takes some statements for each account. */
  private static final int NAMED_AT_ONCE = 20;

  private ChainProof proof;
  private boolean areAll;
  private UUID upTo;

  /** The last id of those that are ahead of time, until they are read. */
  private Optional<UUID> ahead = Optional.empty();

  private boolean isRead;
  private long[] broken;
  private int named;
  private long insideAfter;
  private boolean isExplained;

  /** Begins, goes on with, or ends the range after the place's number. */
  Slice look(Db db, Bounds bounds, AuditPlace place, Instant now) throws SQLException {
    ChainTables chains = new ChainTables(db);
    if (proof == null) {
      return begin(db, chains, bounds, place, now);
    }
    return isRead ? name(chains, bounds, place) : read(db, chains, bounds, place);
  }

  private Slice begin(Db db, ChainTables chains, Bounds bounds, AuditPlace place, Instant now)
      throws SQLException {
    proof = ChainProof.ofMoving();
    chains.readAccounts(proof::account, place.number(), bounds.atOnce());
    if (proof.accounts() == 0) {
      return new Slice(done(place), AuditFigures.NONE, List.of());
    }
    // Those that are opened from now on are the next pass's: there is always another one.
    areAll = proof.accounts() < bounds.atOnce();
    UUID last = new AuditPostingTables(db).last().orElse(AuditPlace.FIRST_ID);
    UUID soon = Micros.firstId(now.plus(AuditSlices.AHEAD));
    boolean areSomeAhead = AuditPlace.isFrom(soon, last);
    upTo = areSomeAhead ? soon : last;
    // First, and at once: in an hour the others will have written all that lies before them.
    ahead = areSomeAhead ? Optional.of(last) : Optional.empty();
    return new Slice(
        place.inside(0, ahead.isPresent() ? soon : AuditPlace.FIRST_ID),
        AuditFigures.NONE,
        List.of());
  }

  private Slice read(Db db, ChainTables chains, Bounds bounds, AuditPlace place)
      throws SQLException {
    UUID until = ahead.orElse(upTo);
    UUID end = new AuditPostingTables(db).end(place.id(), until, bounds.changes()).orElse(until);
    long before = proof.changes();
    chains.readUnsorted(proof, place.id(), end);
    AuditFigures figures = AuditFigures.ofAccounts(0, proof.changes() - before);
    AuditPlace next = place.inside(proof.changes(), end);
    if (!end.equals(until)) {
      return new Slice(next, figures, List.of());
    }
    if (ahead.isPresent()) {
      ahead = Optional.empty();
      return new Slice(next.inside(proof.changes(), AuditPlace.FIRST_ID), figures, List.of());
    }
    chains.readAccounts(proof::standsAt, proof.moved());
    isRead = true;
    broken = proof.broken();
    return new Slice(broken.length == 0 ? done(place) : next, figures, List.of());
  }

  private Slice name(ChainTables chains, Bounds bounds, AuditPlace place) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    long changes = 0;
    for (int i = 0; i < NAMED_AT_ONCE && named < broken.length; i++) {
      changes += inside(chains, bounds.changes(), findings);
      if (changes >= bounds.changes()) {
        break;
      }
    }
    AuditPlace next = named == broken.length ? done(place) : place;
    return new Slice(next, AuditFigures.NONE, chains.named(findings));
  }

  /** The change up to which it was looked at comes first, as what the others follow from. */
  private long inside(ChainTables chains, int changesMax, List<Finding> findings)
      throws SQLException {
    ChainCheck check = insideAfter == 0 ? ChainCheck.fromTheFirst() : ChainCheck.fromAnywhere();
    long account = broken[named];
    chains.readInside(check, account, insideAfter == 0 ? Long.MIN_VALUE : insideAfter, changesMax);
    boolean isWhole = check.changes() < changesMax;
    if (isWhole) {
      check.finish();
    }
    isExplained |= !check.findings().isEmpty();
    findings.addAll(check.findings());
    // What stands in place of one change many times over would hold the pass up for ever.
    if (!isWhole && check.sequence() > insideAfter) {
      insideAfter = check.sequence();
      return check.changes();
    }
    if (!isExplained) {
      findings.add(Finding.unexplained(account));
    }
    named++;
    insideAfter = 0;
    isExplained = false;
    return check.changes();
  }

  private AuditPlace done(AuditPlace place) {
    AuditPlace next =
        areAll || proof.accounts() == 0
            ? AuditPlace.before(AuditPlace.Area.HOLDS)
            : place.after(proof.last());
    proof = null;
    broken = null;
    named = 0;
    isRead = false;
    return next;
  }
}
