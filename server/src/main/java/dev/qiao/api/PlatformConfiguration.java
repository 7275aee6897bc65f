package dev.qiao.api;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;

/** Time, ids, the ledger, and how JSON is read: strictly. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(PlatformTerms.class)
class PlatformConfiguration {
  static final int WORKS_MAX = 64;

  @Bean
  PlatformClock clock(PlatformTerms terms) {
    return new PlatformClock(terms.timeZone());
  }

  @Bean
  Ids ids(InstantSource clock) {
    return new Ids(clock);
  }

  @Bean
  Ledger ledger(DataSource application, InstantSource clock) {
    return new Ledger(application, clock);
  }

  /**
   * Works that recur wait for nobody but themselves. Without this they would share one thread, and
   * all stand still while one of them waits for a bank, a mail server or a look at the whole
   * ledger.
   */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setVirtualThreads(true);
    scheduler.setPoolSize(WORKS_MAX);
    scheduler.setThreadNamePrefix("work-");
    return scheduler;
  }

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return json ->
        json.addModule(new SimpleModule().addDeserializer(String.class, new WholeText()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
