package dev.qiao.identity;

import dev.qiao.vault.Life;
import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vaults;
import dev.qiao.vault.Words;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an older program kept in the clear, as the owner sees it. */
final class PlainIdentityTables {
  private static final int AT_ONCE = 500;

  private record Plain(UUID id, @Nullable String name, @Nullable String contact) {}

  private record PlainSession(UUID id, String device, String address) {}

  private final JdbcClient db;
  private final TransactionTemplate transaction;

  PlainIdentityTables(DataSource owner) {
    this.db = JdbcClient.create(owner);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
  }

  boolean isThere() {
    return db.sql(
            """
            select exists (select from identity.person where phone is not null)
              or exists (select from identity.staff where login is not null)
              or exists (select from identity.operator where login is not null)
              or exists (select from identity.session where not starts_with(address, 'v1.'))
            """)
        .query(Boolean.class)
        .single();
  }

  /** Seals all of it, some rows at a time; says how many there were. */
  long seal(Vaults.Opened vault) {
    long sealed = 0;
    int step;
    do {
      step = transaction.execute(status -> someOf(vault));
      sealed += step;
    } while (step > 0);
    return sealed;
  }

  /** Takes the old versions of the rows out of the files, and has the database refuse new ones. */
  void forget() {
    for (String table : List.of("person", "staff", "operator", "session")) {
      // Names cannot be parameters here; they come from the list above alone.
      db.sql("vacuum full identity." + table).update();
    }
    db.sql("alter table identity.person validate constraint person_in_the_clear").update();
    db.sql("alter table identity.staff validate constraint staff_in_the_clear").update();
    db.sql("alter table identity.operator validate constraint operator_in_the_clear").update();
  }

  private int someOf(Vaults.Opened vault) {
    int people = people(vault);
    if (people > 0) {
      return people;
    }
    int staff = workers(vault, "staff", StaffTables.NAME, StaffTables.LOGIN);
    return staff > 0
        ? staff
        : workers(vault, "operator", OperatorTables.NAME, OperatorTables.LOGIN)
            + sessions(vault.seals());
  }

  private int people(Vaults.Opened vault) {
    List<Plain> rows =
        db.sql(
                """
                select id, name, phone as contact
                from identity.person
                where phone is not null
                limit :limit
                for update
                """)
            .param("limit", AT_ONCE)
            .query(Plain.class)
            .list();
    rows.forEach(row -> sealPerson(vault, row));
    return rows.size();
  }

  private void sealPerson(Vaults.Opened vault, Plain row) {
    SubjectKey erasable = vault.vault().fresh(row.id(), Life.ERASABLE);
    SubjectKey retained = vault.vault().fresh(row.id(), Life.RETAINED);
    Phone phone = new Phone(row.contact());
    db.sql(
            """
            update identity.person
            set name = null, phone = null,
                name_sealed = :name, phone_sealed = :phone, name_kept = :nameKept, phone_kept = :phoneKept,
                phone_index = :index, phone_end_index = :end
            where id = :id
            """)
        .param("id", row.id())
        .param("name", erasable.seal(PeopleTables.NAME, row.name()))
        .param("phone", erasable.seal(PeopleTables.PHONE, phone.e164()))
        .param("nameKept", retained.seal(PeopleTables.NAME, row.name()))
        .param("phoneKept", retained.seal(PeopleTables.PHONE, phone.e164()))
        .param("index", vault.index().of(PeopleTables.PHONE, phone.e164()))
        .param("end", vault.index().of(PeopleTables.PHONE_END, phone.tail()))
        .update();
    vault.vault().keep(erasable);
    vault.vault().keep(retained);
    for (String word : Words.of(row.name())) {
      db.sql("insert into identity.person_word (word, person) values (:word, :person)")
          .param("word", vault.index().of(PeopleTables.WORD, word))
          .param("person", row.id())
          .update();
    }
  }

  /** Names cannot be parameters: the table's comes from the callers above alone. */
  private int workers(Vaults.Opened vault, String table, String nameField, String loginField) {
    List<Plain> rows =
        db.sql(
                """
                select id, name, login as contact
                from identity.%s
                where login is not null
                limit :limit
                for update
                """
                    .formatted(table))
            .param("limit", AT_ONCE)
            .query(Plain.class)
            .list();
    for (Plain row : rows) {
      SubjectKey key = vault.vault().fresh(row.id(), Life.ERASABLE);
      db.sql(
              """
              update identity.%s
              set name = null, login = null, name_sealed = :name, login_sealed = :login, login_index = :index
              where id = :id
              """
                  .formatted(table))
          .param("id", row.id())
          .param("name", key.seal(nameField, row.name()))
          .param("login", key.seal(loginField, row.contact()))
          .param("index", vault.index().of(loginField, row.contact()))
          .update();
      vault.vault().keep(key);
    }
    return rows.size();
  }

  private int sessions(Seals seals) {
    List<PlainSession> rows =
        db.sql(
                """
                select id, device, address
                from identity.session
                where not starts_with(address, 'v1.')
                limit :limit
                for update
                """)
            .param("limit", AT_ONCE)
            .query(PlainSession.class)
            .list();
    for (PlainSession row : rows) {
      db.sql("update identity.session set device = :device, address = :address where id = :id")
          .param("id", row.id())
          .param("device", seals.seal(Purpose.SESSION, row.device()))
          .param("address", seals.seal(Purpose.SESSION, row.address()))
          .update();
    }
    return rows.size();
  }
}
