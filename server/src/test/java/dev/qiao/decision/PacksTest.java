package dev.qiao.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.TownTest;
import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import dev.qiao.decision.Pack.Source;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.identity.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is a pack of limits, and what is refused with one line at the start. */
class PacksTest extends TownTest {
  private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

  @TempDir private Path folder;
  private ObjectMapper json;

  @BeforeEach
  void reads() {
    json = town.the(ObjectMapper.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CN,CNY,PERSON", "HK,HKD,PERSON", "SG,SGD,PERSON", "EU,EUR,PERSON", "UK,GBP,PERSON",
    "US,USD,PERSON", "CN,CNY,BUSINESS", "HK,HKD,BUSINESS", "SG,SGD,BUSINESS", "EU,EUR,BUSINESS",
    "UK,GBP,BUSINESS", "US,USD,BUSINESS"
  })
  void everyShippedPackSaysWhereEachFigureComesFrom(
      String jurisdiction, String currency, Subject.Kind kind) {
    Pack pack = packs(jurisdiction, currency, "").now(kind);

    assertThat(pack.status()).isEqualTo("example, to be checked by counsel");
    assertThat(pack.tiers()).hasSizeGreaterThan(1);
    for (Tier tier : pack.tiers()) {
      assertThat(tier.caps()).as(tier.id()).isNotEmpty();
      tier.caps()
          .values()
          .forEach(
              cap -> {
                switch (cap.source()) {
                  case Source.Law law -> assertThat(law.articleEn()).matches("\\p{ASCII}+");
                  case Source.Operator own -> assertThat(own.whyEn()).isNotBlank();
                }
              });
    }
  }

  @Test
  void theClassesOfMainlandChinaAreThoseOfTheMeasures() {
    Pack pack = packs("CN", "CNY", "").now(Subject.Kind.PERSON);

    assertThat(cap(pack, "class_1", "spending_life")).isEqualTo(1_000_00);
    assertThat(cap(pack, "class_2", "spending_year")).isEqualTo(100_000_00);
    assertThat(cap(pack, "class_3", "spending_year")).isEqualTo(200_000_00);
    assertThat(pack.limits())
        .filteredOn(limit -> limit.id().startsWith("spending"))
        .allSatisfy(
            limit ->
                assertThat(limit.counts())
                    .as("not what goes to one's own bank account")
                    .containsExactlyInAnyOrder(Movement.PAYMENT, Movement.TRANSFER));
  }

  @Test
  void noFigureOfABusinessPassesForALaw() {
    Pack pack = packs("CN", "CNY", "").now(Subject.Kind.BUSINESS);

    assertThat(pack.tiers()).extracting(Tier::id).containsExactly("basic", "micro", "licensed");
    assertThat(pack.tiers().getFirst().documents()).isEmpty();
    assertThat(pack.tiers().getLast().documents())
        .contains(Evidence.BUSINESS_LICENCE, Evidence.PROOF_OF_OWNERSHIP);
    assertThat(pack.tiers())
        .flatExtracting(tier -> tier.caps().values())
        .allSatisfy(
            cap ->
                assertThat(cap.source())
                    .isInstanceOfSatisfying(
                        Source.Operator.class,
                        own -> assertThat(own.whyEn()).contains("No. 259", "operator’s own")));
  }

  private static long cap(Pack pack, String tier, String limit) {
    return pack.tier(tier).orElseThrow().caps().get(limit).minor();
  }

  @Test
  void aVersionComesIntoForceOnItsDay() throws IOException {
    write("next.json", cn().put("valid_from", "2027-01-01").put("name_en", "Next"));
    Packs packs = packs("CN", "CNY", folder.toString());

    assertThat(packs.at(Subject.Kind.PERSON, Instant.parse("2026-12-31T15:59:59Z")).nameEn())
        .isEqualTo("Mainland China");
    assertThat(packs.at(Subject.Kind.PERSON, Instant.parse("2026-12-31T16:00:00Z")).nameEn())
        .isEqualTo("Next");
    assertThat(packs.next(Subject.Kind.PERSON).map(Pack::validFrom))
        .contains(LocalDate.of(2027, 1, 1));
  }

  @Test
  void twoVersionsOfOneDayAreRefused() throws IOException {
    write("same.json", cn());
    refused("Two packs of limits of CN begin on 2016-07-01");
  }

  @Test
  void aVersionThatForgetsATierIsRefused() throws IOException {
    ObjectNode next = cn().put("valid_from", "2027-01-01");
    ((tools.jackson.databind.node.ArrayNode) next.get("tiers")).remove(1);
    write("next.json", next);
    refused("have no tier class_2 any more");
  }

  @Test
  void limitsInAnotherCurrencyThanTheWalletsAreRefused() {
    assertThatThrownBy(() -> packs("SG", "CNY", ""))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("are in SGD and the wallets in CNY");
  }

  @Test
  void aJurisdictionWithoutLimitsIsRefused() {
    assertThatThrownBy(() -> packs("ZZ", "CNY", ""))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no limits for the jurisdiction ZZ");
  }

  @Test
  void whatIsNoPackIsRefusedInOneLine() throws IOException {
    bad("\"zz\": 1, \"name\"", "\"name\"", "zz");
    bad("\"jurisdiction\": \"China\"", "\"jurisdiction\": \"CN\"", "not two capital letters");
    bad("\"currency\": \"XXY\"", "\"currency\": \"CNY\"", "the currency XXY is unknown");
    bad("\"window\": \"week\"", "\"window\": \"life\"", "has no window week");
    bad("\"window\": \"year\"", "\"window\": \"life\"", "is there twice");
    bad("\"payment\", \"gift\"", "\"payment\"", "counts gift, which is unknown");
    bad("\"amount\": -1", "\"amount\": 100000", "out of range");
    bad("\"amount\": 1.5", "\"amount\": 100000", "");
    bad("\"amount\": 99999999999999999", "\"amount\": 100000", "out of range");
    bad("\"limit\": \"spending_ever\"", "\"limit\": \"spending_life\"", "which is no limit");
    bad("\"source\": \"hearsay\"", "\"source\": \"pboc_43\"", "names hearsay, which is no source");
    bad("\"id\": \"class_1\"", "\"id\": \"class_2\"", "is there twice");
    bad(
        "\"documents\": []",
        "\"documents\": [\"id_front\", \"id_back\", \"selfie\"]",
        "asks for no");
    bad("\"documents\": [\"selfie\"]", "\"documents\": []", "everybody has, asks for documents");
    bad(
        "\"status\": \"\"",
        "\"status\": \"example, to be checked by counsel\"",
        "status is missing");
    bad("\"subject\": \"ship\", \"name\"", "\"name\"", "the subject ship is unknown");
    bad("\"payment\", \"sale\"", "\"payment\"", "counts sale, which no person makes");
    bad("\"storefront\", \"selfie\"", "\"selfie\"", "asks for storefront, which no person has");
    bad("\"valid_from\": \"soon\"", "\"valid_from\": \"2027-01-01\"", "");
  }

  /** The pack with one thing changed. */
  private void bad(String wrong, String right, String why) throws IOException {
    String text =
        json.writeValueAsString(cn().put("valid_from", "2027-01-01")).replace("\":", "\": ");
    text = text.replace(",\"", ", \"");
    assertThat(text).as("the pack has %s", right).contains(right);
    Files.writeString(
        folder.resolve("bad.json"), text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    refused(why);
  }

  private void refused(String why) {
    assertThatThrownBy(() -> packs("CN", "CNY", folder.toString()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain("\n");
  }

  private void write(String name, ObjectNode pack) throws IOException {
    Files.writeString(folder.resolve(name), json.writeValueAsString(pack));
  }

  private ObjectNode cn() throws IOException {
    try (var file = Pack.class.getResourceAsStream("packs/cn-2016-07-01.json")) {
      return (ObjectNode) json.readTree(file);
    }
  }

  private Packs packs(String jurisdiction, String currency, String from) {
    var terms =
        new PlatformTerms("Qiao", true, currency, ZoneId.of("Asia/Shanghai"), 5_000_000, 50_000);
    return new Packs(json, terms, InstantSource.fixed(NOW), jurisdiction, from);
  }
}
