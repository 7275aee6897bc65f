package dev.qiao.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.postgres.DatabaseAddress.Login;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void readsEveryUsualForm() {
    var expected = new Login("jdbc:postgresql://db:5433/qiao", "qiao_app", "a+b c&d");
    assertThat(DatabaseAddress.parse("postgresql://qiao_app:a+b%20c%26d@db:5433/qiao"))
        .contains(expected);
    assertThat(DatabaseAddress.parse("postgres://qiao_app:a+b%20c%26d@db:5433/qiao"))
        .contains(expected);
    assertThat(
            DatabaseAddress.parse(
                "jdbc:postgresql://db:5433/qiao?user=qiao_app&password=a%2Bb%20c%26d"))
        .contains(expected);
  }

  @Test
  void keepsOtherParametersAndHidesThePassword() {
    Login login =
        DatabaseAddress.parse("postgresql://u:secret@db/qiao?sslmode=verify-full").orElseThrow();
    assertThat(login.url()).isEqualTo("jdbc:postgresql://db/qiao?sslmode=verify-full");
    assertThat(login.toString()).doesNotContain("secret");
  }

  @Test
  void knowsWhatIsNoPostgresqlUrl() {
    for (String text :
        new String[] {"", "mysql://a/b", "postgresql://", "postgresql://db", "a b"}) {
      assertThat(DatabaseAddress.parse(text)).as(text).isEmpty();
    }
  }
}
