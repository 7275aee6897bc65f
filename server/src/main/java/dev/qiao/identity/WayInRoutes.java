package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Locks one thing by which somebody comes in, and leaves the rest to them. */
@RestController
class WayInRoutes {
  @Schema(name = "WayInLock")
  record LockRequest(@Nullable String reason) {}

  /**
   * @param id as the path takes it
   * @param name what a browser says that it is, or what a passkey was called; empty for the rest
   */
  @Schema(name = "WayIn")
  record WayInView(
      String id,
      WayIn.Kind kind,
      String name,
      Instant since,
      @Nullable Instant usedAt,
      @Nullable Instant lockedAt) {
    static WayInView of(WaysIn.Standing standing) {
      return new WayInView(
          standing.way().text(),
          standing.way().kind(),
          standing.name(),
          standing.since(),
          standing.usedAt().orElse(null),
          standing.lockedAt().orElse(null));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @Schema(name = "WaysIn")
  record WaysInView(List<WayInView> items) {}

  private static final int REASON_MAX = 200;

  private final WaysIn ways;
  private final Lockable lockable;
  private final AuditTrail audit;

  WayInRoutes(WaysIn ways, Lockable lockable, AuditTrail audit) {
    this.ways = ways;
    this.lockable = lockable;
    this.audit = audit;
  }

  @GetMapping("/v1/operations/locks/{party}/ways-in")
  @Requires(Permission.LOCKS_READ)
  @Operation(summary = "By what somebody comes in, and what of it is locked; the look is recorded")
  WaysInView list(Caller caller, @PathVariable String party) {
    UUID id = found(caller, party);
    audit.record(caller, "way_in.view", party, "done", null);
    return new WaysInView(ways.of(id).stream().map(WayInView::of).toList());
  }

  @PostMapping("/v1/operations/locks/{party}/ways-in/{way}/lock")
  @Requires(Permission.LOCKS_PLACE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lock a device or a credential of somebody's, at once and everywhere")
  void lock(
      Caller caller,
      @PathVariable String party,
      @PathVariable String way,
      @RequestBody LockRequest asked) {
    UUID id = found(caller, party);
    WayIn known = known(id, way);
    turned(ways.lock(caller, party, id, known, reason(asked)));
  }

  @PostMapping("/v1/operations/locks/{party}/ways-in/{way}/unlock")
  @Requires(Permission.LOCKS_LIFT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Unlock a device or a credential of somebody's")
  void unlock(
      Caller caller,
      @PathVariable String party,
      @PathVariable String way,
      @RequestBody LockRequest asked) {
    UUID id = found(caller, party);
    WayIn known = known(id, way);
    turned(ways.unlock(caller, party, id, known, reason(asked)));
  }

  private static void turned(WaysIn.Turning turning) {
    switch (turning) {
      case DONE, UNCHANGED -> {}
      case LAST_ADMINISTRATOR -> throw Problem.of(ErrorCode.LAST_ADMINISTRATOR).thrown();
    }
  }

  private static String reason(LockRequest asked) {
    return Text.required("reason", asked.reason(), REASON_MAX);
  }

  private UUID found(Caller caller, String party) {
    return lockable.find(caller, party).orElseThrow(WayInRoutes::none);
  }

  private WayIn known(UUID party, String way) {
    return WayIn.parse(way)
        .filter(one -> ways.of(party).stream().anyMatch(standing -> standing.way().equals(one)))
        .orElseThrow(WayInRoutes::none);
  }

  private static RuntimeException none() {
    return Problem.of(ErrorCode.NOT_FOUND).thrown();
  }
}
