package dev.qiao.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Status;

class ClockHealthTest {
  private final PGSimpleDataSource database = new PGSimpleDataSource();

  ClockHealthTest() {
    DatabaseAddress address = EmbeddedPostgres.temporary().address();
    database.setUrl(address.url());
    database.setUser(address.appUser());
    database.setPassword(address.appPassword());
  }

  private Status with(Duration ahead) {
    InstantSource clock = InstantSource.offset(InstantSource.system(), ahead);
    return new ClockHealth(database, clock).health().getStatus();
  }

  @Test
  void leavesServiceWhenTheClockGoesApart() {
    assertThat(with(Duration.ZERO)).isEqualTo(Status.UP);
    assertThat(with(Duration.ofSeconds(30))).isEqualTo(Status.UP);
    assertThat(with(Duration.ofSeconds(90))).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(with(Duration.ofHours(-2))).isEqualTo(Status.OUT_OF_SERVICE);
  }

  @Test
  void leavesItToOthersToSayThatTheDatabaseIsAway() {
    database.setDatabaseName("missing");
    assertThat(with(Duration.ofHours(2))).isEqualTo(Status.UNKNOWN);
  }
}
