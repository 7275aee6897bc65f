package dev.qiao.identity;

import dev.qiao.api.App;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who must show a second factor. Kept as data, a row for each role; that operators always must is a
 * constraint of the database as well.
 */
@Component
class FactorPolicy {
  /** What a role is asked for beside its password or code. */
  enum SecondFactor {
    /** Those who have an authenticator are asked for it. */
    IF_ENROLLED,
    /** Nobody comes in without; who has none sets one up first. */
    REQUIRED
  }

  private final FactorPolicyTables tables;
  private final StaffMembers staff;
  private final Operators operators;

  FactorPolicy(FactorPolicyTables tables, StaffMembers staff, Operators operators) {
    this.tables = tables;
    this.staff = staff;
    this.operators = operators;
  }

  SecondFactor of(App app, UUID party) {
    return tables.secondFactor(role(app, party));
  }

  private String role(App app, UUID party) {
    return switch (app) {
      case WALLET -> "person";
      case MERCHANT -> staff.find(new StaffId(party)).orElseThrow().role().text();
      case CONSOLE -> operators.find(new OperatorId(party)).orElseThrow().role().text();
    };
  }
}
