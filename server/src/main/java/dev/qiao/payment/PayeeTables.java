package dev.qiao.payment;

import dev.qiao.ledger.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payable stores as stored. */
@Component
class PayeeTables {
  private final JdbcClient db;

  PayeeTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Payee payee) {
    db.sql(
            """
            insert into payment.payee
              (store, merchant, name, name_en, store_name, store_name_en, category, account, code, open)
            values
              (:store, :merchant, :name, :name_en, :store_name, :store_name_en, :category, :account, :code, :open)
            """)
        .param("store", payee.store().value())
        .param("merchant", payee.merchant().value())
        .param("name", payee.name())
        .param("name_en", payee.nameEn().orElse(null))
        .param("store_name", payee.storeName())
        .param("store_name_en", payee.storeNameEn().orElse(null))
        .param("category", payee.category().text())
        .param("account", payee.account().number())
        .param("code", payee.code())
        .param("open", payee.open())
        .update();
  }

  Optional<Payee> find(StoreId store) {
    return db.sql(
            """
            select store, merchant, name, name_en, store_name, store_name_en, category, account, code, open
            from payment.payee
            where store = :store
            """)
        .param("store", store.value())
        .query((row, n) -> payee(row))
        .optional();
  }

  Optional<Payee> byCode(String code) {
    return db.sql(
            """
            select store, merchant, name, name_en, store_name, store_name_en, category, account, code, open
            from payment.payee
            where code = :code
            """)
        .param("code", code)
        .query((row, n) -> payee(row))
        .optional();
  }

  List<Payee> of(MerchantId merchant) {
    return db.sql(
            """
            select store, merchant, name, name_en, store_name, store_name_en, category, account, code, open
            from payment.payee
            where merchant = :merchant
            order by store
            """)
        .param("merchant", merchant.value())
        .query((row, n) -> payee(row))
        .list();
  }

  static Payee payee(ResultSet row) throws SQLException {
    return new Payee(
        new StoreId(row.getObject("store", UUID.class)),
        new MerchantId(row.getObject("merchant", UUID.class)),
        row.getString("name"),
        Optional.ofNullable(row.getString("name_en")),
        row.getString("store_name"),
        Optional.ofNullable(row.getString("store_name_en")),
        Category.from(row.getString("category")),
        new AccountId(row.getLong("account")),
        row.getString("code"),
        row.getBoolean("open"));
  }
}
