package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys: their public halves only. */
@Component
class PasskeyTables {
  /** A passkey with what is needed to check its signatures. */
  record Row(
      Passkey passkey,
      App app,
      UUID party,
      byte[] credential,
      byte[] publicKey,
      byte[] attestation,
      long signCount,
      List<String> transports,
      boolean backupEligible) {}

  static final String NAME = "passkey.name";

  private final JdbcClient db;
  private final Vault vault;

  PasskeyTables(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /** False when the credential is known already, whoever has it. */
  boolean insert(Row row) {
    return db.sql(
                """
                insert into identity.passkey
                  (id, app, party, credential, public_key, attestation, sign_count, transports,
                   backup_eligible, backed_up, name_sealed, created_at)
                values (:id, :app, :party, :credential, :publicKey, :attestation, :signCount, :transports,
                        :backupEligible, :backedUp, :name, :createdAt)
                on conflict (credential) do nothing
                """)
            .param("id", row.passkey().id().value())
            .param("app", row.app().text())
            .param("party", row.party())
            .param("credential", row.credential())
            .param("publicKey", row.publicKey())
            .param("attestation", row.attestation())
            .param("signCount", row.signCount())
            .param("transports", row.transports().toArray(String[]::new))
            .param("backupEligible", row.backupEligible())
            .param("backedUp", row.passkey().backedUp())
            .param("name", sealed(row.party(), row.passkey().name()))
            .param("createdAt", Timestamp.from(row.passkey().createdAt()))
            .update()
        == 1;
  }

  /** One that opens: none that is locked. */
  Optional<Row> byCredential(byte[] credential) {
    return db.sql(
            """
            select id, app, party, credential, public_key, attestation, sign_count, transports,
                   backup_eligible, backed_up, name_sealed, created_at, used_at, locked_at
            from identity.passkey
            where credential = :credential and locked_at is null
            """)
        .param("credential", credential)
        .query(this::row)
        .optional();
  }

  List<Row> of(UUID party) {
    return db.sql(
            """
            select id, app, party, credential, public_key, attestation, sign_count, transports,
                   backup_eligible, backed_up, name_sealed, created_at, used_at, locked_at
            from identity.passkey
            where party = :party
            order by created_at, id
            """)
        .param("party", party)
        .query(this::row)
        .list();
  }

  int count(UUID party) {
    return db.sql("select count(*) from identity.passkey where party = :party")
        .param("party", party)
        .query(Integer.class)
        .single();
  }

  void used(byte[] credential, long signCount, boolean backedUp, Instant now) {
    db.sql(
            """
            update identity.passkey
            set sign_count = :signCount, backed_up = :backedUp, used_at = :now
            where credential = :credential
            """)
        .param("credential", credential)
        .param("signCount", signCount)
        .param("backedUp", backedUp)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Row> rename(PasskeyId id, UUID party, String name) {
    return db.sql(
            """
            update identity.passkey
            set name_sealed = :name
            where id = :id and party = :party
            returning id, app, party, credential, public_key, attestation, sign_count, transports,
                      backup_eligible, backed_up, name_sealed, created_at, used_at, locked_at
            """)
        .param("id", id.value())
        .param("party", party)
        .param("name", sealed(party, name))
        .query(this::row)
        .optional();
  }

  /** False when the party has no such passkey. */
  boolean delete(PasskeyId id, UUID party) {
    return db.sql("delete from identity.passkey where id = :id and party = :party")
            .param("id", id.value())
            .param("party", party)
            .update()
        == 1;
  }

  private byte @Nullable [] sealed(UUID party, String name) {
    return vault.key(Life.ERASABLE, party).map(key -> key.seal(NAME, name)).orElse(null);
  }

  /** A handful each: their owner's key is looked up for each. */
  private String name(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("name_sealed");
    return vault
        .key(Life.ERASABLE, row.getObject("party", UUID.class))
        .flatMap(key -> key.find(NAME, sealed))
        .orElse("");
  }

  private Row row(ResultSet row, int n) throws SQLException {
    Timestamp usedAt = row.getTimestamp("used_at");
    return new Row(
        new Passkey(
            new PasskeyId(row.getObject("id", UUID.class)),
            name(row),
            row.getBoolean("backed_up"),
            row.getTimestamp("created_at").toInstant(),
            Optional.ofNullable(usedAt).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp("locked_at")).map(Timestamp::toInstant)),
        App.find(row.getString("app")).orElseThrow(),
        row.getObject("party", UUID.class),
        row.getBytes("credential"),
        row.getBytes("public_key"),
        row.getBytes("attestation"),
        row.getLong("sign_count"),
        texts(row.getArray("transports")),
        row.getBoolean("backup_eligible"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
