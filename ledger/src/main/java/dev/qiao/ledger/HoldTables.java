package dev.qiao.ledger;

import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The statements on {@code ledger.hold}. */
record HoldTables(Db db) {

  /** The hold's account, which never changes. */
  Optional<AccountId> accountOf(HoldId id) throws SQLException {
    return db.find(
        """
        select account
        from ledger.hold
        where id = ?
        """,
        row -> new AccountId(row.getLong("account")),
        id.value());
  }

  Optional<HoldState> lock(HoldId id) throws SQLException {
    return db.find(
        """
        select id, account, amount, captured, released, version, expires_at, ended, reference
        from ledger.hold
        where id = ?
        for no key update
        """,
        HoldTables::state,
        id.value());
  }

  Optional<HoldRecord> find(HoldId id) throws SQLException {
    return db.find(
        """
        select h.id, h.account, a.unit, a.exponent, h.amount, h.captured, h.released, h.expires_at, h.ended
        from ledger.hold h
        join ledger.account a on a.id = h.account
        where h.id = ?
        """,
        HoldTables::record,
        id.value());
  }

  /** Says whether it did: another command may have made a hold of this id meanwhile. */
  boolean insert(HoldState hold) throws SQLException {
    int inserted =
        db.run(
            """
            insert into ledger.hold (id, account, amount, expires_at, reference)
            values (?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """,
            hold.id().value(),
            hold.account().number(),
            hold.amount(),
            hold.expiresAt(),
            hold.reference());
    return inserted == 1;
  }

  void update(HoldState hold) throws SQLException {
    db.run(
        """
        update ledger.hold
        set amount = ?, captured = ?, released = ?, version = ?, ended = ?
        where id = ?
        """,
        hold.amount(),
        hold.captured(),
        hold.released(),
        hold.version(),
        hold.ended().map(end -> end.name().toLowerCase(Locale.ROOT)).orElse(null),
        hold.id().value());
  }

  List<HoldId> due(Instant at, int limit) throws SQLException {
    return db.list(
        """
        select id
        from ledger.hold
        where ended is null and expires_at <= ?
        order by expires_at
        limit ?
        """,
        row -> new HoldId(Db.uuid(row, "id")),
        at,
        limit);
  }

  private static HoldState state(ResultSet row) throws SQLException {
    return new HoldState(
        new HoldId(Db.uuid(row, "id")),
        new AccountId(row.getLong("account")),
        row.getLong("amount"),
        row.getLong("captured"),
        row.getLong("released"),
        row.getLong("version"),
        Db.instant(row, "expires_at"),
        ended(row),
        row.getString("reference"));
  }

  private static HoldRecord record(ResultSet row) throws SQLException {
    Unit unit = AccountTables.unit(row);
    return new HoldRecord(
        new HoldId(Db.uuid(row, "id")),
        new AccountId(row.getLong("account")),
        Money.of(row.getLong("amount"), unit),
        Money.of(row.getLong("captured"), unit),
        Money.of(row.getLong("released"), unit),
        Db.instant(row, "expires_at"),
        ended(row));
  }

  private static Optional<End> ended(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("ended"))
        .map(text -> End.valueOf(text.toUpperCase(Locale.ROOT)));
  }
}
