package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void has256BitsThatNeverRepeatAndDoNotPrint() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Token token = Token.fresh(random);
      assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
      assertThat(seen.add(token.text())).isTrue();
      assertThat(token.toString()).doesNotContain(token.text());
      assertThat(token.csrf()).isNotEqualTo(token.text());
    }
  }
}
