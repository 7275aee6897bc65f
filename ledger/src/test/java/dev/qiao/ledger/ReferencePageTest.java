package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the reference page in step with the code. To write it anew, run with {@code -Dqiao.write}.
 */
class ReferencePageTest {
  private static final Path PAGE = Path.of("../docs/reference/ledger-results.md");

  @Test
  void listsTheRefusalsInTheDeclaredOrder() throws IOException {
    if (System.getProperty("qiao.write") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).content().isEqualTo(page());
  }

  private static String page() {
    return """
    # Results of the ledger

    Every command of the ledger ends in one of four results:

    | result | meaning |
    |---|---|
    | Posted | Done and durable: ledger time, and the balance of each touched account after it. |
    | Refused | Not done, for the reason given. |
    | Replayed | The same id with the same content was asked before: carries the first result. |
    | IdReused | The same id with other content was asked before: nothing was done. |

    An exception means that nothing is known to be durable: ask again with the same id.

    ## Refusals

    Where several reasons apply, over all legs, the first in this order is given. A durable refusal is the
    answer for its id for ever; the others may be tried again with the same id.

    | code | durable | meaning |
    |---|---|---|
    """
        + Arrays.stream(Refusal.values()).map(ReferencePageTest::row).collect(Collectors.joining())
        + """

        ## Changes of accounts

        Freezing, unfreezing, limiting and closing an account end in Changed, Refused, Replayed or IdReused, by the same rules. Doing
        what is done already is Changed. A closed account stays closed, and its reference stays its own.

        | code | durable | meaning |
        |---|---|---|
        """
        + Arrays.stream(AccountRefusal.values())
            .map(reason -> row(reason.code(), reason.durable(), reason.meaning()))
            .collect(Collectors.joining());
  }

  private static String row(Refusal refusal) {
    return row(refusal.code(), refusal.durable(), refusal.meaning());
  }

  private static String row(String code, boolean durable, String meaning) {
    return "| `%s` | %s | %s |\n".formatted(code, durable ? "yes" : "no", meaning);
  }
}
