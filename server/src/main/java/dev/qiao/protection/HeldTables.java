package dev.qiao.protection;

import dev.qiao.identity.PersonId;
import dev.qiao.ledger.Companion;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Reviews.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements that wait for a second word. */
@Component
class HeldTables {
  private static final String INSERT =
      """
      insert into protection.held (id, person, session, thing, amount, unit, payee, reasons, state, at, deadline)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
      """;

  private static final String END =
      """
      update protection.held
      set state = ?, ended_at = ?
      where id = ? and state = 'open'
      """;

  /** Nothing is let go from a frozen wallet. */
  private static final String RELEASE =
      """
      update protection.held h
      set state = 'released', ended_at = ?
      where id = ? and state = 'open'
        and not exists (select from protection.freeze f where f.person = h.person)
      """;

  private final JdbcClient db;

  HeldTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Review review) {
    db.sql(INSERT)
        .params(values(review, Timestamp.from(review.at()), Timestamp.from(review.deadline())))
        .update();
  }

  Companion companion(Review review) {
    return Companion.insert(INSERT, values(review, review.at(), review.deadline()));
  }

  private static Object[] values(Review review, Object at, Object deadline) {
    return new Object[] {
      review.id(),
      review.person(),
      review.session(),
      review.deed().thing(),
      review.deed().amount().minor(),
      review.deed().amount().unit().code(),
      review.deed().payee(),
      review.reasons().toArray(String[]::new),
      at,
      deadline
    };
  }

  /** Lets it go with a ledger command, if it waits and its wallet is not frozen. */
  Companion releasing(HeldId id, Instant at) {
    return Companion.guard(RELEASE, at, id.value());
  }

  /** The same in the transaction at hand. False: it waits no more, or the wallet is frozen. */
  boolean release(HeldId id, Instant at) {
    return db.sql(RELEASE).params(Timestamp.from(at), id.value()).update() == 1;
  }

  /** Ends the waiting with a ledger command, if it has not ended. */
  Companion ending(HeldId id, Held.State state, Instant at) {
    return Companion.guard(END, state.text(), at, id.value());
  }

  /** Ends the waiting. False: it has ended already. */
  boolean end(HeldId id, Held.State state, Instant at) {
    return db.sql(END).params(state.text(), Timestamp.from(at), id.value()).update() == 1;
  }

  Optional<Held> find(HeldId id) {
    return db.sql(
            """
            select id, person, session, thing, amount, unit, payee, reasons, state, at, deadline, ended_at
            from protection.held
            where id = :id
            """)
        .param("id", id.value())
        .query(HeldTables::held)
        .optional();
  }

  /** A person's, the newest first: those that wait, and lately ended ones. */
  List<Held> of(PersonId person, int limit) {
    return db.sql(
            """
            select id, person, session, thing, amount, unit, payee, reasons, state, at, deadline, ended_at
            from protection.held
            where person = :person
            order by id desc
            limit :limit
            """)
        .param("person", person.value())
        .param("limit", limit)
        .query(HeldTables::held)
        .list();
  }

  /** Those that nobody has answered in time. */
  List<Held> overdue(Instant now) {
    return db.sql(
            """
            select id, person, session, thing, amount, unit, payee, reasons, state, at, deadline, ended_at
            from protection.held
            where state = 'open' and deadline <= :now
            order by deadline
            limit 50
            """)
        .param("now", Timestamp.from(now))
        .query(HeldTables::held)
        .list();
  }

  /** Notes that a person is told; false when they were. */
  boolean tell(UUID id, Instant now) {
    return db.sql("update protection.held set told_at = :now where id = :id and told_at is null")
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update()
        == 1;
  }

  /** Those of which nobody was told, because an instance ended too early. */
  List<Held> untold(Instant before) {
    return db.sql(
            """
            select id, person, session, thing, amount, unit, payee, reasons, state, at, deadline, ended_at
            from protection.held
            where told_at is null and at < :before
            limit 50
            """)
        .param("before", Timestamp.from(before))
        .query(HeldTables::held)
        .list();
  }

  private static Held held(ResultSet row, int n) throws SQLException {
    return new Held(
        new HeldId(row.getObject("id", UUID.class)),
        row.getObject("person", UUID.class),
        row.getObject("session", UUID.class),
        row.getString("thing"),
        Money.of(row.getLong("amount"), Unit.of(row.getString("unit"))),
        row.getString("payee"),
        List.of((String[]) row.getArray("reasons").getArray()),
        Held.State.of(row.getString("state")),
        row.getTimestamp("at").toInstant(),
        row.getTimestamp("deadline").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
  }
}
