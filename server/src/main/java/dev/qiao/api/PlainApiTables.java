package dev.qiao.api;

import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an older program kept in the clear, as the owner sees it. */
final class PlainApiTables {
  private static final int AT_ONCE = 1000;

  private record Answer(String party, String key, String body) {}

  private record Address(UUID id, String address) {}

  private final JdbcClient db;
  private final TransactionTemplate transaction;

  PlainApiTables(DataSource owner) {
    this.db = JdbcClient.create(owner);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
  }

  boolean isThere() {
    return db.sql(
            """
            select exists (select from api.idempotency where not starts_with(body, 'v1.'))
              or exists (select from api.audit where not starts_with(address, 'v1.'))
            """)
        .query(Boolean.class)
        .single();
  }

  /** Seals all of it; says how many rows that were. */
  long seal(Seals seals) {
    long sealed = 0;
    for (List<Answer> some = answers(); !some.isEmpty(); some = answers()) {
      some.forEach(answer -> seal(seals, answer));
      sealed += some.size();
    }
    for (List<Address> some = addresses(); !some.isEmpty(); some = addresses()) {
      replace(seals, some);
      sealed += some.size();
    }
    return sealed;
  }

  /**
   * The one time that entries of the trail are changed. None of them is under a seal yet: seals
   * begin with the first server that keeps no address in the clear.
   */
  private void replace(Seals seals, List<Address> some) {
    transaction.executeWithoutResult(
        _ -> {
          db.sql("alter table api.audit disable trigger audit_is_only_added_to").update();
          some.forEach(address -> seal(seals, address));
          db.sql("alter table api.audit enable trigger audit_is_only_added_to").update();
        });
  }

  /** Takes the old versions of the rows out of the files, and has the database refuse new ones. */
  void forget() {
    db.sql("vacuum full api.idempotency").update();
    db.sql("vacuum full api.audit").update();
    db.sql("alter table api.idempotency validate constraint idempotency_in_the_clear").update();
    db.sql("alter table api.audit validate constraint audit_in_the_clear").update();
  }

  private List<Answer> answers() {
    return db.sql(
            """
            select party, key, body
            from api.idempotency
            where not starts_with(body, 'v1.')
            limit :limit
            """)
        .param("limit", AT_ONCE)
        .query(Answer.class)
        .list();
  }

  private List<Address> addresses() {
    return db.sql(
            "select id, address from api.audit where not starts_with(address, 'v1.') limit :limit")
        .param("limit", AT_ONCE)
        .query(Address.class)
        .list();
  }

  private void seal(Seals seals, Answer answer) {
    db.sql("update api.idempotency set body = :body where party = :party and key = :key")
        .param("body", seals.seal(Purpose.ANSWER, answer.body()))
        .param("party", answer.party())
        .param("key", answer.key())
        .update();
  }

  private void seal(Seals seals, Address address) {
    db.sql("update api.audit set address = :address where id = :id")
        .param("address", seals.seal(Purpose.TRAIL, address.address()))
        .param("id", address.id())
        .update();
  }
}
