package dev.qiao.protection;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.People;
import dev.qiao.identity.PersonId;
import dev.qiao.protection.FreezeRoutes.FreezeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Freezing somebody's wallet as an operator, with a reason, and ending any freeze. */
@RestController
class OperatorFreezeRoutes {
  @Schema(name = "FreezeReason")
  record FreezeReason(@Nullable String reason) {}

  private final Freezes freezes;
  private final People people;

  OperatorFreezeRoutes(Freezes freezes, People people) {
    this.freezes = freezes;
    this.people = people;
  }

  @GetMapping("/v1/operations/freezes/{person}")
  @Operation(summary = "Whether somebody's wallet is frozen")
  FreezeView get(Caller caller, @PathVariable String person) {
    return FreezeView.of(freezes.find(permitted(caller, person)));
  }

  @PutMapping("/v1/operations/freezes/{person}")
  @Operation(summary = "Freeze somebody's wallet; only an operator ends it")
  FreezeView freeze(Caller caller, @PathVariable String person, @RequestBody FreezeReason asked) {
    UUID id = permitted(caller, person);
    freezes.freeze(id, caller, Text.required("reason", asked.reason(), 200));
    return FreezeView.of(freezes.find(id));
  }

  @PostMapping("/v1/operations/freezes/{person}/end")
  @Operation(summary = "End the freeze of somebody's wallet, whoever froze it")
  FreezeView end(Caller caller, @PathVariable String person, @RequestBody FreezeReason asked) {
    UUID id = permitted(caller, person);
    if (!freezes.thaw(id, caller, Text.required("reason", asked.reason(), 200))) {
      throw Problem.of(ErrorCode.WALLET_NOT_FROZEN).thrown();
    }
    return FreezeView.of(freezes.find(id));
  }

  private UUID permitted(Caller caller, String person) {
    if (!OperatorRole.of(caller.role().orElseThrow()).mayLock()) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return PersonId.parse(person)
        .flatMap(people::find)
        .map(found -> found.id().value())
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }
}
