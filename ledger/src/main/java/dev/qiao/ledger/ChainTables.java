package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Change;
import dev.qiao.ledger.ChainCheck.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The statements that read accounts and their changes. */
record ChainTables(Db db) {
  private static final int AT_ONCE = 10_000;

  /** Accounts as they are stored, in order. */
  List<Account> accounts(long after, int accountsMax) throws SQLException {
    List<Account> accounts = new ArrayList<>();
    readAccounts(accounts::add, after, accountsMax);
    return accounts;
  }

  /** The same, without keeping them. */
  void readAccounts(Consumer<Account> reader, long after, int accountsMax) throws SQLException {
    db.each(
        """
        select id, posted, held, sequence
        from ledger.account
        where id > ?
        order by id
        limit ?
        """,
        AT_ONCE,
        row -> reader.accept(account(row)),
        after,
        accountsMax);
  }

  void readAccounts(Consumer<Account> reader, long... numbers) throws SQLException {
    db.each(
        """
        select id, posted, held, sequence
        from ledger.account
        where id = any(?)
        """,
        AT_ONCE,
        row -> reader.accept(account(row)),
        numbers);
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
        row -> takeHoldChange(proof, row),
        first,
        last);
  }

  /** All changes by the commands after an id, up to another, in no order. */
  void readUnsorted(ChainProof proof, UUID after, UUID upTo) throws SQLException {
    db.each(
        """
        select debit, debit_sequence, debit_posted, debit_held, credit, credit_sequence, credit_posted, credit_held,
          amount, hold is not null
        from ledger.move
        where posting > ? and posting <= ?
        """,
        AT_ONCE,
        row -> takeMove(proof, row),
        after,
        upTo);
    db.each(
        """
        select account, sequence, posted, held, amount
        from ledger.change_of_hold
        where posting > ? and posting <= ?
        """,
        AT_ONCE,
        row -> takeHoldChange(proof, row),
        after,
        upTo);
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

  private static void takeHoldChange(ChainProof proof, ResultSet row) throws SQLException {
    proof.change(
        row.getLong(1),
        new Change(row.getLong(2), null, row.getLong(3), row.getLong(4), 0, row.getLong(5)));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }

  private static void take(ChainCheck check, ResultSet row) throws SQLException {
    Account account = account(row);
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
