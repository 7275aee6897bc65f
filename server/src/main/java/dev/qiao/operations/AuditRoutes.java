package dev.qiao.operations;

import dev.qiao.api.AuditEntry;
import dev.qiao.api.AuditQuery;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Page;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.operations.MovementViews.AuditPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for operators. */
@RestController
class AuditRoutes {
  private static final int TEXT_MAX = 80;

  private final AuditTrail trail;
  private final AuditLines lines;
  private final PlatformClock clock;

  AuditRoutes(AuditTrail trail, AuditLines lines, PlatformClock clock) {
    this.trail = trail;
    this.lines = lines;
    this.clock = clock;
  }

  @GetMapping("/v1/operations/audit")
  @Requires(Permission.AUDIT_READ)
  @Operation(summary = "The audit trail, newest first; everything that is asked for has to fit")
  AuditPage list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @Parameter(description = "The beginning of an act, or a whole object")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "The id of who acted, or person, staff, operator or system")
          @RequestParam(required = false)
          @Nullable String actor,
      @Parameter(description = "The beginning of an act") @RequestParam(required = false)
          @Nullable String act,
      @RequestParam(required = false) @Nullable String object,
      @Parameter(description = "The first day, where the platform is")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "The last day, where the platform is")
          @RequestParam(required = false)
          @Nullable LocalDate to) {
    int size = Page.size(limit);
    Optional<String> who = Text.optional("actor", actor, TEXT_MAX);
    Optional<String> kind = who.filter(Actors.KINDS::contains);
    Optional<UUID> id = kind.isPresent() ? Optional.empty() : who.map(AuditRoutes::actor);
    AuditQuery query =
        new AuditQuery(
            Page.place(cursor),
            Text.optional("q", q, TEXT_MAX),
            kind,
            id,
            Text.optional("act", act, TEXT_MAX),
            Text.optional("object", object, TEXT_MAX),
            Optional.ofNullable(from).map(this::start),
            Optional.ofNullable(to).map(day -> start(day.plusDays(1))));
    Page<AuditEntry> page =
        Page.cut(trail.list(query, size + 1), size, entry -> entry.id().toString());
    return new AuditPage(lines.of(page.items()), page.nextCursor());
  }

  private static UUID actor(String text) {
    return Actors.parse(text)
        .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "actor").thrown());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant();
  }
}
