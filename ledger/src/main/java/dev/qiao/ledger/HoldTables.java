package dev.qiao.ledger;

import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The statements on {@code ledger.hold}. */
record HoldTables(Db db) {

  /** The holds' accounts, which never change. */
  Map<HoldId, AccountId> accountsOf(Collection<HoldId> ids) throws SQLException {
    Map<HoldId, AccountId> accounts = new HashMap<>();
    db.list(
        """
        select id, account
        from ledger.hold
        where id = any(?)
        """,
        row -> accounts.put(new HoldId(Db.uuid(row, "id")), new AccountId(row.getLong("account"))),
        (Object) values(ids));
    return accounts;
  }

  /** Without a lock: whoever changes a hold changes its account, and so the account's version. */
  List<HoldState> states(Collection<HoldId> ids) throws SQLException {
    Map<HoldId, List<Used>> used = new AllowanceTables(db).usedBy(ids);
    return db.list(
        """
        select id, account, amount, captured, released, version, expires_at, ended, reference
        from ledger.hold
        where id = any(?)
        """,
        row -> state(row, used),
        (Object) values(ids));
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

  void store(HoldChanges changes) throws SQLException {
    insert(changes.made());
    if (!changes.changed().isEmpty()) {
      update(changes.changed());
    }
  }

  private void insert(Collection<HoldState> holds) throws SQLException {
    CopyRows rows = new CopyRows();
    for (HoldState hold : holds) {
      rows.row(9)
          .uuid(hold.id().value())
          .int8(hold.account())
          .int8(hold.amount())
          .int8(hold.captured())
          .int8(hold.released())
          .int8(hold.version())
          .time(hold.expiresAt())
          .text(ended(hold))
          .text(hold.reference());
    }
    rows.send(
        db.connection(),
        """
        copy ledger.hold (id, account, amount, captured, released, version, expires_at, ended, reference)
        from stdin (format binary)
        """);
  }

  private void update(Collection<HoldState> holds) throws SQLException {
    db.runEach(
        """
        update ledger.hold
        set amount = ?, captured = ?, released = ?, version = ?, ended = ?
        where id = ?
        """,
        holds.stream()
            .map(
                hold ->
                    new Object[] {
                      hold.amount(),
                      hold.captured(),
                      hold.released(),
                      hold.version(),
                      ended(hold),
                      hold.id().value()
                    })
            .toList());
  }

  private static String ended(HoldState hold) {
    return hold.ended().map(end -> end.name().toLowerCase(Locale.ROOT)).orElse(null);
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

  private static HoldState state(ResultSet row, Map<HoldId, List<Used>> used) throws SQLException {
    HoldId id = new HoldId(Db.uuid(row, "id"));
    return new HoldState(
        id,
        row.getLong("account"),
        row.getLong("amount"),
        row.getLong("captured"),
        row.getLong("released"),
        row.getLong("version"),
        Micros.of(Db.instant(row, "expires_at")),
        ended(row),
        row.getString("reference"),
        used.getOrDefault(id, List.of()));
  }

  static UUID[] values(Collection<HoldId> ids) {
    return ids.stream().map(HoldId::value).toArray(UUID[]::new);
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
