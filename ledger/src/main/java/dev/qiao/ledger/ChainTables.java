package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Change;
import dev.qiao.ledger.ChainCheck.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements that read accounts with their changes, in order. */
record ChainTables(Db db) {
  private static final int AT_ONCE = 10_000;

  /** An account's number and how many changes it says it has had. */
  record Size(long account, long changes) {}

  List<Size> sizes(long after, int accountsMax) throws SQLException {
    return db.list(
        """
        select id, sequence
        from ledger.account
        where id > ?
        order by id
        limit ?
        """,
        row -> new Size(row.getLong("id"), row.getLong("sequence")),
        after,
        accountsMax);
  }

  /** Accounts as they are stored, in order. */
  List<Account> accounts(long after, int accountsMax) throws SQLException {
    return db.list(
        """
        select id, posted, held, sequence
        from ledger.account
        where id > ?
        order by id
        limit ?
        """,
        row -> new Account(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        after,
        accountsMax);
  }

  /** All changes of these accounts and of those between them, in no order. */
  void readUnsorted(ChainProof proof, long first, long last) throws SQLException {
    db.each(
        """
        select debit, debit_sequence, debit_posted, debit_held, credit, credit_sequence, credit_posted, credit_held,
          amount, hold is not null
        from ledger.move
        where debit between ? and ? or credit between ? and ?
        """,
        AT_ONCE,
        row -> takeMove(proof, row),
        first,
        last,
        first,
        last);
    db.each(
        """
        select account, sequence, posted, held, amount
        from ledger.change_of_hold
        where account between ? and ?
        """,
        AT_ONCE,
        row ->
            proof.change(
                row.getLong(1),
                new Change(
                    row.getLong(2), null, row.getLong(3), row.getLong(4), 0, row.getLong(5))),
        first,
        last);
  }

  /** All changes of these accounts, in order. */
  void readWhole(ChainCheck check, long... accounts) throws SQLException {
    db.each(
        """
        select a.id, a.posted as stored_posted, a.held as stored_held, a.sequence as stored_sequence,
          t.sequence, t.posting, t.posted, t.held, t.amount, t.held_amount
        from ledger.account a
        left join ledger.touch t on t.account = a.id
        where a.id = any(?)
        order by a.id, t.sequence, t.posting
        """,
        AT_ONCE,
        row -> take(check, row),
        accounts);
  }

  /** Accounts with as many changes as they say they have had, and one more if there is one. */
  void read(ChainCheck check, long after, long upTo) throws SQLException {
    db.each(
        """
        select a.id, a.posted as stored_posted, a.held as stored_held, a.sequence as stored_sequence,
          t.sequence, t.posting, t.posted, t.held, t.amount, t.held_amount
        from ledger.account a
        left join lateral (
          select sequence, posting, posted, held, amount, held_amount
          from ledger.touch_by_account
          where account = a.id
          order by sequence, posting
          limit greatest(a.sequence, 0) + 1
        ) t on true
        where a.id > ? and a.id <= ?
        order by a.id, t.sequence, t.posting
        """,
        AT_ONCE,
        row -> take(check, row),
        after,
        upTo);
  }

  /** Some changes of one account, beginning with that of this sequence. */
  void readInside(ChainCheck check, long account, long fromSequence, int changesMax)
      throws SQLException {
    db.each(
        """
        select a.id, a.posted as stored_posted, a.held as stored_held, a.sequence as stored_sequence,
          t.sequence, t.posting, t.posted, t.held, t.amount, t.held_amount
        from ledger.account a
        left join lateral (
          select sequence, posting, posted, held, amount, held_amount
          from ledger.touch_by_account
          where account = a.id and sequence >= ?
          order by sequence, posting
          limit ?
        ) t on true
        where a.id = ?
        order by a.id, t.sequence, t.posting
        """,
        AT_ONCE,
        row -> take(check, row),
        fromSequence,
        changesMax,
        account);
  }

  /** The last changes of each of these accounts. */
  void readLast(ChainCheck check, int changesMax, long... accounts) throws SQLException {
    db.each(
        """
        select a.id, a.posted as stored_posted, a.held as stored_held, a.sequence as stored_sequence,
          t.sequence, t.posting, t.posted, t.held, t.amount, t.held_amount
        from ledger.account a
        left join lateral (
          select sequence, posting, posted, held, amount, held_amount
          from ledger.touch_by_account
          where account = a.id
          order by sequence desc, posting desc
          limit ?
        ) t on true
        where a.id = any(?)
        order by a.id, t.sequence, t.posting
        """,
        AT_ONCE,
        row -> take(check, row),
        changesMax,
        accounts);
  }

  /** The findings with the accounts' references. */
  List<Difference> named(List<Finding> findings) throws SQLException {
    Map<Long, String> references = new HashMap<>();
    db.list(
        """
        select id, reference
        from ledger.account
        where id = any(?)
        """,
        row -> references.put(row.getLong("id"), row.getString("reference")),
        (Object) findings.stream().mapToLong(Finding::account).distinct().toArray());
    return findings.stream()
        .map(finding -> difference(finding, references.get(finding.account())))
        .toList();
  }

  private static Difference difference(Finding finding, String reference) {
    String account = "account " + finding.account() + " (" + reference + ")";
    return new Difference(
        finding.posting() == null
            ? account
            : account + " after change " + finding.sequence() + " by posting " + finding.posting(),
        finding.figure(),
        finding.expected(),
        finding.actual());
  }

  /** A leg changes two accounts; a capture takes from what the debited one has set aside. */
  private static void takeMove(ChainProof proof, ResultSet row) throws SQLException {
    long amount = row.getLong(9);
    proof.change(
        row.getLong(1),
        new Change(
            row.getLong(2),
            null,
            row.getLong(3),
            row.getLong(4),
            -amount,
            row.getBoolean(10) ? -amount : 0));
    proof.change(
        row.getLong(5),
        new Change(row.getLong(6), null, row.getLong(7), row.getLong(8), amount, 0));
  }

  private static void take(ChainCheck check, ResultSet row) throws SQLException {
    Account account = new Account(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    long sequence = row.getLong(5);
    check.take(
        account,
        row.wasNull()
            ? null
            : new Change(
                sequence,
                Db.uuid(row, "posting"),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10)));
  }
}
