package dev.qiao.protection;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Assertion;
import dev.qiao.identity.ConfirmationView;
import dev.qiao.identity.Confirmations;
import dev.qiao.identity.Deed;
import dev.qiao.identity.OpenDoor;
import dev.qiao.identity.PersonId;
import dev.qiao.money.Money;
import dev.qiao.payment.Authorities;
import dev.qiao.payment.Authority;
import dev.qiao.payment.ConfirmRequest;
import dev.qiao.protection.FreezeTables.By;
import dev.qiao.protection.FreezeTables.Freeze;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Freezing one's own wallet, and ending that. */
@RestController
class FreezeRoutes {
  /**
   * @param byOperator whether only an operator ends it
   * @param thawsAt when it ends, if that was asked for
   */
  @Schema(name = "Freeze")
  record FreezeView(
      boolean frozen, boolean byOperator, @Nullable Instant frozenAt, @Nullable Instant thawsAt) {
    static FreezeView of(Optional<Freeze> freeze) {
      return new FreezeView(
          freeze.isPresent(),
          freeze.filter(f -> f.by() == By.OPERATOR).isPresent(),
          freeze.map(Freeze::frozenAt).orElse(null),
          freeze.flatMap(Freeze::thawAt).orElse(null));
    }
  }

  /** The same words as confirm a payment, over a confirmation that was asked for this. */
  @Schema(name = "Thaw")
  record ThawRequest(
      @Nullable String confirmationId,
      @Nullable String pin,
      @Nullable String code,
      @Nullable String codeId,
      @Nullable Assertion passkey) {
    @Override
    public String toString() {
      return "Thaw";
    }
  }

  @Schema(name = "FreezeLink")
  record LinkRequest(@Nullable String token) {
    @Override
    public String toString() {
      return "FreezeLink";
    }
  }

  private final Freezes freezes;
  private final FreezeLinks links;
  private final OpenDoor door;
  private final Confirmations confirmations;
  private final Authorities authorities;
  private final PlatformTerms terms;

  FreezeRoutes(
      Freezes freezes,
      FreezeLinks links,
      OpenDoor door,
      Confirmations confirmations,
      Authorities authorities,
      PlatformTerms terms) {
    this.freezes = freezes;
    this.links = links;
    this.door = door;
    this.confirmations = confirmations;
    this.authorities = authorities;
    this.terms = terms;
  }

  @GetMapping("/v1/wallet/freeze")
  @Operation(summary = "Whether one's wallet is frozen")
  FreezeView get(Caller caller) {
    return FreezeView.of(freezes.find(caller.party()));
  }

  @PutMapping("/v1/wallet/freeze")
  @Operation(summary = "Freeze one's wallet: nothing leaves it any more when this is answered")
  FreezeView freeze(Caller caller) {
    freezes.freeze(caller, By.PERSON);
    return get(caller);
  }

  @PostMapping("/v1/wallet/freeze/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to end the freeze of one's wallet: takes more than a PIN")
  ConfirmationView ask(Caller caller) {
    requireOwn(caller);
    return confirmations.ask(caller, thaw(caller.party()));
  }

  @PostMapping("/v1/wallet/freeze/thaw")
  @Operation(
      summary =
          "End the freeze of one's wallet: at once, or after a day where somebody else may have come in")
  FreezeView thaw(Caller caller, @RequestBody ThawRequest asked) {
    requireOwn(caller);
    Authority authority =
        ConfirmRequest.authority(
            asked.confirmationId(), asked.pin(), asked.code(), asked.codeId(), asked.passkey());
    authorities
        .lacking(caller.party(), authority, thaw(caller.party()))
        .ifPresent(FreezeRoutes::refuse);
    freezes.thaw(caller);
    return get(caller);
  }

  @PostMapping("/v1/freeze-links/use")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Freeze the wallet of whoever this link was sent to; tells nothing of them")
  void byLink(@RequestBody LinkRequest asked, HttpServletRequest request) {
    door.knock(request).ifPresent(FreezeRoutes::refuse);
    UUID person =
        links
            .use(Text.required("token", asked.token(), 100))
            .orElseThrow(() -> Problem.of(ErrorCode.FREEZE_LINK_INVALID).thrown());
    freezes.freezeByLink(person, request.getRemoteAddr());
  }

  private void requireOwn(Caller caller) {
    Freeze freeze =
        freezes
            .find(caller.party())
            .orElseThrow(() -> Problem.of(ErrorCode.WALLET_NOT_FROZEN).thrown());
    if (freeze.by() == By.OPERATOR) {
      throw Problem.of(ErrorCode.FROZEN_BY_OPERATOR).thrown();
    }
  }

  private Deed thaw(UUID person) {
    return new Deed(Caution.THAW, Money.zero(terms.unit()), new PersonId(person).text());
  }

  private static void refuse(Problem problem) {
    throw problem.thrown();
  }
}
