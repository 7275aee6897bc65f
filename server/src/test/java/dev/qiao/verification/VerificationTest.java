package dev.qiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Dump;
import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.decision.Limits;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Subject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** From the first picture to a higher tier, and everything that must not happen on the way. */
class VerificationTest extends TownTest {
  private static final List<String> CLASS_2 = List.of("id_front", "id_back", "selfie");

  private Shopper ming;
  private TestBrowser officer;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 5_000_00);
    town.the(Limits.class)
        .place(Subject.person(ming.person().id().value()), Optional.empty(), Optional.empty());
    officer = town.operator(OperatorRole.COMPLIANCE);
  }

  private Answer put(String kind, String type, byte[] content) {
    return ming.browser()
        .send(
            ming.browser()
                .write("/v1/verification/documents/" + kind)
                .setHeader("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(content)));
  }

  private void aim(String tier) {
    Answer aimed = ming.browser().put("/v1/verification", Map.of("tier", tier));
    assertThat(aimed.status()).as(aimed.raw().body()).isEqualTo(200);
  }

  private String submitted() {
    aim("class_2");
    CLASS_2.forEach(
        kind -> assertThat(put(kind, "image/jpeg", Pictures.jpeg()).status()).isEqualTo(200));
    Answer handed = ming.browser().post("/v1/verification/submission", Map.of());
    assertThat(handed.body().at("/request/state").asString()).isEqualTo("submitted");
    return handed.body().at("/request/id").asString();
  }

  private Answer take(String id) {
    return officer.post("/v1/operations/verifications/" + id + "/review", Map.of());
  }

  private Answer decide(String id, Map<String, Object> decision) {
    return officer.post("/v1/operations/verifications/" + id + "/decision", decision);
  }

  private String tier() {
    return ming.browser().get("/v1/limits").body().at("/tier/id").asString();
  }

  @Test
  void documentsLeadToAHigherTierWhoseLimitHolds() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    String payment = ming.begin(cafe.code(), 1_500_00).text("id");
    assertThat(ming.confirm(payment, 1_500_00).code()).isEqualTo("limit_reached");

    String id = submitted();
    assertThat(officer.get("/v1/operations/verifications?state=submitted").body().toString())
        .contains(id, "*小满")
        .doesNotContain("林小满");
    Answer taken = take(id);
    assertThat(taken.text("name")).isEqualTo("林小满");
    Answer approved = decide(id, Map.of("decision", "approve", "tier", "class_2"));
    assertThat(approved.body().at("/line/state").asString()).isEqualTo("approved");

    assertThat(tier()).isEqualTo("class_2");
    assertThat(ming.confirm(payment, 1_500_00).status()).isEqualTo(200);
    assertThat(messages()).contains("\"outcome\":\"approved\"");
  }

  private String messages() {
    TestBrowser browser = ming.browser();
    return browser
        .send(browser.request("/v1/sandbox/messages").header("Qiao-Phone", ming.phone()).GET())
        .body()
        .toString();
  }

  @Test
  void aFileIsWhatItIsAndNotWhatItSays() {
    aim("class_2");
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    assertThat(put("id_front", "image/jpeg", page).code()).isEqualTo("document_unreadable");
    assertThat(put("id_front", "image/jpeg", Pictures.png()).code())
        .isEqualTo("document_unreadable");
    assertThat(put("id_front", "image/png", Arrays.copyOf(Pictures.png(), 200)).code())
        .isEqualTo("document_unreadable");
    assertThat(put("id_front", "application/pdf", Pictures.pdf("/JavaScript")).code())
        .isEqualTo("document_unreadable");
    assertThat(put("id_front", "text/html", page).code()).isEqualTo("unsupported_media_type");
    assertThat(put("id_front", "image/jpeg", new byte[5 * 1024 * 1024]).code())
        .isEqualTo("body_too_large");
    assertThat(put("passport", "image/jpeg", Pictures.jpeg()).code()).isEqualTo("not_found");
    assertThat(put("id_front", "image/jpeg", Pictures.jpeg()).status()).isEqualTo(200);
    assertThat(put("id_front", "image/png", Pictures.png()).body().at("/request/documents"))
        .as("one of a kind")
        .hasSize(1);
  }

  @Test
  void nothingIsTakenWithoutARequestNorWhileItIsReviewed() {
    assertThat(put("id_front", "image/jpeg", Pictures.jpeg()).code())
        .isEqualTo("verification_not_open");
    String id = submitted();
    assertThat(put("id_front", "image/jpeg", Pictures.jpeg()).code())
        .isEqualTo("verification_not_open");
    take(id);
    assertThat(ming.browser().put("/v1/verification", Map.of("tier", "class_3")).code())
        .isEqualTo("verification_not_open");
  }

  @Test
  void manyAtOnceOpenOneRequest() {
    InParallel.times(
        8, n -> ming.browser().put("/v1/verification", Map.of("tier", "class_2")).status());
    assertThat(town.the(RequestTables.class).all(Subject.person(ming.person().id().value())))
        .singleElement();
  }

  @Test
  void whatIsMissingIsNamed() {
    aim("class_2");
    put("selfie", "image/jpeg", Pictures.jpeg());
    Answer refused = ming.browser().post("/v1/verification/submission", Map.of());
    assertThat(refused.code()).isEqualTo("documents_missing");
    assertThat(refused.body().at("/parameters/missing").asString()).isEqualTo("id_front,id_back");
    assertThat(ming.browser().put("/v1/verification", Map.of("tier", "class_1")).code())
        .isEqualTo("tier_not_higher");
    assertThat(ming.browser().put("/v1/verification", Map.of("tier", "class_9")).code())
        .isEqualTo("field_invalid");
  }

  @Test
  void onlyThoseWhoMayReviewSeeADocumentAndEachLookIsWrittenDown() {
    String id = submitted();
    Map<String, Object> look = Map.of("reason", "verification_review", "reference", "VR-1");
    JsonNode review = officer.get("/v1/operations/verifications/" + id).body();
    String path =
        "/v1/operations/verification-documents/"
            + review.at("/documents/0/id").asString()
            + "/view";

    for (OperatorRole role : List.of(OperatorRole.SUPPORT, OperatorRole.FINANCE)) {
      TestBrowser other = town.operator(role);
      assertThat(other.post(path, look).code()).isEqualTo("not_permitted");
      assertThat(other.get("/v1/operations/verifications").code()).isEqualTo("not_permitted");
    }
    assertThat(ming.browser().post(path, look).code()).isEqualTo("not_permitted");
    assertThat(officer.post(path, Map.of("reason", "curiosity", "reference", "x")).code())
        .isEqualTo("field_invalid");
    assertThat(officer.post(path, Map.of("reason", "dispute")).code()).isEqualTo("field_invalid");
    String nobodys = path.replaceAll("doc_[^/]+", new DocumentId(UUID.randomUUID()).text());
    assertThat(officer.post(nobodys, look).code()).isEqualTo("not_found");

    Answer seen = officer.post(path, look);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(seen.header("Content-Security-Policy").orElse(""))
        .isEqualTo("sandbox; default-src 'none'");
    assertThat(seen.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(seen.header("Cache-Control").orElse("")).contains("no-store");
    assertThat(
            officer
                .get("/v1/operations/audit?object=" + ming.person().id().text())
                .body()
                .toString())
        .contains("document.view", "verification_review VR-1 " + id);
  }

  @Test
  void aDraftIsNobodysBusiness() {
    aim("class_2");
    put("selfie", "image/jpeg", Pictures.jpeg());
    JsonNode mine = ming.browser().get("/v1/verification").body();
    String id = mine.at("/request/id").asString();
    String document = mine.at("/request/documents/0/id").asString();
    assertThat(officer.get("/v1/operations/verifications/" + id).code()).isEqualTo("not_found");
    assertThat(officer.get("/v1/operations/verifications?state=draft").body().toString())
        .doesNotContain(id);
    assertThat(take(id).code()).isEqualTo("not_found");
    assertThat(
            officer
                .post(
                    "/v1/operations/verification-documents/" + document + "/view",
                    Map.of("reason", "risk_review", "reference", "R-1"))
                .code())
        .isEqualTo("not_found");
  }

  @Test
  void onlyWhoTookItUpDecidesAndOnce() {
    String id = submitted();
    Map<String, Object> approve = Map.of("decision", "approve", "tier", "class_2");
    assertThat(decide(id, approve).code()).isEqualTo("verification_not_open");
    town.operator(OperatorRole.RISK)
        .post("/v1/operations/verifications/" + id + "/review", Map.of());
    assertThat(decide(id, approve).code()).isEqualTo("verification_not_open");
    take(id);
    assertThat(decide(id, Map.of("decision", "approve", "tier", "class_3")).code())
        .as("more than was asked for")
        .isEqualTo("field_invalid");
    List<Answer> answers = InParallel.times(4, n -> decide(id, approve));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(tier()).isEqualTo("class_2");
  }

  @Test
  void whatIsAskedForAgainHasToComeAgain() {
    String id = submitted();
    take(id);
    decide(id, Map.of("decision", "more", "reason", "unclear", "wanted", List.of("selfie")));
    JsonNode request = ming.browser().get("/v1/verification").body().path("request");
    assertThat(request.path("state").asString()).isEqualTo("more_needed");
    assertThat(request.path("reason").asString()).isEqualTo("unclear");
    assertThat(ming.browser().post("/v1/verification/submission", Map.of()).body().toString())
        .contains("documents_missing", "\"missing\":\"selfie\"");
    put("selfie", "image/png", Pictures.png());
    assertThat(ming.browser().post("/v1/verification/submission", Map.of()).status())
        .isEqualTo(200);
    take(id);
    decide(id, Map.of("decision", "refuse", "reason", "cannot_verify"));
    assertThat(tier()).isEqualTo("class_1");
    assertThat(messages()).contains("\"outcome\":\"more_needed\"", "\"outcome\":\"refused\"");
    aim("class_2");
  }

  @Test
  void standsNowhereInTheClearAndStaysAsLongAsTheLawSays() {
    String id = submitted();
    Dump dump = Dump.of(town.the(Environment.class));
    assertThat(dump.tables()).contains("verification.document");
    assertThat(dump.with(Pictures.MARK)).isEmpty();
    take(id);
    decide(id, Map.of("decision", "approve", "tier", "class_2"));
    assertThat(Dump.of(town.the(Environment.class)).with(Pictures.MARK)).isEmpty();

    JsonNode held =
        ming.browser().post("/v1/me/export", Map.of("pin", Town.PIN)).body().path("sections");
    byte[] content =
        Base64.getDecoder()
            .decode(held.at("/verification/0/documents/0/content_base64").asString());
    assertThat(content).isEqualTo(Pictures.jpeg());
    assertThat(held.at("/limits/tier").asString()).isEqualTo("class_2");

    // Another request, whose documents nothing has come of yet.
    aim("class_3");
    put("proof_of_address", "application/pdf", Pictures.pdf(""));
    var person = ming.person().id().value();
    town.the(VerificationData.class).erase(person);
    assertThat(town.the(DocumentTables.class).of(Subject.person(person)))
        .hasSize(3)
        .allSatisfy(
            document -> assertThat(document.life()).isEqualTo(dev.qiao.vault.Life.RETAINED));
    assertThat(HexFormat.of().formatHex(content)).startsWith("ffd8ff");
  }

  @Test
  void takingARequestBackLeavesNothingOfIt() {
    submitted();
    assertThat(ming.browser().delete("/v1/verification").body().at("/request/state").asString())
        .isEqualTo("withdrawn");
    assertThat(town.the(DocumentTables.class).of(Subject.person(ming.person().id().value())))
        .isEmpty();
    assertThat(ming.browser().delete("/v1/verification").code()).isEqualTo("verification_not_open");
  }

  @Test
  void aTierEndsWithItsDocumentsAndThePersonIsTold() {
    String id = submitted();
    take(id);
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), town.clock().zone());
    assertThat(
            decide(
                    id,
                    Map.of(
                        "decision", "approve",
                        "tier", "class_2",
                        "documents_expire_on", today.toString()))
                .code())
        .isEqualTo("field_invalid");
    decide(
        id,
        Map.of(
            "decision", "approve",
            "tier", "class_2",
            "documents_expire_on", today.plusYears(5).toString()));
    assertThat(ming.browser().get("/v1/limits").text("tier_expires_at")).isNotEmpty();

    town.the(Limits.class)
        .place(
            Subject.person(ming.person().id().value()),
            Optional.of("class_2"),
            Optional.of(town.clock().instant().minus(Duration.ofSeconds(1))));
    assertThat(tier()).isEqualTo("class_1");
    town.the(VerificationSweep.class).lowerExpired();
    assertThat(messages()).contains("\"outcome\":\"expired\"");
    assertThat(ming.browser().get("/v1/limits").body().path("tier_expires_at").isNull()).isTrue();
  }

  @Test
  void anOperatorLowersATierButRaisesNoneThisWay() {
    town.the(Limits.class)
        .place(
            Subject.person(ming.person().id().value()), Optional.of("class_2"), Optional.empty());
    String path = "/v1/operations/people/" + ming.person().id().text() + "/tier";
    Map<String, Object> up = Map.of("tier", "class_3", "reason", "risk_review", "reference", "R-1");
    assertThat(officer.post(path, up).code()).isEqualTo("field_invalid");
    Answer down =
        officer.post(
            path, Map.of("tier", "class_1", "reason", "documents_doubtful", "reference", "R-2"));
    assertThat(down.body().at("/tier/id").asString()).isEqualTo("class_1");
    assertThat(town.operator(OperatorRole.SUPPORT).post(path, up).code())
        .isEqualTo("not_permitted");
  }
}
