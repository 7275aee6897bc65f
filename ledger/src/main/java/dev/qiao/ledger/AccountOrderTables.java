package dev.qiao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The statements on {@code ledger.account_change}, and those that change what an account may. */
record AccountOrderTables(Db db) {

  /** What was stored for an id: enough to answer it again. */
  record StoredChange(byte[] digest, AccountChange first) {
    boolean isOf(byte[] other) {
      return Arrays.equals(digest, other);
    }
  }

  Optional<StoredChange> find(ChangeId id) throws SQLException {
    return db.find(
        """
        select c.id, c.account, c.digest, c.at, c.refusal, c.floor, c.ceiling, c.frozen_debit, c.frozen_credit, c.closed,
          c.posted, c.held, c.sequence, a.reference, a.unit, a.exponent, a.kind
        from ledger.account_change c
        left join ledger.account a on a.id = c.account
        where c.id = ?
        """,
        AccountOrderTables::stored,
        id.value());
  }

  /** In the order of their ids. */
  List<AccountChangeRecord> of(AccountId account) throws SQLException {
    return db.list(
        """
        select id, at, verb, side, floor, ceiling, reference, refusal
        from ledger.account_change
        where account = ?
        order by id
        """,
        AccountOrderTables::change,
        account.number());
  }

  /** The terms of before the first change of limits, or those of now when there was none. */
  AccountTerms openedWith(Account account) throws SQLException {
    AccountTerms now = account.terms();
    return db.find(
            """
            select floor_before, ceiling_before
            from ledger.account_change
            where account = ? and verb = 'limit' and refusal is null
            order by version
            limit 1
            """,
            row ->
                new AccountTerms(
                    now.reference(),
                    now.unit(),
                    now.kind(),
                    optional(row, "floor_before"),
                    optional(row, "ceiling_before")),
            account.id().number())
        .orElse(now);
  }

  void update(Account after, long version, long at) throws SQLException {
    db.run(
        """
        update ledger.account
        set floor = ?, ceiling = ?, frozen_debit = ?, frozen_credit = ?, closed = ?, version = ?, touched_at = ?
        where id = ?
        """,
        orNull(after.terms().floor()),
        orNull(after.terms().ceiling()),
        after.frozen().contains(Side.DEBIT),
        after.frozen().contains(Side.CREDIT),
        after.closed(),
        version,
        Micros.instant(at),
        after.id().number());
  }

  void insertDone(
      AccountOrder order, byte[] digest, long at, long version, Account before, Account after)
      throws SQLException {
    insert(
        """
        insert into ledger.account_change (id, account, at, digest, verb, side, reference, version,
          floor_before, ceiling_before, floor, ceiling, frozen_debit, frozen_credit, closed, posted, held, sequence)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing
        """,
        order.id().value(),
        order.account().number(),
        Micros.instant(at),
        digest,
        order.verb(),
        side(order),
        order.reference(),
        version,
        orNull(before.terms().floor()),
        orNull(before.terms().ceiling()),
        orNull(after.terms().floor()),
        orNull(after.terms().ceiling()),
        after.frozen().contains(Side.DEBIT),
        after.frozen().contains(Side.CREDIT),
        after.closed(),
        after.balance().posted(),
        after.balance().held(),
        after.balance().sequence());
  }

  void insertRefused(AccountOrder order, byte[] digest, long at, AccountRefusal refusal)
      throws SQLException {
    Optional<AccountOrder.Limit> limit =
        order instanceof AccountOrder.Limit asked ? Optional.of(asked) : Optional.empty();
    insert(
        """
        insert into ledger.account_change (id, account, at, digest, verb, side, reference, floor, ceiling, refusal)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing
        """,
        order.id().value(),
        order.account().number(),
        Micros.instant(at),
        digest,
        order.verb(),
        side(order),
        order.reference(),
        limit.map(asked -> orNull(asked.floor())).orElse(null),
        limit.map(asked -> orNull(asked.ceiling())).orElse(null),
        refusal.code());
  }

  private void insert(String sql, Object... parameters) throws SQLException {
    if (db.run(sql, parameters) == 0) {
      throw new TakenMeanwhile();
    }
  }

  private static StoredChange stored(ResultSet row) throws SQLException {
    ChangeId id = new ChangeId(Db.uuid(row, "id"));
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new StoredChange(
          row.getBytes("digest"), new AccountChange.Refused(id, AccountRefusal.ofCode(refusal)));
    }
    AccountId account = new AccountId(row.getLong("account"));
    AccountTerms terms =
        new AccountTerms(
            row.getString("reference"),
            AccountTables.unit(row),
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
    Account then =
        new Account(
            account, terms, frozen, row.getBoolean("closed"), AccountTables.balance(row, account));
    return new StoredChange(
        row.getBytes("digest"), new AccountChange.Changed(id, Db.instant(row, "at"), then));
  }

  private static AccountChangeRecord change(ResultSet row) throws SQLException {
    return new AccountChangeRecord(
        new ChangeId(Db.uuid(row, "id")),
        Db.instant(row, "at"),
        row.getString("verb"),
        Optional.ofNullable(row.getString("side"))
            .map(side -> Side.valueOf(side.toUpperCase(Locale.ROOT))),
        optional(row, "floor"),
        optional(row, "ceiling"),
        row.getString("reference"),
        Optional.ofNullable(row.getString("refusal")).map(AccountRefusal::ofCode));
  }

  private static String side(AccountOrder order) {
    return order.ofSide().map(side -> side.name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }
}
