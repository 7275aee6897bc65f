package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.api.App;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who must show a second factor. Kept as data, a row for each role; that operators always must is a
 * constraint of the database as well.
 */
@Component
public class FactorPolicy {
  /** What a role is asked for beside its password or code. */
  public enum SecondFactor {
    /** Those who have an authenticator are asked for it. */
    IF_ENROLLED,
    /**
     * For people: beside a password a code as well, except on a browser that they have signed in
     * from, which is something that they have.
     */
    ON_NEW_DEVICE,
    /** Nobody comes in without; who has none sets one up first. */
    REQUIRED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SecondFactor> find(String text) {
      return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
    }
  }

  /** What is asked of a role of any app. */
  public record Rule(String role, SecondFactor secondFactor) {
    /** Whether it is another matter than policy: operators always need a second factor. */
    public boolean isFixed() {
      return OperatorRole.find(role).isPresent();
    }

    /** Whether the role can be asked for this: only people are reached by a code. */
    public boolean takes(SecondFactor wanted) {
      return switch (wanted) {
        case REQUIRED -> true;
        case IF_ENROLLED -> !isFixed();
        case ON_NEW_DEVICE -> role.equals("person");
      };
    }
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

  /** All rules, in the order of the apps and their roles. */
  public List<Rule> rules() {
    return tables.rules();
  }

  /** Belongs into a transaction. False when it is another rule by now. */
  public boolean change(String role, SecondFactor from, SecondFactor to) {
    return tables.change(role, from, to);
  }

  private String role(App app, UUID party) {
    return switch (app) {
      case WALLET -> "person";
      case MERCHANT -> staff.find(new StaffId(party)).orElseThrow().role().text();
      case CONSOLE -> operators.find(new OperatorId(party)).orElseThrow().role().text();
    };
  }
}
