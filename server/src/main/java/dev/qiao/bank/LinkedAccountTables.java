package dev.qiao.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Linked accounts as stored. */
@Component
class LinkedAccountTables {
  private final JdbcClient db;

  LinkedAccountTables(JdbcClient db) {
    this.db = db;
  }

  /** Links an account; one that is linked already stays as it is. */
  void insert(LinkedAccount account, Instant at) {
    db.sql(
            """
            insert into bank.linked_account (id, person, bank_name, bank_name_en, tail, connector, behaviour, created_at)
            values (:id, :person, :bank_name, :bank_name_en, :tail, :connector, :behaviour, :at)
            on conflict (person, connector, tail) do nothing
            """)
        .param("id", account.id().value())
        .param("person", account.person())
        .param("bank_name", account.bankName())
        .param("bank_name_en", account.bankNameEn())
        .param("tail", account.tail())
        .param("connector", account.connector())
        .param("behaviour", account.behaviour().map(SandboxBehaviour::text).orElse(null))
        .param("at", Timestamp.from(at))
        .update();
  }

  List<LinkedAccount> of(UUID person) {
    return db.sql(
            """
            select id, person, bank_name, bank_name_en, tail, connector, behaviour
            from bank.linked_account
            where person = :person
            order by id
            """)
        .param("person", person)
        .query(LinkedAccountTables::account)
        .list();
  }

  Optional<LinkedAccount> find(LinkedAccountId id) {
    return list(List.of(id)).stream().findFirst();
  }

  List<LinkedAccount> list(Collection<LinkedAccountId> ids) {
    return db.sql(
            """
            select id, person, bank_name, bank_name_en, tail, connector, behaviour
            from bank.linked_account
            where id = any(:ids)
            """)
        .param("ids", ids.stream().map(LinkedAccountId::value).toArray(UUID[]::new))
        .query(LinkedAccountTables::account)
        .list();
  }

  private static LinkedAccount account(ResultSet row, int n) throws SQLException {
    return new LinkedAccount(
        new LinkedAccountId(row.getObject("id", UUID.class)),
        row.getObject("person", UUID.class),
        row.getString("bank_name"),
        row.getString("bank_name_en"),
        row.getString("tail"),
        row.getString("connector"),
        Optional.ofNullable(row.getString("behaviour")).map(SandboxBehaviour::of));
  }
}
