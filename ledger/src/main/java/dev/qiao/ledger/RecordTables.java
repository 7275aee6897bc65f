package dev.qiao.ledger;

import dev.qiao.ledger.PostingRecord.HoldChange;
import dev.qiao.ledger.PostingRecord.LegRecord;
import dev.qiao.ledger.PostingRecord.Party;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The statements that read stored commands whole. */
record RecordTables(Db db) {

  Optional<PostingRecord> find(PostingId id) throws SQLException {
    return list(id.value()).stream().findFirst();
  }

  /** In order of ledger time. */
  List<PostingRecord> of(String reference) throws SQLException {
    List<UUID> ids =
        db.list(
            """
            select id
            from ledger.command
            where reference = ?
            """,
            row -> Db.uuid(row, "id"),
            reference);
    return list(ids.toArray(UUID[]::new));
  }

  private List<PostingRecord> list(UUID... ids) throws SQLException {
    List<PostingRecord> headers =
        db.list(
            """
            select id, verb, at, refusal, kind, reference, channel, scene, hold, reverses,
              array(select key from jsonb_each_text(attributes) order by key) as keys,
              array(select value from jsonb_each_text(attributes) order by key) as texts
            from ledger.command
            where id = any(?)
            order by at, id
            """,
            RecordTables::header,
            (Object) ids);
    List<PostingRecord> whole = new ArrayList<>(headers.size());
    for (PostingRecord header : headers) {
      whole.add(header.with(legs(header.id()), holdChanges(header.id())));
    }
    return whole;
  }

  private List<LegRecord> legs(PostingId id) throws SQLException {
    return db.list(
        """
        select l.amount, d.unit, d.exponent,
          l.debit, d.reference as debit_reference, d.kind as debit_kind,
          l.debit_sequence, l.debit_posted, l.debit_held,
          l.credit, c.reference as credit_reference, c.kind as credit_kind,
          l.credit_sequence, l.credit_posted, l.credit_held
        from ledger.move l
        join ledger.account d on d.id = l.debit
        join ledger.account c on c.id = l.credit
        where l.posting = ?
        order by l.number
        """,
        RecordTables::leg,
        id.value());
  }

  private List<HoldChange> holdChanges(PostingId id) throws SQLException {
    return db.list(
        """
        select h.hold, h.account, h.amount, h.sequence, h.posted, h.held, a.unit, a.exponent, a.reference, a.kind
        from ledger.change_of_hold h
        join ledger.account a on a.id = h.account
        where h.posting = ?
        """,
        RecordTables::holdChange,
        id.value());
  }

  private static PostingRecord header(ResultSet row) throws SQLException {
    return new PostingRecord(
        new PostingId(Db.uuid(row, "id")),
        row.getString("verb"),
        Db.instant(row, "at"),
        Optional.ofNullable(row.getString("refusal")).map(Refusal::ofCode),
        row.getString("kind"),
        row.getString("reference"),
        Optional.ofNullable(Db.uuid(row, "channel")),
        Optional.ofNullable(row.getString("scene")),
        attributes(row),
        Optional.ofNullable(Db.uuid(row, "hold")).map(HoldId::new),
        Optional.ofNullable(Db.uuid(row, "reverses")).map(PostingId::new),
        List.of(),
        List.of());
  }

  private static Map<String, String> attributes(ResultSet row) throws SQLException {
    String[] keys = (String[]) row.getArray("keys").getArray();
    String[] texts = (String[]) row.getArray("texts").getArray();
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      attributes.put(keys[i], texts[i]);
    }
    return attributes;
  }

  private static LegRecord leg(ResultSet row) throws SQLException {
    Unit unit = AccountTables.unit(row);
    Party debit = party(row, "debit");
    Party credit = party(row, "credit");
    return new LegRecord(
        debit,
        credit,
        Money.of(row.getLong("amount"), unit),
        after(row, "debit", debit.account(), unit),
        after(row, "credit", credit.account(), unit));
  }

  private static Party party(ResultSet row, String side) throws SQLException {
    return new Party(
        new AccountId(row.getLong(side)),
        row.getString(side + "_reference"),
        row.getString(side + "_kind"));
  }

  private static Balance after(ResultSet row, String side, AccountId account, Unit unit)
      throws SQLException {
    return new Balance(
        account,
        unit,
        row.getLong(side + "_posted"),
        row.getLong(side + "_held"),
        row.getLong(side + "_sequence"));
  }

  private static HoldChange holdChange(ResultSet row) throws SQLException {
    AccountId account = new AccountId(row.getLong("account"));
    return new HoldChange(
        new HoldId(Db.uuid(row, "hold")),
        new Party(account, row.getString("reference"), row.getString("kind")),
        Money.of(row.getLong("amount"), AccountTables.unit(row)),
        AccountTables.balance(row, account));
  }
}
