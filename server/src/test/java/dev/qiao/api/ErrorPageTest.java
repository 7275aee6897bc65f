package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the reference page of the error codes in step with the catalogue. To write it anew, run
 * with {@code -Dqiao.write}.
 */
class ErrorPageTest {
  private static final Path PAGE = Path.of("../docs/reference/errors.md");
  private static final Path WORDS = Path.of("../web/packages/i18n/src/errors.ts");

  @Test
  void thePageListsTheCatalogue() throws IOException {
    if (System.getProperty("qiao.write") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE)
        .as(
            "Write it anew: mvn -pl server -am test -Dtest=ErrorPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dqiao.write")
        .content()
        .isEqualTo(page());
  }

  @Test
  void theAppsHaveWordsForEveryCode() throws IOException {
    String words = Files.readString(WORDS);
    assertThat(ErrorCode.values())
        .extracting(ErrorCode::code)
        .allSatisfy(code -> assertThat(words).containsPattern("\\b" + code + "\\b"));
  }

  private static String page() {
    return """
    # Errors

    A request that is not carried out is answered with `application/problem+json` (RFC 9457). Its `code` is one of these and
    never changes its meaning; the words are made by the client. `reference` names the request in the logs.

    - **blame**: whose doing it is: the caller's, the platform's, or a partner's such as a bank.
    - **retry**: what sense another try has: `never`; `same_key`, with the same idempotency key; `new_key`, with another one;
      `later`, after a while.
    - **money**: whether this request took money: `not_taken`, `taken`, `unknown` (ask again with the same key to find out), or
      `not_involved`.

    | code | status | blame | retry | money |
    |---|---|---|---|---|
    """
        + Arrays.stream(ErrorCode.values()).map(ErrorPageTest::row).collect(Collectors.joining());
  }

  private static String row(ErrorCode code) {
    return "| `%s` | %d | %s | `%s` | `%s` |\n"
        .formatted(
            code.code(),
            code.status(),
            lower(code.blame()),
            lower(code.retry()),
            lower(code.money()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
