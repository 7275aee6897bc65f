package dev.qiao.identity;

import dev.qiao.identity.FactorPolicy.SecondFactor;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which factors roles must have. */
@Component
class FactorPolicyTables {
  private final JdbcClient db;

  FactorPolicyTables(JdbcClient db) {
    this.db = db;
  }

  /** A role without a row must have a second factor. */
  SecondFactor secondFactor(String role) {
    return db.sql("select second_factor from identity.factor_policy where role = :role")
        .param("role", role)
        .query(String.class)
        .optional()
        .map(text -> SecondFactor.valueOf(text.toUpperCase(Locale.ROOT)))
        .orElse(SecondFactor.REQUIRED);
  }
}
