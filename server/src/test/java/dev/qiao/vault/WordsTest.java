package dev.qiao.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, ada",
    "Ada Lovelace, LOVELACE ada",
    "林小满, 林",
    "林小满, 小满",
    "林小满, 林小满",
    "Ａｄａ-林, ada",
    "O'Neill 2nd, neill",
  })
  void findsANameByItsWords(String name, String typed) {
    assertThat(Words.of(name)).containsAll(Words.wanted(typed));
  }

  @ParameterizedTest
  @CsvSource({"Ada Lovelace, love", "林小满, 满小", "林小满, 林满", "林小满, 王小满"})
  void doesNotFindItByAnythingElse(String name, String typed) {
    assertThat(Words.wanted(typed)).isNotEmpty();
    assertThat(Words.of(name).containsAll(Words.wanted(typed))).isFalse();
  }
}
