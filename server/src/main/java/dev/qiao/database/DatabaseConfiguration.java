package dev.qiao.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.postgres.DatabaseAddress.Login;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the database, brings it up to date as its owner, then serves requests as its user. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);
  private static final int CONNECTIONS_MAX = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Closed after everything that uses it, the pool included. */
  @Bean(destroyMethod = "close")
  OpenDatabase openDatabase(DatabaseSettings settings) {
    return OpenDatabase.open(settings);
  }

  @Bean(destroyMethod = "close")
  @Primary
  HikariDataSource dataSource(
      OpenDatabase database, DatabaseSettings settings, ObjectProvider<DataMove> moves) {
    try (HikariDataSource owner = pool("owner", database.owner(), 2)) {
      ModeMark mode = new ModeMark(owner);
      mode.refuseOther(settings.demo());
      Migrations migrations = new Migrations(owner);
      if (settings.demo() && mode.isHalfFilled()) {
        log.info("Making the demo data was interrupted the last time: beginning anew");
        migrations.undo();
      }
      migrations.run();
      moves.orderedStream().forEach(move -> move.run(owner));
      mode.keep(settings.demo());
    }
    return pool("app", database.app(), CONNECTIONS_MAX);
  }

  private static HikariDataSource pool(String name, Login login, int connectionsMax) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(connectionsMax);
    config.setMinimumIdle(Math.min(connectionsMax, 4));
    config.setConnectionTimeout(PATIENCE.toMillis());
    // The driver would set the machine's own zone.
    config.setConnectionInitSql("set time zone 'UTC'");
    config.addDataSourceProperty("ApplicationName", "qiao-" + name);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
