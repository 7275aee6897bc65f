package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTables;
import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import dev.qiao.identity.People;
import dev.qiao.identity.Phone;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

  @AfterEach
  void forget() {
    platform.put("demo-data", "none");
  }

  @Test
  void refusesWhatWasInterrupted() {
    platform.put("demo-data", "filling");
    assertThatThrownBy(() -> filling().start()).isInstanceOf(StartRefused.class).hasMessageContaining("--fresh");
  }

  @Test
  void leavesADatabaseThatIsInUseAlone() {
    people.register(Phone.parse("15912345678").orElseThrow(), "林小满", Optional.empty());
    long before = people.count();
    filling().start();
    assertThat(people.count()).isEqualTo(before);
    assertThat(platform.find("demo-data")).isNotEqualTo(Optional.of("filled"));
  }

  private DemoFilling filling() {
    return new DemoFilling(stage, play, platform, terms, clock, ids, ledger, true);
  }
}
