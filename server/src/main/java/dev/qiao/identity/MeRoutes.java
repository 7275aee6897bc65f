package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.OneTimeCodes.CodeCheck;
import dev.qiao.identity.OneTimeCodes.Purpose;
import dev.qiao.identity.Pins.PinSetting;
import dev.qiao.identity.Views.PersonView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person changes about themselves. */
@RestController
class MeRoutes {
  private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

  @Schema(name = "PersonChange")
  record PersonChange(@Nullable String name, @Nullable String language) {
    @Override
    public String toString() {
      return "PersonChange";
    }
  }

  /**
   * The first PIN needs nothing else; another one needs {@code current_pin}, or a code for {@code
   * reset_pin}.
   */
  @Schema(name = "PinChange")
  record PinChange(
      @Nullable String pin,
      @Nullable String currentPin,
      @Nullable String codeId,
      @Nullable String code) {
    @Override
    public String toString() {
      return "PinChange";
    }
  }

  private final PeopleTables people;
  private final Pins pins;
  private final OneTimeCodes codes;
  private final Proofs proofs;
  private final Sessions sessions;
  private final CredentialChanges changes;
  private final ContactBook contacts;
  private final InstantSource clock;
  private final Principals principals;
  private final IdentityProblems problems;
  private final TransactionOperations transaction;

  MeRoutes(
      PeopleTables people,
      Pins pins,
      OneTimeCodes codes,
      Proofs proofs,
      Sessions sessions,
      CredentialChanges changes,
      ContactBook contacts,
      InstantSource clock,
      Principals principals,
      IdentityProblems problems,
      TransactionOperations transaction) {
    this.people = people;
    this.pins = pins;
    this.codes = codes;
    this.proofs = proofs;
    this.sessions = sessions;
    this.changes = changes;
    this.contacts = contacts;
    this.clock = clock;
    this.principals = principals;
    this.problems = problems;
    this.transaction = transaction;
  }

  @PatchMapping("/v1/me")
  @Operation(summary = "Change one's name or language")
  PersonView change(Caller caller, @RequestBody PersonChange asked) {
    String name =
        asked.name() == null
            ? null
            : PersonName.parse(asked.name())
                .orElseThrow(() -> Problem.of(ErrorCode.NAME_INVALID).thrown());
    if (asked.language() != null && !LANGUAGES.contains(asked.language())) {
      throw IdentityProblems.field("language").thrown();
    }
    PersonId me = new PersonId(caller.party());
    transaction.executeWithoutResult(status -> people.change(me, name, asked.language()));
    return principals.person(me);
  }

  @PutMapping("/v1/me/pin")
  @Operation(summary = "Set or change one's payment PIN")
  PersonView setPin(Caller caller, @RequestBody PinChange asked) {
    Person me = principals.person(caller);
    String pin = IdentityProblems.required(asked.pin(), "pin");
    // A PIN that would be refused anyway must not cost the person a code or a try.
    pins.refusal(me, pin).ifPresent(MeRoutes::refuse);
    if (pins.isSet(me.id())) {
      prove(caller, me, asked);
      refuse(pins.change(me, pin, asked.codeId() != null));
      if (asked.codeId() == null) {
        changes.record(caller, CredentialChange.PIN_CHANGED);
      } else {
        transaction.executeWithoutResult(status -> reset(caller, me.id()));
      }
    } else {
      proofs.requireIfStrong(caller);
      refuse(pins.setFirst(me, pin));
      changes.record(caller, CredentialChange.PIN_SET);
    }
    return principals.person(me.id());
  }

  /**
   * Makes sure that it is the person who changes the PIN, not someone who found the phone unlocked.
   */
  private void prove(Caller caller, Person me, PinChange asked) {
    if (asked.codeId() != null) {
      proofs.requireOther(caller, Factor.PIN);
      proveByCode(me, asked.codeId(), IdentityProblems.required(asked.code(), "code"));
    } else if (asked.currentPin() != null) {
      proveByPin(me, asked.currentPin());
    } else {
      throw Problem.of(ErrorCode.PIN_REQUIRED).thrown();
    }
  }

  private void proveByCode(Person me, String codeId, String code) {
    CodeCheck check =
        CodeId.parse(codeId)
            .map(id -> codes.check(id, Purpose.RESET_PIN, code))
            .orElseGet(CodeCheck.Expired::new);
    switch (check) {
      case CodeCheck.Right(Contact shown) when contacts.isHeldBy(shown, me.id()) -> {}
      case CodeCheck.Wrong(int left) ->
          throw Problem.of(ErrorCode.CODE_WRONG).with("attempts_left", left).thrown();
      case CodeCheck.Right(_), CodeCheck.Expired() ->
          throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    }
  }

  /** Whoever had only what reads a code moves little money, from whichever device. */
  private void reset(Caller caller, PersonId me) {
    people.cool(me, clock.instant().plus(Sessions.COOLING));
    sessions.revokeOthers(caller);
    changes.record(caller, CredentialChange.PIN_RESET);
  }

  private void proveByPin(Person me, String currentPin) {
    switch (pins.verify(me.id(), currentPin)) {
      case PinCheck.Verified() -> {}
      case PinCheck.NotSet() -> throw Problem.of(ErrorCode.PIN_REQUIRED).thrown();
      case PinCheck.Wrong(int left) ->
          throw Problem.of(ErrorCode.PIN_WRONG).with("attempts_left", left).thrown();
      case PinCheck.Locked(var until) -> throw problems.locked(until).thrown();
      case PinCheck.Blocked() -> throw Problem.of(ErrorCode.PIN_BLOCKED).thrown();
    }
  }

  private static void refuse(PinSetting setting) {
    switch (setting) {
      case PinSetting.PinSet() -> {}
      case PinSetting.Malformed() -> throw IdentityProblems.field("pin").thrown();
      case PinSetting.TooSimple() -> throw Problem.of(ErrorCode.PIN_TOO_SIMPLE).thrown();
      case PinSetting.Blocked() -> throw Problem.of(ErrorCode.PIN_BLOCKED).thrown();
      case PinSetting.AlreadySet() -> throw Problem.of(ErrorCode.PIN_REQUIRED).thrown();
    }
  }
}
