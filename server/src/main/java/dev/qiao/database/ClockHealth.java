package dev.qiao.database;

import dev.qiao.postgres.DatabaseCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Takes an instance out of service whose clock goes more than a minute apart from the database's:
 * what it posts moves time on for whatever that touches, and no allowance's window opens again.
 */
@Component("machineClock")
class ClockHealth implements HealthIndicator {
  private final DataSource database;
  private final InstantSource clock;

  /** By the machine's clock, also where a demo lives in another time. */
  @Autowired
  ClockHealth(DataSource database) {
    this(database, InstantSource.system());
  }

  ClockHealth(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Health health() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      Duration ahead =
          Duration.between(row.getObject(1, OffsetDateTime.class).toInstant(), clock.instant());
      boolean isApart = ahead.abs().compareTo(DatabaseCheck.APART_MAX) > 0;
      return (isApart ? Health.outOfService() : Health.up())
          .withDetail("ahead_seconds", ahead.toSeconds())
          .build();
    } catch (SQLException unreachable) {
      return Health.unknown().build();
    }
  }
}
