package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.TrialRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test by people, shops and operators over HTTP. After each, the books must be right. */
@ServerTest
public abstract class TownTest {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext server;
  protected Town town;

  @BeforeEach
  void openTown() {
    town = new Town(server, port);
  }

  @AfterEach
  void letTimeRunAndForgetWhoTried() {
    town.clock().run();
    // Everybody comes from one address here, and would be told to wait.
    town.the(JdbcClient.class).sql("delete from identity.attempt").update();
  }

  @AfterEach
  void theBooksAreRight() {
    Ledger ledger = town.the(Ledger.class);
    assertThat(ledger.audit())
        .satisfies(report -> assertThat(report.differences()).isEmpty())
        .matches(AuditReport::clean);
    assertThat(ledger.trialBalance().stream().mapToLong(TrialRow::posted).sum()).isZero();
  }
}
