package dev.qiao.ledger;

import dev.qiao.ledger.AllowanceTables.Stored;
import dev.qiao.money.Money;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** Opens allowances and changes their terms, under their lock. */
record Allowances(Db db) {

  AllowanceId open(AllowanceTerms terms, long at) throws SQLException {
    Optional<Stored> existing = tables().find(terms.reference());
    if (existing.isEmpty()) {
      return tables().insert(terms, at).orElseThrow(TakenMeanwhile::new);
    }
    AllowanceTerms had = existing.get().terms();
    if (!had.window().equals(terms.window())
        || !had.cap().unit().equals(terms.cap().unit())
        || had.restored() != terms.restored()) {
      throw new AllowanceTermsDiffer(terms);
    }
    return new AllowanceId(existing.get().state().number());
  }

  Optional<Allowance> find(AllowanceId id, long at) throws SQLException {
    return tables().find(id.number()).stream().findFirst().map(stored -> allowance(stored, at));
  }

  Optional<Allowance> cap(AllowanceId id, Money cap, long at) throws SQLException {
    Optional<Stored> found = lock(id);
    if (found.isPresent()) {
      AllowanceState state = found.get().state();
      if (cap.isNegative() || !cap.unit().equals(state.unit())) {
        throw new IllegalArgumentException("Not a cap of " + state.unit() + ": " + cap.minor());
      }
      tables().change(id, cap.minor(), state.nextZone());
    }
    return find(id, at);
  }

  Optional<Allowance> move(AllowanceId id, ZoneId zone, long at) throws SQLException {
    Optional<Stored> found = lock(id);
    if (found.isPresent()) {
      tables().change(id, found.get().state().cap(), Optional.of(zone));
    }
    return find(id, at);
  }

  private Optional<Stored> lock(AllowanceId id) throws SQLException {
    return tables().lock(id.number()).stream().findFirst();
  }

  private static Allowance allowance(Stored stored, long at) {
    AllowanceState now = stored.state().at(Math.max(at, stored.state().touchedAt()));
    Stored current = new Stored(stored.reference(), now);
    return new Allowance(
        new AllowanceId(now.number()),
        current.terms(),
        Money.of(now.used(), now.unit()),
        now.nextZone());
  }

  private AllowanceTables tables() {
    return new AllowanceTables(db);
  }
}
