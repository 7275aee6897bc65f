package dev.qiao.bank;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Linked accounts as stored. */
@Component
class LinkedAccountTables {
  static final String TAIL = "linked_account.tail";

  /** In place of the digits of somebody who was erased. */
  private static final String GONE = "····";

  private final JdbcClient db;
  private final Vault vault;
  private final BlindIndex index;

  LinkedAccountTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.vault = vault;
    this.index = index;
  }

  /** Links an account; one that is linked already stays as it is. */
  void insert(LinkedAccount account, Instant at) {
    Optional<SubjectKey> key = vault.key(Life.ERASABLE, account.person());
    db.sql(
            """
            insert into bank.linked_account (id, person, bank_name, bank_name_en, tail_sealed, tail_index, connector, behaviour, created_at)
            values (:id, :person, :bank_name, :bank_name_en, :tail, :index, :connector, :behaviour, :at)
            on conflict (person, connector, tail_index) do nothing
            """)
        .param("id", account.id().value())
        .param("person", account.person())
        .param("bank_name", account.bankName())
        .param("bank_name_en", account.bankNameEn())
        .param("tail", key.map(own -> own.seal(TAIL, account.tail())).orElse(null))
        .param("index", indexOf(index, account.person(), account.tail()))
        .param("connector", account.connector())
        .param("behaviour", account.behaviour().map(SandboxBehaviour::text).orElse(null))
        .param("at", Timestamp.from(at))
        .update();
  }

  List<LinkedAccount> of(UUID person) {
    return opened(
        db.sql(
                """
            select id, person, bank_name, bank_name_en, tail_sealed, connector, behaviour
            from bank.linked_account
            where person = :person
            order by id
            """)
            .param("person", person)
            .query(LinkedAccountTables::row)
            .list());
  }

  /** Forgets the digits of somebody's accounts: four of them are quickly tried. */
  void forgetTails(UUID person) {
    db.sql(
            """
            update bank.linked_account
            set tail_sealed = null, tail_index = null
            where person = :person
            """)
        .param("person", person)
        .update();
  }

  Optional<LinkedAccount> find(LinkedAccountId id) {
    return list(List.of(id)).stream().findFirst();
  }

  List<LinkedAccount> list(Collection<LinkedAccountId> ids) {
    return opened(
        db.sql(
                """
            select id, person, bank_name, bank_name_en, tail_sealed, connector, behaviour
            from bank.linked_account
            where id = any(:ids)
            """)
            .param("ids", ids.stream().map(LinkedAccountId::value).toArray(UUID[]::new))
            .query(LinkedAccountTables::row)
            .list());
  }

  /** By which the database sees that an account is linked twice: it tells nothing of the digits. */
  static byte[] indexOf(BlindIndex index, UUID person, String tail) {
    return index.of(TAIL, person + "/" + tail);
  }

  /** An account whose digits are not open yet. */
  private record Row(LinkedAccount account, byte @Nullable [] tail) {}

  private List<LinkedAccount> opened(List<Row> rows) {
    Map<UUID, SubjectKey> keys =
        vault.keys(
            Life.ERASABLE, rows.stream().map(row -> row.account().person()).distinct().toList());
    return rows.stream()
        .map(
            row ->
                row.account()
                    .withTail(
                        Optional.ofNullable(keys.get(row.account().person()))
                            .flatMap(key -> key.find(TAIL, row.tail()))
                            .orElse(GONE)))
        .toList();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(account(row), row.getBytes("tail_sealed"));
  }

  private static LinkedAccount account(ResultSet row) throws SQLException {
    return new LinkedAccount(
        new LinkedAccountId(row.getObject("id", UUID.class)),
        row.getObject("person", UUID.class),
        row.getString("bank_name"),
        row.getString("bank_name_en"),
        GONE,
        row.getString("connector"),
        Optional.ofNullable(row.getString("behaviour")).map(SandboxBehaviour::of));
  }
}
