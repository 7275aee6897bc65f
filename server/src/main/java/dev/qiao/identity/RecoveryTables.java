package dev.qiao.identity;

import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wallets that wait to be opened again. Each change of state is one statement that looks first. */
@Component
class RecoveryTables {
  private static final String COLUMNS =
      " id, kind, person, state, contact_sealed, name_sealed, known_device,"
          + " applied_at, due_at, expires_at, checks, reference ";

  private final JdbcClient db;
  private final HolderTables holders;
  private final Seals seals;

  RecoveryTables(JdbcClient db, HolderTables holders, Seals seals) {
    this.db = db;
    this.holders = holders;
    this.seals = seals;
  }

  /**
   * @param claim what whoever applied keeps; empty for a phone that waits
   */
  void insert(Recovery recovery, Optional<Token> claim) {
    db.sql(
            """
            insert into identity.recovery
              (id, kind, person, state, claim_hash, contact_index, contact_sealed, name_sealed, known_device,
               applied_at, due_at, expires_at)
            values (:id, :kind, :person, :state, :claim, :index, :contact, :name, :known, :at, :due, :expires)
            """)
        .param("id", recovery.id().value())
        .param("kind", recovery.kind().text())
        .param("person", recovery.person().value())
        .param("state", recovery.state().text())
        .param("claim", claim.map(Token::hash).orElse(null))
        .param("index", recovery.contact().map(holders::index).orElse(null))
        .param("contact", recovery.contact().map(Contact::address).map(this::sealed).orElse(null))
        .param("name", recovery.name().map(this::sealed).orElse(null))
        .param("known", recovery.knownDevice())
        .param("at", Timestamp.from(recovery.appliedAt()))
        .param("due", Timestamp.from(recovery.dueAt()))
        .param("expires", Timestamp.from(recovery.expiresAt()))
        .update();
  }

  Optional<Recovery> byClaim(Token claim) {
    return db.sql("select" + COLUMNS + "from identity.recovery where claim_hash = :claim")
        .param("claim", claim.hash())
        .query(this::row)
        .optional();
  }

  Optional<Recovery> find(RecoveryId id) {
    return db.sql("select" + COLUMNS + "from identity.recovery where id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  /** What is open for a person, the oldest first. */
  List<Recovery> open(PersonId person, Instant now) {
    return db.sql(
            "select"
                + COLUMNS
                + """
                from identity.recovery
                where person = :person and state in ('waiting', 'approved') and expires_at > :now
                order by id
                """)
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .query(this::row)
        .list();
  }

  /**
   * At most 200 that an operator may look at: open, and of a wallet that exists; the oldest first.
   */
  List<Recovery> toReview(Instant now) {
    return db.sql(
            "select"
                + COLUMNS
                + """
                from identity.recovery
                where state in ('waiting', 'approved') and kind = 'lost_everything'
                  and expires_at > :now and person <> :nobody
                order by id
                limit 200
                """)
        .param("now", Timestamp.from(now))
        .param("nobody", SecondFactors.NOBODY)
        .query(this::row)
        .list();
  }

  /** False when it waits no more, or is not to be decided upon. */
  boolean decide(
      RecoveryId id,
      Recovery.State state,
      UUID by,
      List<String> checks,
      String reference,
      Instant now) {
    return db.sql(
                """
                update identity.recovery
                set state = :state, decided_by = :by, decided_at = :now, checks = :checks, reference = :reference,
                    ended_at = case when :state = 'refused' then :now::timestamptz end
                where id = :id and state = 'waiting' and kind = 'lost_everything'
                  and expires_at > :now and person <> :nobody
                """)
            .param("id", id.value())
            .param("state", state.text())
            .param("by", by)
            .param("checks", checks.toArray(String[]::new))
            .param("reference", reference)
            .param("now", Timestamp.from(now))
            .param("nobody", SecondFactors.NOBODY)
            .update()
        == 1;
  }

  /** False when it is not open any more. */
  boolean cancel(RecoveryId id, Instant now) {
    return db.sql(
                """
                update identity.recovery
                set state = 'cancelled', ended_at = :now
                where id = :id and state in ('waiting', 'approved') and expires_at > :now
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Cancels all that is open for a person; says how much there was. */
  int cancelAll(PersonId person, Instant now) {
    return db.sql(
            """
            update identity.recovery
            set state = 'cancelled', ended_at = :now
            where person = :person and state in ('waiting', 'approved') and expires_at > :now
            """)
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Ends what was approved and has waited long enough; empty when it is not so. */
  Optional<PersonId> complete(Token claim, Instant now) {
    return db.sql(
            """
            update identity.recovery
            set state = 'completed', ended_at = :now
            where claim_hash = :claim and state = 'approved' and due_at <= :now and expires_at > :now
            returning person
            """)
        .param("claim", claim.hash())
        .param("now", Timestamp.from(now))
        .query((row, n) -> new PersonId(row.getObject("person", UUID.class)))
        .optional();
  }

  /** The phone that waits for a person, if it is this one. */
  Optional<Recovery> waitingPhone(PersonId person, Phone phone, Instant now) {
    return db.sql(
            "select"
                + COLUMNS
                + """
                from identity.recovery
                where person = :person and kind = 'change_phone' and state = 'waiting'
                  and contact_index = :index and expires_at > :now
                """)
        .param("person", person.value())
        .param("index", holders.index(phone))
        .param("now", Timestamp.from(now))
        .query(this::row)
        .optional();
  }

  /** Cancels the phone that waits for a person, whatever its time, to make room for another. */
  void dropWaitingPhone(PersonId person, Instant now) {
    db.sql(
            """
            update identity.recovery
            set state = 'cancelled', ended_at = :now
            where person = :person and kind = 'change_phone' and state = 'waiting'
            """)
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** False when it was not due, or is not open any more. */
  boolean completePhone(RecoveryId id, Instant now) {
    return db.sql(
                """
                update identity.recovery
                set state = 'completed', ended_at = :now
                where id = :id and kind = 'change_phone' and state = 'waiting'
                  and due_at <= :now and expires_at > :now
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int expire(Instant now) {
    return db.sql(
            """
            update identity.recovery
            set state = 'expired', ended_at = :now
            where state in ('waiting', 'approved') and expires_at <= :now
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * At most 50 of which nobody was told, each for one of the instances. Belongs into a transaction.
   */
  List<Recovery> untold() {
    return db.sql(
            "select"
                + COLUMNS
                + """
                from identity.recovery
                where told_at is null
                order by applied_at
                limit 50
                for update skip locked
                """)
        .query(this::row)
        .list();
  }

  void told(RecoveryId id, Instant now) {
    db.sql("update identity.recovery set told_at = :now where id = :id")
        .param("id", id.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void forget(UUID person) {
    db.sql("delete from identity.recovery where person = :person").param("person", person).update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.recovery where ended_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private String sealed(String text) {
    return seals.seal(Purpose.RECOVERY, text);
  }

  private Recovery row(ResultSet row, int n) throws SQLException {
    return new Recovery(
        new RecoveryId(row.getObject("id", UUID.class)),
        Recovery.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        new PersonId(row.getObject("person", UUID.class)),
        Recovery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        opened(row.getString("contact_sealed")).map(Contact::of),
        opened(row.getString("name_sealed")),
        row.getBoolean("known_device"),
        row.getTimestamp("applied_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        texts(row.getArray("checks")),
        Optional.ofNullable(row.getString("reference")));
  }

  private Optional<String> opened(@Nullable String sealed) {
    return seals.open(Purpose.RECOVERY, sealed);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
