package dev.qiao;

import dev.qiao.identity.FactorPolicy;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets people and staff in by a password alone, as a demo does: tests are about what comes after.
 * Keeps the rules that ship, for the test of them.
 */
@TestConfiguration
public class PasswordsAlone {
  private List<FactorPolicy.Rule> shipped = List.of();

  /** The rules of a new installation. */
  public List<FactorPolicy.Rule> shipped() {
    return shipped;
  }

  @Bean
  ApplicationRunner letIn(FactorPolicy policy, JdbcClient db) {
    return arguments -> {
      shipped = policy.rules();
      db.sql(
              """
              update identity.factor_policy
              set second_factor = 'if_enrolled'
              where role in ('person', 'owner', 'manager', 'cashier')
              """)
          .update();
    };
  }
}
