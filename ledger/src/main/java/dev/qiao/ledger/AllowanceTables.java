package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on {@code ledger.allowance} and on what was used. */
record AllowanceTables(Db db) {

  /** An allowance with what never changes of it. */
  record Stored(String reference, AllowanceState state) {
    AllowanceTerms terms() {
      return new AllowanceTerms(
          reference,
          Money.of(state.cap(), state.unit()),
          state.window(),
          state.zone(),
          state.restored());
    }
  }

  Optional<AllowanceId> insert(AllowanceTerms terms, long at) throws SQLException {
    return db.find(
        """
        insert into ledger.allowance (reference, unit, exponent, cap, span, zone, restored, slots, touched_at)
        values (?, ?, ?, ?, ?, ?, ?, array_fill(0::bigint, array[?]), ?)
        on conflict (reference) do nothing
        returning id
        """,
        row -> new AllowanceId(row.getLong("id")),
        terms.reference(),
        terms.cap().unit().code(),
        terms.cap().unit().exponent(),
        terms.cap().minor(),
        terms.window().code(),
        terms.zone().getId(),
        terms.restored(),
        terms.window().slots(),
        at);
  }

  Optional<Stored> find(String reference) throws SQLException {
    return db.find(
        """
        select id, reference, unit, exponent, cap, span, zone, next_zone, restored,
          window_start, window_end, slots, version, touched_at
        from ledger.allowance
        where reference = ?
        """,
        AllowanceTables::stored,
        reference);
  }

  List<Stored> find(long... ids) throws SQLException {
    return db.list(
        """
        select id, reference, unit, exponent, cap, span, zone, next_zone, restored,
          window_start, window_end, slots, version, touched_at
        from ledger.allowance
        where id = any(?)
        """,
        AllowanceTables::stored,
        (Object) ids);
  }

  /** Locks the allowances, lowest id first. */
  List<Stored> lock(long... ids) throws SQLException {
    return db.list(
        """
        select id, reference, unit, exponent, cap, span, zone, next_zone, restored,
          window_start, window_end, slots, version, touched_at
        from ledger.allowance
        where id = any(?)
        order by id
        for no key update
        """,
        AllowanceTables::stored,
        (Object) ids);
  }

  /**
   * Stores the changed allowances where the database still has the version that was known of each;
   * says whether it had it of all of them, those that were only read included.
   */
  boolean store(AllowanceChanges changes) throws SQLException {
    if (!changes.changed().isEmpty()) {
      for (int rows : update(changes.changed(), changes.storedVersions())) {
        if (rows != 1) {
          return false;
        }
      }
    }
    List<AllowanceState> read = changes.read();
    return read.isEmpty()
        || unchanged(
                read.stream().mapToLong(AllowanceState::number).toArray(),
                read.stream().mapToLong(AllowanceState::version).toArray())
            == read.size();
  }

  private int[] update(List<AllowanceState> states, List<Long> storedVersions) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      AllowanceState state = states.get(i);
      rows.add(
          new Object[] {
            state.zone().getId(),
            state.nextZone().map(ZoneId::getId).orElse(null),
            state.windowStart(),
            state.windowEnd(),
            state.slots(),
            state.version(),
            state.touchedAt(),
            state.number(),
            storedVersions.get(i)
          });
    }
    return db.runEach(
        """
        update ledger.allowance
        set zone = ?, next_zone = ?, window_start = ?, window_end = ?, slots = ?, version = ?, touched_at = ?
        where id = ? and version = ?
        """,
        rows);
  }

  private int unchanged(long[] ids, long[] versions) throws SQLException {
    return db.find(
            """
            select count(*)::int as unchanged
            from unnest(?::bigint[], ?::bigint[]) u (id, stored)
            join ledger.allowance a on a.id = u.id and a.version = u.stored
            """,
            row -> row.getInt("unchanged"),
            ids,
            versions)
        .orElseThrow();
  }

  void change(AllowanceId id, long cap, Optional<ZoneId> nextZone) throws SQLException {
    db.run(
        """
        update ledger.allowance
        set cap = ?, next_zone = ?, version = version + 1
        where id = ?
        """,
        cap,
        nextZone.map(ZoneId::getId).orElse(null),
        id.number());
  }

  /** What was taken for holds. */
  Map<HoldId, List<Used>> usedBy(Collection<HoldId> holds) throws SQLException {
    Map<HoldId, List<Used>> used = new HashMap<>();
    db.list(
            """
            select allowance, window_start, amount, hold
            from ledger.use_of_allowance
            where hold = any(?) and amount > 0
            order by posting, number
            """,
            AllowanceTables::used,
            (Object) HoldTables.values(holds))
        .forEach(one -> used.computeIfAbsent(one.hold(), _ -> new ArrayList<>()).add(one));
    return used;
  }

  /** What was taken by a posting. */
  List<Used> usedBy(PostingId posting) throws SQLException {
    return db.list(
        """
        select allowance, window_start, amount, hold
        from ledger.use_of_allowance
        where posting = ? and amount > 0
        order by number
        """,
        AllowanceTables::used,
        posting.value());
  }

  private static Used used(ResultSet row) throws SQLException {
    var hold = Db.uuid(row, "hold");
    return new Used(
        row.getLong("allowance"),
        row.getLong("window_start"),
        row.getLong("amount"),
        hold == null ? null : new HoldId(hold));
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Long[] slots = (Long[]) row.getArray("slots").getArray();
    return new Stored(
        row.getString("reference"),
        new AllowanceState(
            row.getLong("id"),
            AccountTables.unit(row),
            row.getLong("cap"),
            Window.ofCode(row.getString("span")),
            ZoneId.of(row.getString("zone")),
            Optional.ofNullable(row.getString("next_zone")).map(ZoneId::of),
            row.getBoolean("restored"),
            row.getLong("window_start"),
            row.getLong("window_end"),
            Arrays.stream(slots).mapToLong(Long::longValue).toArray(),
            row.getLong("version"),
            row.getLong("touched_at")));
  }
}
