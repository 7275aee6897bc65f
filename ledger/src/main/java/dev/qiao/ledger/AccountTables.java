package dev.qiao.ledger;

import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The statements on {@code ledger.account}. */
record AccountTables(Db db) {

  Optional<AccountId> insert(AccountTerms terms, Instant at) throws SQLException {
    return db.find(
        """
        insert into ledger.account (reference, unit, exponent, kind, floor, ceiling, touched_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (reference) do nothing
        returning id
        """,
        row -> new AccountId(row.getLong("id")),
        terms.reference(),
        terms.unit().code(),
        terms.unit().exponent(),
        terms.kind(),
        orNull(terms.floor()),
        orNull(terms.ceiling()),
        at);
  }

  Optional<Account> find(String reference) throws SQLException {
    return db.find(
        """
        select id, reference, unit, exponent, kind, floor, ceiling, frozen_debit, frozen_credit, closed,
          posted, held, sequence
        from ledger.account
        where reference = ?
        """,
        AccountTables::account,
        reference);
  }

  Optional<Account> find(AccountId id) throws SQLException {
    return db.find(
        """
        select id, reference, unit, exponent, kind, floor, ceiling, frozen_debit, frozen_credit, closed,
          posted, held, sequence
        from ledger.account
        where id = ?
        """,
        AccountTables::account,
        id.number());
  }

  List<Balance> balances(Collection<AccountId> ids) throws SQLException {
    return db.list(
        """
        select id, unit, exponent, posted, held, sequence
        from ledger.account
        where id = any(?)
        """,
        row -> balance(row, new AccountId(row.getLong("id"))),
        numbers(ids));
  }

  /** Locks the accounts, lowest id first, so that opposite postings cannot deadlock. */
  List<AccountState> lock(long... ids) throws SQLException {
    return db.list(
        """
        select id, unit, exponent, floor, ceiling, frozen_debit, frozen_credit, closed,
          posted, held, sequence, version, touched_at
        from ledger.account
        where id = any(?)
        order by id
        for no key update
        """,
        AccountTables::state,
        (Object) ids);
  }

  /** Without a lock: what is decided from them must be proven by their versions. */
  List<AccountState> states(long... ids) throws SQLException {
    return db.list(
        """
        select id, unit, exponent, floor, ceiling, frozen_debit, frozen_credit, closed,
          posted, held, sequence, version, touched_at
        from ledger.account
        where id = any(?)
        """,
        AccountTables::state,
        (Object) ids);
  }

  /**
   * Stores the changed accounts, lowest id first, where the database still has the version that was
   * known of each; says whether it had it of all of them, those that were only read included.
   */
  boolean store(AccountChanges changes) throws SQLException {
    return update(changes) == changes.changed() && unchanged(changes) == changes.read();
  }

  /**
   * Unnested side by side in a select: rows stream, where a function in "from" stores them first.
   */
  private int update(AccountChanges changes) throws SQLException {
    return changes.changed() == 0
        ? 0
        : db.run(
            """
            update ledger.account a
            set posted = u.posted, held = u.held, sequence = u.sequence, version = u.version,
              touched_at = timestamptz 'epoch' + u.touched_at * interval '1 microsecond'
            from (
              select unnest(?::bigint[]) as id, unnest(?::bigint[]) as stored, unnest(?::bigint[]) as posted,
                unnest(?::bigint[]) as held, unnest(?::bigint[]) as sequence, unnest(?::bigint[]) as version,
                unnest(?::bigint[]) as touched_at
              offset 0
            ) u
            where a.id = u.id and a.version = u.stored
            """,
            changes.columns());
  }

  private int unchanged(AccountChanges changes) throws SQLException {
    return changes.read() == 0
        ? 0
        : db.find(
                """
                select count(*)::int as unchanged
                from unnest(?::bigint[], ?::bigint[]) u (id, stored)
                join ledger.account a on a.id = u.id and a.version = u.stored
                """,
                row -> row.getInt("unchanged"),
                changes.readColumns())
            .orElseThrow();
  }

  static Unit unit(ResultSet row) throws SQLException {
    return Units.of(row.getString("unit"), row.getInt("exponent"));
  }

  static Balance balance(ResultSet row, AccountId account) throws SQLException {
    return new Balance(
        account, unit(row), row.getLong("posted"), row.getLong("held"), row.getLong("sequence"));
  }

  private static Account account(ResultSet row) throws SQLException {
    AccountId id = new AccountId(row.getLong("id"));
    AccountTerms terms =
        new AccountTerms(
            row.getString("reference"),
            unit(row),
            row.getString("kind"),
            optional(row, "floor"),
            optional(row, "ceiling"));
    Set<Side> frozen = EnumSet.noneOf(Side.class);
    if (row.getBoolean("frozen_debit")) {
      frozen.add(Side.DEBIT);
    }
    if (row.getBoolean("frozen_credit")) {
      frozen.add(Side.CREDIT);
    }
    return new Account(id, terms, frozen, row.getBoolean("closed"), balance(row, id));
  }

  private static AccountState state(ResultSet row) throws SQLException {
    return new AccountState(
            row.getLong("id"),
            unit(row),
            optional(row, "floor").orElse(AccountState.NO_FLOOR),
            optional(row, "ceiling").orElse(AccountState.NO_CEILING),
            row.getBoolean("frozen_debit"),
            row.getBoolean("frozen_credit"),
            row.getBoolean("closed"))
        .at(
            row.getLong("posted"),
            row.getLong("held"),
            row.getLong("sequence"),
            row.getLong("version"),
            Micros.of(Db.instant(row, "touched_at")));
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  static long[] numbers(Collection<AccountId> ids) {
    return ids.stream().mapToLong(AccountId::number).distinct().toArray();
  }
}
