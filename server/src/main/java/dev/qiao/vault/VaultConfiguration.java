package dev.qiao.vault;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault of the database that requests use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultTerms.class)
class VaultConfiguration {
  @Bean
  KeyWrapping keyWrapping(VaultTerms terms) {
    return KeySource.find(terms);
  }

  @Bean
  Vaults vaults(KeyWrapping wrapping, VaultTerms terms, InstantSource clock) {
    return new Vaults(wrapping, terms.vault().algorithm(), clock);
  }

  @Bean
  Vaults.Opened openedVault(
      Vaults vaults, DataSource application, PlatformTransactionManager transactions) {
    var apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    Vaults.Opened opened = vaults.open(application, apart);
    opened.seals().prepare();
    return opened;
  }

  @Bean
  Vault vault(Vaults.Opened opened) {
    return opened.vault();
  }

  @Bean
  Seals seals(Vaults.Opened opened) {
    return opened.seals();
  }

  @Bean
  PlatformSecrets platformSecrets(Vaults.Opened opened) {
    return opened.secrets();
  }

  @Bean
  BlindIndex blindIndex(Vaults.Opened opened) {
    return opened.index();
  }
}
