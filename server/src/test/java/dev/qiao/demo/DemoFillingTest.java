package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTables;
import dev.qiao.api.PlatformTerms;
import dev.qiao.identity.People;
import dev.qiao.identity.Phone;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the demo data is not made. */
@ServerTest
class DemoFillingTest {
  @Autowired private Stage stage;
  @Autowired private Play play;
  @Autowired private PlatformTables platform;
  @Autowired private PlatformTerms terms;
  @Autowired private PlatformClock clock;
  @Autowired private Ids ids;
  @Autowired private Ledger ledger;
  @Autowired private People people;

  @Autowired private JdbcClient db;

  @Test
  void leavesAFilledDatabaseAlone() {
    platform.put("demo-data", "filled");
    assertNothingIsMade();
    db.sql("delete from api.platform where key = 'demo-data'").update();
  }

  @Test
  void leavesADatabaseThatIsInUseAlone() {
    people.register(Phone.parse("15912345678").orElseThrow(), "林小满", Optional.empty());
    assertThat(platform.find("demo-data")).isEmpty();
    assertNothingIsMade();
    assertThat(platform.find("demo-data")).isEmpty();
  }

  private void assertNothingIsMade() {
    long before = people.count();
    filling().start();
    assertThat(people.count()).isEqualTo(before);
  }

  private DemoFilling filling() {
    return new DemoFilling(stage, play, platform, terms, clock, ids, ledger, true);
  }
}
