package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.attack.Privileges.Right;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role against every operation: what the committed table says, and nothing else. */
class PrivilegeTest extends TownTest {
  private static final Set<String> DENIALS =
      Set.of("session_required", "session_expired", "not_permitted", "csrf_invalid");

  @Test
  void theTableHasEveryOperationAndNoOther() {
    assertThat(Privileges.read().keySet())
        .as("docs/reference/privileges.md: a new operation needs a row")
        .containsExactlyInAnyOrderElementsOf(
            Api.operations().stream().map(Operation::toString).toList());
  }

  @Test
  void everyOperationOfTheConsoleAndTheTillNamesItsPermission() {
    assertThat(Api.operations().stream().filter(Privileges::needsPermission))
        .isNotEmpty()
        .allSatisfy(
            operation -> assertThat(operation.permission()).as("%s", operation).isNotEmpty());
  }

  @Test
  void thePageSaysWhatTheRolesHave() throws IOException {
    if (System.getProperty("qiao.write") != null) {
      Privileges.write();
    }
    assertThat(Privileges.text())
        .as("Write it anew: -Dtest=PrivilegeTest -Dqiao.write, with the description up to date")
        .isEqualTo(Privileges.generated());
  }

  @ParameterizedTest
  @EnumSource
  void aRoleMayDoWhatTheTableSays(Role role) {
    Map<String, Map<Role, Right>> table = Privileges.read();
    Shop shop = town.shop("山岚咖啡", "Mist Coffee");
    TestBrowser browser = role.enter(town, shop);
    List<Operation> operations =
        Api.operations().stream()
            .filter(operation -> table.containsKey(operation.toString()))
            // What ends the session comes last.
            .sorted(Comparator.comparing(operation -> operation.id().equals("session_signOut")))
            .toList();
    assertThat(operations).isNotEmpty();
    for (Operation operation : operations) {
      String body = operation.takesBody() ? "{}" : "";
      Answer answer = browser.send(operation.on(browser.write(operation.atNothing()), body));
      assertThat(seen(answer))
          .as("%s by %s: %s", operation, role, answer.raw().body())
          .isEqualTo(table.get(operation.toString()).get(role));
      assertThat(answer.status()).as("%s by %s", operation, role).isLessThan(500);
    }
  }

  private static Right seen(Answer answer) {
    return switch (answer.code()) {
      case "session_required" -> Right.SIGN_IN;
      case "not_permitted" -> Right.NO;
      case String code -> {
        assertThat(code).isNotIn(DENIALS);
        yield Right.YES;
      }
    };
  }
}
