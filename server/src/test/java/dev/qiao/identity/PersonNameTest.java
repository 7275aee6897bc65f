package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "林小满,*小满",
    "王伟,*伟",
    "欧阳修,*修",
    "司马相如,*相如",
    "林,*",
    "Ada Lovelace,*Ada",
    "Mary Ann Evans,*Mary",
    "Ada,*da",
    "𠮷田,*田",
  })
  void hidesTheFamilyName(String name, String shown) {
    assertThat(PersonName.masked(name)).isEqualTo(shown);
  }

  @Test
  void trimsAndJoinsSpaces() {
    assertThat(PersonName.parse("  Ada \t Lovelace ")).contains("Ada Lovelace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "123", "林\u0000", "\u202e满小林", "a\u200bb", "*"})
  void refusesWhatIsNoName(String typed) {
    assertThat(PersonName.parse(typed)).isEmpty();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(PersonName.parse("𠮷".repeat(40))).isPresent();
    assertThat(PersonName.parse("林".repeat(41))).isEmpty();
  }
}
