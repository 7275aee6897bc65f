package dev.qiao.privacy;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.HeldData;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Pins;
import dev.qiao.payment.Refusals;
import dev.qiao.privacy.Erasures.Erasing;
import dev.qiao.privacy.Erasures.Kept;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's data: all of it to take along, and the end of it. Both ask for the payment PIN. */
@RestController
class PrivacyRoutes {
  @Schema(name = "PinProof")
  record PinProof(@Nullable String pin) {
    @Override
    public String toString() {
      return "PinProof";
    }
  }

  /** {@code what} is kept until {@code until}, because {@code law} wants it. */
  @Schema(name = "KeptData")
  record KeptView(
      @Schema(allowableValues = {"identity", "transactions"}) String what,
      String law,
      String lawEn,
      String source,
      Instant until) {
    static KeptView of(Kept kept) {
      return new KeptView(
          kept.rule().what(),
          kept.rule().law(),
          kept.rule().lawEn(),
          kept.rule().source(),
          kept.until());
    }
  }

  /** {@code obstacle} is the code of what stands in the way; null when nothing does. */
  @Schema(name = "ErasureOutlook")
  record OutlookView(@Nullable String obstacle, List<KeptView> kept) {}

  @Schema(name = "Erased")
  record ErasedView(Instant erasedAt, List<KeptView> kept) {}

  /**
   * {@code sections} holds what each part of the platform has, in a form of its own; amounts are in
   * minor units, times RFC 3339.
   */
  @Schema(name = "PersonalExport")
  record ExportView(
      String format,
      Instant exportedAt,
      PersonId person,
      Map<String, Object> sections,
      List<KeptView> kept) {
    @Override
    public String toString() {
      return "PersonalExport of " + person;
    }
  }

  private final List<HeldData> modules;
  private final Erasures erasures;
  private final Pins pins;
  private final Refusals refusals;
  private final AuditTrail audit;
  private final InstantSource clock;

  PrivacyRoutes(
      List<HeldData> modules,
      Erasures erasures,
      Pins pins,
      Refusals refusals,
      AuditTrail audit,
      InstantSource clock) {
    this.modules = List.copyOf(modules);
    this.erasures = erasures;
    this.pins = pins;
    this.refusals = refusals;
    this.audit = audit;
    this.clock = clock;
  }

  @PostMapping("/v1/me/export")
  @Operation(summary = "All that is held about oneself, to take along")
  ResponseEntity<ExportView> export(Caller caller, @RequestBody PinProof proof) {
    prove(caller, proof);
    Map<String, Object> sections = new LinkedHashMap<>();
    modules.forEach(module -> sections.putAll(module.held(caller.party())));
    PersonId person = new PersonId(caller.party());
    audit.record(caller, "person.export", person.text(), "done", null);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new ExportView("qiao-export-1", clock.instant(), person, sections, kept()));
  }

  @GetMapping("/v1/me/erasure")
  @Operation(summary = "What would stand in the way of being erased, and what would be kept")
  OutlookView outlook(Caller caller) {
    return new OutlookView(
        erasures.obstacle(new PersonId(caller.party())).map(Problem::code).orElse(null), kept());
  }

  @PostMapping("/v1/me/erasure")
  @Operation(summary = "Be erased: at once, and for ever")
  ErasedView erase(Caller caller, @RequestBody PinProof proof) {
    prove(caller, proof);
    return switch (erasures.erase(new PersonId(caller.party()), caller.address())) {
      case Erasing.Erased(var at, var kept) ->
          new ErasedView(at, kept.stream().map(KeptView::of).toList());
      case Erasing.NotYet(var why) -> throw why.thrown();
    };
  }

  private void prove(Caller caller, PinProof proof) {
    String pin = Text.required("pin", proof.pin(), 12);
    refusals
        .of(pins.verify(new PersonId(caller.party()), pin))
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
  }

  private List<KeptView> kept() {
    return erasures.kept().stream().map(KeptView::of).toList();
  }
}
