package dev.qiao.decision;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRequires;
import dev.qiao.identity.Subject;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One's own limits: a person's, and those of the merchant that staff work for. */
@RestController
class LimitRoutes {
  /** {@code timeZone} is a name of the IANA database, such as {@code Asia/Shanghai}. */
  record TimeZoneChange(@Nullable String timeZone) {}

  private final Limits limits;
  private final LimitStatements statements;
  private final AuditTrail audit;

  LimitRoutes(Limits limits, LimitStatements statements, AuditTrail audit) {
    this.limits = limits;
    this.statements = statements;
    this.audit = audit;
  }

  @GetMapping("/v1/limits")
  @Operation(summary = "My tier, what is used of each of its limits, and what the others allow")
  LimitsView limits(Caller person) {
    return statements.of(Subject.of(person));
  }

  @GetMapping("/v1/merchant/limits")
  @StaffRequires(StaffPermission.LIMITS_READ)
  @Operation(summary = "The shop's tier, what is used of its limits, and what the others allow")
  LimitsView ofShop(Caller staff) {
    return statements.of(Subject.of(staff));
  }

  @PutMapping("/v1/limits/time-zone")
  @Operation(summary = "Say where my days begin; it counts when the open windows have ended")
  LimitsView move(Caller person, @RequestBody TimeZoneChange body) {
    String name = Text.required("time_zone", body.timeZone(), 60);
    // By its name: an offset knows no summer.
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "time_zone").thrown();
    }
    limits.moveTo(Subject.of(person), ZoneId.of(name));
    audit.record(person, "limits.time_zone", "limits", "done", name);
    return statements.of(Subject.of(person));
  }
}
