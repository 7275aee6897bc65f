package dev.qiao.api;

import dev.qiao.ledger.Companion;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox. */
@Component
class EventTables {
  private static final String INSERT =
      """
      insert into api.event (id, type, party_kind, party, place, thing, at, amount, unit, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient db;

  EventTables(JdbcClient db) {
    this.db = db;
  }

  Companion companion(Event event) {
    return Companion.insert(INSERT, values(event, event.at()));
  }

  void insert(Event event) {
    db.sql(INSERT).params(values(event, Timestamp.from(event.at()))).update();
  }

  private static Object[] values(Event event, Object at) {
    return new Object[] {
      event.id(),
      event.type(),
      event.party().name(),
      event.partyId(),
      event.place().orElse(null),
      event.thing(),
      at,
      event.amount().map(Money::minor).orElse(null),
      event.amount().map(money -> money.unit().code()).orElse(null),
      event.state()
    };
  }

  /**
   * A place in the stream. Transactions first: a late commit with an early number comes after what
   * was read.
   */
  record Place(long transaction, long number) {
    static final Place START = new Place(0, 0);

    @Override
    public String toString() {
      return transaction + "-" + number;
    }

    static Optional<Place> parse(String text) {
      String[] parts = text.split("-", -1);
      try {
        return parts.length == 2
            ? Optional.of(new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
            : Optional.empty();
      } catch (NumberFormatException notOurs) {
        return Optional.empty();
      }
    }
  }

  record Placed(Place place, Event event) {}

  /**
   * The events after a place, stopping before any transaction that has not ended: none is ever
   * skipped.
   */
  List<Placed> after(Place place, int limit) {
    return db.sql(
            """
            select transaction, number, id, type, party_kind, party, place, thing, at,
              amount, unit, state
            from api.event
            where (transaction, number) > (:transaction, :number)
              and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            order by transaction, number
            limit :limit
            """)
        .param("transaction", place.transaction())
        .param("number", place.number())
        .param("limit", limit)
        .query(EventTables::placed)
        .list();
  }

  /** The same, of one party's stream. */
  List<Placed> after(Place place, Event.Party kind, UUID party, int limit) {
    return db.sql(
            """
            select transaction, number, id, type, party_kind, party, place, thing, at,
              amount, unit, state
            from api.event
            where party = :party and party_kind = :kind
              and (transaction, number) > (:transaction, :number)
              and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            order by transaction, number
            limit :limit
            """)
        .param("party", party)
        .param("kind", kind.name())
        .param("transaction", place.transaction())
        .param("number", place.number())
        .param("limit", limit)
        .query(EventTables::placed)
        .list();
  }

  /** Where the stream ends now. */
  Place end() {
    return db.sql(
            """
            select transaction, number
            from api.event
            where transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            order by transaction desc, number desc
            limit 1
            """)
        .query((row, n) -> new Place(row.getLong("transaction"), row.getLong("number")))
        .optional()
        .orElse(Place.START);
  }

  int forget(Instant before) {
    return db.sql("delete from api.event where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Placed placed(ResultSet row, int n) throws SQLException {
    String unit = row.getString("unit");
    return new Placed(
        new Place(row.getLong("transaction"), row.getLong("number")),
        new Event(
            row.getObject("id", UUID.class),
            row.getString("type"),
            Event.Party.valueOf(row.getString("party_kind")),
            row.getObject("party", UUID.class),
            Optional.ofNullable(row.getObject("place", UUID.class)),
            row.getString("thing"),
            row.getTimestamp("at").toInstant(),
            unit == null
                ? Optional.empty()
                : Optional.of(Money.of(row.getLong("amount"), Unit.of(unit))),
            row.getString("state")));
  }
}
