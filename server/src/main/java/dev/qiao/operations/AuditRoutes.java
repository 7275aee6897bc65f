package dev.qiao.operations;

import dev.qiao.api.AuditEntry;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Page;
import dev.qiao.api.Text;
import dev.qiao.operations.MovementViews.AuditPage;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for operators. */
@RestController
class AuditRoutes {
  private final AuditTrail trail;
  private final AuditLines lines;

  AuditRoutes(AuditTrail trail, AuditLines lines) {
    this.trail = trail;
    this.lines = lines;
  }

  @GetMapping("/v1/operations/audit")
  @Operation(
      summary = "The audit trail, newest first; q is the beginning of an act or a whole object")
  AuditPage list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String q) {
    int size = Page.size(limit);
    Page<AuditEntry> page =
        Page.cut(
            trail.list(Page.place(cursor), Text.optional("q", q, 60), size + 1),
            size,
            entry -> entry.id().toString());
    return new AuditPage(lines.of(page.items()), page.nextCursor());
  }
}
