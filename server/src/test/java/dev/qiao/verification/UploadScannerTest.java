package dev.qiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Subject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server whose uploads a scanner looks into. */
class UploadScannerTest extends TownTest {
  private static final FakeClamd CLAMD = new FakeClamd();

  private Shopper ming;

  @DynamicPropertySource
  static void scanner(DynamicPropertyRegistry settings) {
    settings.add("qiao.upload-scanner", CLAMD::address);
  }

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
    town.the(Limits.class)
        .place(Subject.person(ming.person().id().value()), Optional.empty(), Optional.empty());
    ming.browser().put("/v1/verification", Map.of("tier", "class_2"));
  }

  @AfterEach
  void calm() {
    CLAMD.be(FakeClamd.Mood.HONEST);
  }

  @Test
  void whatIsCleanIsKept() {
    assertThat(put(Pictures.jpeg()).status()).isEqualTo(200);
    assertThat(CLAMD.seen()).anyMatch(file -> Arrays.equals(file, Pictures.jpeg()));
    assertThat(documents()).isEqualTo(1);
  }

  @Test
  void whatIsInfectedIsRefusedAndNothingOfItIsKept() {
    Answer refused = put(infected());
    assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("document_infected");
    assertThat(documents()).isZero();
    assertThat(trail()).contains("refused Eicar-Test");
    assertThat(put(Pictures.jpeg()).status()).as("the next one").isEqualTo(200);
  }

  @Test
  void whatNobodyLookedIntoIsNotTaken() {
    CLAMD.be(FakeClamd.Mood.OVERWHELMED);
    Answer refused = put(Pictures.jpeg());
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("scanner_unavailable");
    assertThat(refused.header("Retry-After")).contains("30");
    assertThat(documents()).isZero();
    assertThat(trail()).contains("refused not scanned");
  }

  @Test
  void nobodyKeepsTheScannerBusyWithoutARequestOrWithoutEnd() {
    ming.browser().delete("/v1/verification");
    int before = CLAMD.seen().size();
    assertThat(put(Pictures.jpeg()).code()).isEqualTo("verification_not_open");
    assertThat(CLAMD.seen()).hasSize(before);

    ming.browser().put("/v1/verification", Map.of("tier", "class_2"));
    for (int i = 0; i < Verifications.UPLOADS_MAX; i++) {
      assertThat(put(infected()).code()).isEqualTo("document_infected");
    }
    assertThat(put(infected()).code()).as("they count too").isEqualTo("verification_not_open");
  }

  private Answer put(byte[] content) {
    return ming.browser()
        .send(
            ming.browser()
                .write("/v1/verification/documents/id_front")
                .setHeader("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(content)));
  }

  private static byte[] infected() {
    byte[] picture = Pictures.jpeg();
    byte[] file = Arrays.copyOf(picture, picture.length + FakeClamd.VIRUS.length);
    System.arraycopy(FakeClamd.VIRUS, 0, file, picture.length, FakeClamd.VIRUS.length);
    return file;
  }

  private int documents() {
    return town.the(JdbcClient.class)
        .sql("select count(*) from verification.document where subject = ?")
        .param(ming.person().id().value())
        .query(Integer.class)
        .single();
  }

  private String trail() {
    return String.join(
        "\n",
        town.the(JdbcClient.class)
            .sql(
                "select outcome || ' ' || coalesce(reason, '') from api.audit"
                    + " where act = 'verification.document' and actor = ?")
            .param(ming.person().id().value())
            .query(String.class)
            .list());
  }
}
