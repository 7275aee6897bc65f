package dev.qiao.protection;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.ConfirmationView;
import dev.qiao.identity.Confirmations;
import dev.qiao.payment.Authority;
import dev.qiao.payment.ConfirmRequest;
import dev.qiao.payment.Names;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's movements that wait for their second word. */
@RestController
class HeldRoutes {
  /**
   * @param thing the payment, transfer or withdrawal
   * @param answerableFrom from when this device may say that it was the person; null when it may
   *     now
   */
  @Schema(name = "HeldMovement")
  record HeldView(
      String id,
      String thing,
      @Schema(allowableValues = {"open", "released", "refused", "expired"}) String state,
      Amount amount,
      Names payee,
      List<String> reasons,
      Instant at,
      Instant deadline,
      @Nullable Instant answerableFrom,
      @Nullable Instant endedAt) {}

  @Schema(name = "HeldMovements")
  record HeldList(List<HeldView> items) {}

  private final HeldAnswers answers;
  private final Confirmations confirmations;

  HeldRoutes(HeldAnswers answers, Confirmations confirmations) {
    this.answers = answers;
    this.confirmations = confirmations;
  }

  @GetMapping("/v1/held-movements")
  @Operation(summary = "Movements that wait for one's second word, and those that did lately")
  HeldList list(Caller caller) {
    return new HeldList(
        answers.of(caller.party()).stream().map(held -> view(caller, held)).toList());
  }

  @PostMapping("/v1/held-movements/{id}/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to say that it was oneself: takes more than a PIN")
  ConfirmationView ask(Caller caller, @PathVariable String id) {
    Held held = owned(caller, id);
    answers.obstacle(caller, held).ifPresent(HeldRoutes::refuse);
    return confirmations.ask(caller, held.deed());
  }

  @PostMapping("/v1/held-movements/{id}/confirm")
  @Operation(summary = "It was me: the movement goes on")
  HeldView confirm(Caller caller, @PathVariable String id, @RequestBody ConfirmRequest body) {
    Held held = owned(caller, id);
    Authority authority = body.authority();
    answers.itWasMe(caller, held, authority).ifPresent(HeldRoutes::refuse);
    return view(caller, owned(caller, id));
  }

  @PostMapping("/v1/held-movements/{id}/refuse")
  @Operation(summary = "It was not me: freezes the wallet and ends one's other sessions")
  HeldView refuse(Caller caller, @PathVariable String id) {
    answers.itWasNotMe(caller, owned(caller, id)).ifPresent(HeldRoutes::refuse);
    return view(caller, owned(caller, id));
  }

  private Held owned(Caller caller, String id) {
    return answers
        .find(caller.party(), HeldId.from(id))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private HeldView view(Caller caller, Held held) {
    return new HeldView(
        held.id().text(),
        held.thing(),
        held.state().text(),
        Amount.of(held.amount()),
        answers.payee(held),
        held.reasons(),
        held.at(),
        held.deadline(),
        answers.answerableFrom(caller, held).orElse(null),
        held.endedAt().orElse(null));
  }

  private static void refuse(Problem problem) {
    throw problem.thrown();
  }
}
