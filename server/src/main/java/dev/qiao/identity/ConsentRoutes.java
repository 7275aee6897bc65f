package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Consents.Saying;
import dev.qiao.identity.Consents.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person agreed to. */
@RestController
class ConsentRoutes {
  private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

  /**
   * A question with the person's last word on it; {@code said_version} differs from {@code version}
   * when the words have changed since.
   */
  @Schema(name = "Consent")
  record ConsentView(
      String purpose,
      String version,
      boolean required,
      String text,
      String textEn,
      boolean given,
      @Nullable String saidVersion,
      @Nullable Instant saidAt) {
    static ConsentView of(Standing standing) {
      var said = standing.said().orElse(null);
      return new ConsentView(
          standing.asked().purpose(),
          standing.asked().version(),
          standing.asked().required(),
          standing.asked().text(),
          standing.asked().textEn(),
          said != null && said.given(),
          said == null ? null : said.version(),
          said == null ? null : said.at());
    }
  }

  @Schema(name = "Consents")
  record ConsentsView(List<ConsentView> items) {}

  /** {@code version} is the one that was read; {@code language} the one it was read in. */
  @Schema(name = "ConsentWord")
  record ConsentWord(
      boolean given,
      @Nullable String version,
      @Schema(allowableValues = {"zh-CN", "en"}) @Nullable String language) {}

  private final Consents consents;

  ConsentRoutes(Consents consents) {
    this.consents = consents;
  }

  @GetMapping("/v1/me/consents")
  @Operation(summary = "What one was asked to agree to, and what one said")
  ConsentsView list(Caller caller) {
    return new ConsentsView(
        consents.of(new PersonId(caller.party())).stream().map(ConsentView::of).toList());
  }

  @PutMapping("/v1/me/consents/{purpose}")
  @Operation(summary = "Agree to something, or withdraw that")
  ConsentView say(Caller caller, @PathVariable String purpose, @RequestBody ConsentWord word) {
    String version = IdentityProblems.required(word.version(), "version");
    if (word.language() == null || !LANGUAGES.contains(word.language())) {
      throw IdentityProblems.field("language").thrown();
    }
    return switch (consents.say(caller, purpose, version, word.language(), word.given())) {
      case Saying.Said(var standing) -> ConsentView.of(standing);
      case Saying.NotAsked() -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
      case Saying.OtherVersion() -> throw IdentityProblems.field("version").thrown();
      case Saying.IsRequired() -> throw IdentityProblems.field("given").thrown();
    };
  }
}
