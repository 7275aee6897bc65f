package dev.qiao.merchant;

import dev.qiao.payment.Category;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants as stored. */
@Component
class MerchantTables {
  private final JdbcClient db;

  MerchantTables(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param by the operator who opens it; null is the system
   */
  void insert(Merchant merchant, @Nullable UUID by) {
    db.sql(
            """
            insert into merchant.merchant (id, name, name_en, category, state, created_at, opened_by)
            values (:id, :name, :name_en, :category, :state, :created_at, :by)
            """)
        .param("id", merchant.id().value())
        .param("name", merchant.names().name())
        .param("name_en", merchant.names().nameEn())
        .param("category", merchant.category().text())
        .param("state", merchant.state().text())
        .param("created_at", Timestamp.from(merchant.createdAt()))
        .param("by", by)
        .update();
  }

  Optional<Merchant> find(MerchantId id) {
    return db.sql(
            "select id, name, name_en, category, state, created_at from merchant.merchant where id = :id")
        .param("id", id.value())
        .query(MerchantTables::merchant)
        .optional();
  }

  Optional<UUID> openedBy(UUID merchant) {
    return db.sql(
            "select opened_by from merchant.merchant where id = :id and opened_by is not null")
        .param("id", merchant)
        .query(UUID.class)
        .optional();
  }

  /** The newest first, below an id. */
  List<Merchant> list(Optional<UUID> before, int limit) {
    return db.sql(
            """
            select id, name, name_en, category, state, created_at
            from merchant.merchant
            where :before::uuid is null or id < :before::uuid
            order by id desc
            limit :limit
            """)
        .param("before", before.orElse(null))
        .param("limit", limit)
        .query(MerchantTables::merchant)
        .list();
  }

  long count() {
    return db.sql("select count(*) from merchant.merchant where state <> 'closed'")
        .query(Long.class)
        .single();
  }

  private static Merchant merchant(ResultSet row, int n) throws SQLException {
    return new Merchant(
        new MerchantId(row.getObject("id", UUID.class)),
        new Names(row.getString("name"), row.getString("name_en")),
        Category.from(row.getString("category")),
        Merchant.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getTimestamp("created_at").toInstant());
  }
}
