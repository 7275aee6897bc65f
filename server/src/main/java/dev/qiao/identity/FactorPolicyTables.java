package dev.qiao.identity;

import dev.qiao.identity.FactorPolicy.Rule;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import java.util.List;
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

  List<Rule> rules() {
    return db.sql(
            """
            select role, second_factor
            from identity.factor_policy
            order by array_position(
              array['person', 'owner', 'manager', 'cashier', 'administrator', 'support', 'risk',
                    'finance', 'compliance'], role), role
            """)
        .query(
            (row, n) ->
                new Rule(
                    row.getString("role"),
                    SecondFactor.find(row.getString("second_factor")).orElseThrow()))
        .list();
  }

  /** False when it is not the first of the two any more. */
  boolean change(String role, SecondFactor from, SecondFactor to) {
    return db.sql(
                """
                update identity.factor_policy
                set second_factor = :to
                where role = :role and second_factor = :from
                """)
            .param("role", role)
            .param("from", from.text())
            .param("to", to.text())
            .update()
        == 1;
  }
}
