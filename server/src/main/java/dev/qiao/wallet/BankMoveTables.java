package dev.qiao.wallet;

import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccountId;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.HoldId;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.PastMovements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Top-ups and withdrawals as stored. */
@Component
class BankMoveTables {
  private static final String INSERT =
      """
      insert into wallet.bank_move
        (id, kind, person, account, amount, unit, channel, scene, state, posting, hold, created_at, deadline, next_at,
         held)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient db;
  private final LinkedAccounts accounts;

  BankMoveTables(JdbcClient db, LinkedAccounts accounts) {
    this.db = db;
    this.accounts = accounts;
  }

  Companion companion(BankMove move, Instant nextAt) {
    return Companion.insert(INSERT, values(move, nextAt));
  }

  private static Object[] values(BankMove move, Instant nextAt) {
    return new Object[] {
      move.id().value(),
      move.id().kind().text(),
      move.person(),
      move.account().id().value(),
      move.amount().minor(),
      move.amount().unit().code(),
      move.channel().value(),
      move.scene().text(),
      move.state().text(),
      move.posting().value(),
      move.hold().map(HoldId::value).orElse(null),
      move.createdAt(),
      move.deadline(),
      nextAt,
      move.held()
    };
  }

  /** What a person's open top-ups will bring. */
  Money comingIn(UUID person, Unit unit) {
    long minor =
        db.sql(
                """
                select coalesce(sum(amount), 0)
                from wallet.bank_move
                where person = :person and kind = 'top_up' and finished_at is null
                """)
            .param("person", person)
            .query(Long.class)
            .single();
    return Money.of(minor, unit);
  }

  Optional<BankMove> find(UUID id) {
    return moves(
            db.sql(
                    """
                    select id, kind, person, account, amount, unit, channel, scene, state, reason, posting, hold, refusal,
                      created_at, deadline, finished_at, held
                    from wallet.bank_move
                    where id = :id
                    """)
                .param("id", id)
                .query(BankMoveTables::row)
                .list())
        .stream()
        .findFirst();
  }

  /**
   * Which of a person's moves: ids below {@code before}, from {@code from} on; at these linked
   * accounts, if given.
   */
  record Part(
      UUID person,
      Optional<UUID> before,
      Optional<UUID> from,
      Optional<List<LinkedAccountId>> accounts,
      Set<BankMove.Kind> kinds,
      int limit) {}

  List<BankMove> list(Part part) {
    return moves(
        db.sql(
                """
                select id, kind, person, account, amount, unit, channel, scene, state, reason, posting, hold, refusal,
                  created_at, deadline, finished_at, held
                from wallet.bank_move
                where person = :person
                  and (:before::uuid is null or id < :before::uuid)
                  and (:from::uuid is null or id >= :from::uuid)
                  and (:accounts::uuid[] is null or account = any(:accounts::uuid[]))
                  and kind = any(:kinds)
                order by id desc
                limit :limit
                """)
            .param("person", part.person())
            .param("before", part.before().orElse(null))
            .param("from", part.from().orElse(null))
            .param(
                "accounts",
                part.accounts()
                    .map(ids -> ids.stream().map(LinkedAccountId::value).toArray(UUID[]::new))
                    .orElse(null))
            .param("kinds", part.kinds().stream().map(BankMove.Kind::text).toArray(String[]::new))
            .param("limit", part.limit())
            .query(BankMoveTables::row)
            .list());
  }

  List<BankMove> search(BankMoveSearch search) {
    return moves(
        db.sql(
                """
                select id, kind, person, account, amount, unit, channel, scene, state, reason, posting, hold, refusal,
                  created_at, deadline, finished_at, held
                from wallet.bank_move
                where (:state::text is null or state = :state::text)
                  and (:low::uuid is null or id >= :low::uuid and id < :high::uuid)
                  and (:before::uuid is null or id < :before::uuid)
                order by id desc
                limit :limit
                """)
            .param("state", search.state().map(BankMove.State::text).orElse(null))
            .param("low", search.ids().map(range -> range.low()).orElse(null))
            .param("high", search.ids().map(range -> range.high()).orElse(null))
            .param("before", search.before().orElse(null))
            .param("limit", search.limit())
            .query(BankMoveTables::row)
            .list());
  }

  long count(BankMove.State state) {
    return db.sql("select count(*) from wallet.bank_move where state = :state")
        .param("state", state.text())
        .query(Long.class)
        .single();
  }

  /** The sums of days on which something succeeded, the newest first. */
  List<BankMoveSum> sums(UUID person, Instant from, Instant to, ZoneId zone, Unit unit) {
    return db.sql(
            """
            select (created_at at time zone :zone)::date as day,
              coalesce(sum(amount) filter (where kind = 'top_up'), 0)::bigint as came_in,
              coalesce(sum(amount) filter (where kind = 'withdrawal'), 0)::bigint as went_out
            from wallet.bank_move
            where person = :person and state = 'succeeded' and unit = :unit
              and created_at >= :from and created_at < :to
            group by day
            order by day desc
            """)
        .param("zone", zone.getId())
        .param("person", person)
        .param("unit", unit.code())
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(
            (row, n) ->
                new BankMoveSum(
                    row.getObject("day", LocalDate.class),
                    Money.of(row.getLong("came_in"), unit),
                    Money.of(row.getLong("went_out"), unit)))
        .list();
  }

  /**
   * Takes moves that should be looked at, the longest waiting first, each for one instance until
   * the lease ends.
   */
  List<UUID> claimDue(Instant now, Instant leaseEnd, int limit) {
    return db.sql(
            """
            with due as (
              select id
              from wallet.bank_move
              where next_at <= :now
              order by next_at
              limit :limit
              for update skip locked)
            update wallet.bank_move m
            set next_at = :lease_end
            from due
            where m.id = due.id
            returning m.id
            """)
        .param("now", Timestamp.from(now))
        .param("lease_end", Timestamp.from(leaseEnd))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  void later(BankMoveId id, Instant nextAt) {
    db.sql("update wallet.bank_move set next_at = :next_at where id = :id and finished_at is null")
        .param("next_at", Timestamp.from(nextAt))
        .param("id", id.value())
        .update();
  }

  /** False: that was known, or it is over. */
  boolean unknown(BankMoveId id, Instant nextAt) {
    return db.sql(
                """
                update wallet.bank_move
                set state = 'unknown', next_at = :next_at
                where id = :id and state = 'processing'
                """)
            .param("next_at", Timestamp.from(nextAt))
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Lets a move that was made to wait go to the bank. False: it has ended, or does not wait. */
  boolean letGo(BankMoveId id, Instant nextAt, Instant deadline) {
    return db.sql(
                """
                update wallet.bank_move
                set held = false, next_at = :next_at, deadline = :deadline
                where id = :id and held and state = 'processing'
                """)
            .param("deadline", Timestamp.from(deadline))
            .param("next_at", Timestamp.from(nextAt))
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Ends a move that was made to wait with a ledger command, if it still waits. */
  Companion refuse(BankMove move, PostingId posting, String reason, Instant at) {
    return Companion.guard(
        """
        update wallet.bank_move
        set state = 'failed', reason = ?, posting = ?, finished_at = ?, next_at = null
        where id = ? and held and state = 'processing'
        """,
        reason,
        posting.value(),
        at,
        move.id().value());
  }

  /** What a person brought to the bank from one time to another, and whether to this account. */
  PastMovements.Past past(
      UUID person, Optional<LinkedAccountId> account, Instant from, Instant to) {
    return db.sql(
            """
            select count(*), coalesce(max(amount), 0) as largest,
              coalesce(bool_or(account = :account::uuid), false) as before
            from wallet.bank_move
            where person = :person and kind = 'withdrawal' and state = 'succeeded'
              and created_at >= :from and created_at < :to
            """)
        .param("account", account.map(LinkedAccountId::value).orElse(null))
        .param("person", person)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(
            (row, n) ->
                new PastMovements.Past(
                    row.getLong("count"), row.getLong("largest"), row.getBoolean("before")))
        .single();
  }

  private static final String END =
      """
      update wallet.bank_move
      set state = ?, reason = ?, finished_at = ?, next_at = null, refusal = null
      where id = ? and posting = ? and state in ('processing', 'unknown')
      """;

  /** Ends a move with the ledger command that it names, if it is still open. */
  Companion end(BankMove move, BankMove.State state, @Nullable String reason, Instant at) {
    return Companion.guard(
        END, state.text(), reason, at, move.id().value(), move.posting().value());
  }

  /** Ends a move that the ledger has nothing to do with. False: it is over already. */
  boolean endAlone(BankMove move, BankMove.State state, @Nullable String reason, Instant at) {
    return db.sql(END)
            .params(
                state.text(), reason, Timestamp.from(at), move.id().value(), move.posting().value())
            .update()
        == 1;
  }

  /** Gives an open move another command, because the ledger refused this one for good. */
  void tryAgain(BankMove move, PostingId next, String refusal, Instant nextAt) {
    db.sql(
            """
            update wallet.bank_move
            set posting = :next, refusal = :refusal, next_at = :next_at
            where id = :id and posting = :posting and finished_at is null
            """)
        .param("next", next.value())
        .param("refusal", refusal)
        .param("next_at", Timestamp.from(nextAt))
        .param("id", move.id().value())
        .param("posting", move.posting().value())
        .update();
  }

  /** A row whose account is only named. */
  private record Row(LinkedAccountId account, Function<LinkedAccount, BankMove> move) {}

  private List<BankMove> moves(List<Row> rows) {
    Map<LinkedAccountId, LinkedAccount> linked =
        accounts.list(rows.stream().map(Row::account).distinct().toList());
    return rows.stream().map(row -> row.move().apply(linked.get(row.account()))).toList();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    var id =
        new BankMoveId(BankMove.Kind.of(row.getString("kind")), row.getObject("id", UUID.class));
    UUID person = row.getObject("person", UUID.class);
    Money amount = Money.of(row.getLong("amount"), Unit.of(row.getString("unit")));
    var channel = new ChannelId(row.getObject("channel", UUID.class));
    Scene scene = Scene.of(row.getString("scene"));
    BankMove.State state = BankMove.State.of(row.getString("state"));
    var reason = Optional.ofNullable(row.getString("reason"));
    var posting = new PostingId(row.getObject("posting", UUID.class));
    var hold = Optional.ofNullable(row.getObject("hold", UUID.class)).map(HoldId::new);
    var refusal = Optional.ofNullable(row.getString("refusal"));
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    Instant deadline = row.getTimestamp("deadline").toInstant();
    var finishedAt = Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant);
    boolean held = row.getBoolean("held");
    return new Row(
        new LinkedAccountId(row.getObject("account", UUID.class)),
        account ->
            new BankMove(
                id,
                person,
                account,
                amount,
                channel,
                scene,
                state,
                reason,
                posting,
                hold,
                refusal,
                createdAt,
                deadline,
                finishedAt,
                held));
  }
}
