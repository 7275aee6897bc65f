package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.OneTimeCodes.CodeCheck;
import dev.qiao.identity.OneTimeCodes.Purpose;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person is reached by, and what is about to change about it. */
@RestController
class ContactRoutes {
  /** A code that was sent for {@code add_contact} to what is to be added. */
  @Schema(name = "EmailAddition")
  record EmailAddition(@Nullable String codeId, @Nullable String code) {
    @Override
    public String toString() {
      return "EmailAddition";
    }
  }

  /**
   * A code that was sent for {@code add_contact} to the new number, and one for {@code
   * change_phone} to what the wallet is known by now; without that the change waits. Asking again
   * for the same number once the waiting is over completes it.
   */
  @Schema(name = "PhoneChange")
  record PhoneChange(
      @Nullable String codeId,
      @Nullable String code,
      @Nullable String presentCodeId,
      @Nullable String presentCode) {
    @Override
    public String toString() {
      return "PhoneChange";
    }
  }

  /** What became of the wish for another phone. */
  enum PhoneState {
    CHANGED,
    WAITING;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Schema(name = "PhoneChanged")
  record PhoneChangedView(PhoneState state, @Nullable Instant dueAt) {}

  @Schema(name = "Email")
  record EmailView(EmailId id, String masked, Instant addedAt) {}

  @Schema(name = "OpenRecovery")
  record OpenRecoveryView(
      Recovery.Kind kind,
      Recovery.State state,
      @Schema(description = "The number that waits; masked") @Nullable String contactMasked,
      Instant appliedAt,
      Instant dueAt) {}

  @Schema(name = "Contacts")
  record ContactsView(
      @Schema(description = "Empty for who has none") String phoneMasked,
      boolean phoneLost,
      List<EmailView> emails,
      @Schema(description = "What is about to change who can open this wallet")
          List<OpenRecoveryView> open) {}

  private final ContactBook contacts;
  private final PhoneChanges phones;
  private final Recoveries recoveries;
  private final OneTimeCodes codes;
  private final Proofs proofs;
  private final Sessions sessions;
  private final Principals principals;
  private final CredentialChanges changes;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  ContactRoutes(
      ContactBook contacts,
      PhoneChanges phones,
      Recoveries recoveries,
      OneTimeCodes codes,
      Proofs proofs,
      Sessions sessions,
      Principals principals,
      CredentialChanges changes,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.contacts = contacts;
    this.phones = phones;
    this.recoveries = recoveries;
    this.codes = codes;
    this.proofs = proofs;
    this.sessions = sessions;
    this.principals = principals;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  @GetMapping("/v1/me/contacts")
  @Operation(summary = "What one is reached by, and what is about to change who opens the wallet")
  ContactsView contacts(Caller caller) {
    Person me = principals.person(caller);
    return new ContactsView(
        me.maskedPhone(),
        contacts.phoneLost(me.id()),
        contacts.emails(me.id()).stream().map(ContactRoutes::view).toList(),
        recoveries.open(me.id()).stream().map(ContactRoutes::view).toList());
  }

  @PostMapping("/v1/me/emails")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add an email that a code was sent to; ends one's other sessions")
  ContactsView addEmail(Caller caller, @RequestBody EmailAddition asked) {
    proofs.require(caller);
    PersonId me = new PersonId(caller.party());
    if (!contacts.hasRoom(me)) {
      throw Problem.of(ErrorCode.EMAILS_TOO_MANY).with("maximum", ContactBook.EMAILS_MAX).thrown();
    }
    if (!(shown(asked.codeId(), asked.code(), Purpose.ADD_CONTACT) instanceof Email email)) {
      throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    }
    transaction.executeWithoutResult(
        status -> {
          contacts.add(me, email);
          audit.record(caller, "email.add", me.text(), "done", null);
          sessions.revokeOthers(caller);
          changes.record(caller, CredentialChange.EMAIL_ADDED);
        });
    return contacts(caller);
  }

  @DeleteMapping("/v1/me/emails/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove an email; ends one's other sessions")
  void removeEmail(Caller caller, @PathVariable String id) {
    proofs.require(caller);
    PersonId me = new PersonId(caller.party());
    List<Contact> before = contacts.of(me);
    EmailId email =
        EmailId.parse(id)
            .filter(known -> contacts.emails(me).stream().anyMatch(row -> row.id().equals(known)))
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
    if (before.size() == 1) {
      throw Problem.of(ErrorCode.LAST_FACTOR).thrown();
    }
    transaction.executeWithoutResult(
        status -> {
          if (contacts.remove(me, email)) {
            audit.record(caller, "email.remove", me.text(), "done", null);
            sessions.revokeOthers(caller);
            changes.record(me, CredentialChange.EMAIL_REMOVED, before);
          }
        });
  }

  @PostMapping("/v1/me/phone")
  @Operation(summary = "Change one's phone number: at once, or after a waiting time")
  PhoneChangedView changePhone(Caller caller, @RequestBody PhoneChange asked) {
    proofs.require(caller);
    PersonId me = new PersonId(caller.party());
    boolean known = asked.presentCodeId() != null && isMine(me, asked);
    if (!(shown(asked.codeId(), asked.code(), Purpose.ADD_CONTACT) instanceof Phone phone)) {
      throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    }
    return switch (phones.change(caller, phone, known)) {
      case PhoneChanges.Change.Changed() -> new PhoneChangedView(PhoneState.CHANGED, null);
      case PhoneChanges.Change.Waiting(var dueAt) ->
          new PhoneChangedView(PhoneState.WAITING, dueAt);
      case PhoneChanges.Change.Taken() -> throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    };
  }

  /** Only what is the person's at this moment counts: not what they had, and not another's. */
  private boolean isMine(PersonId me, PhoneChange asked) {
    Contact shown = shown(asked.presentCodeId(), asked.presentCode(), Purpose.CHANGE_PHONE);
    if (!contacts.isHeldBy(shown, me)) {
      throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    }
    return true;
  }

  @PostMapping("/v1/me/recoveries/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Stop whatever is about to change who opens this wallet")
  void cancel(Caller caller) {
    recoveries.cancelAll(caller);
  }

  private Contact shown(@Nullable String codeId, @Nullable String code, Purpose purpose) {
    CodeId id =
        CodeId.parse(IdentityProblems.required(codeId, "code_id"))
            .orElseThrow(() -> Problem.of(ErrorCode.CODE_EXPIRED).thrown());
    return switch (codes.check(id, purpose, IdentityProblems.required(code, "code"))) {
      case CodeCheck.Right(Contact contact) -> contact;
      case CodeCheck.Wrong(int left) ->
          throw Problem.of(ErrorCode.CODE_WRONG).with("attempts_left", left).thrown();
      case CodeCheck.Expired() -> throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    };
  }

  private static EmailView view(EmailTables.Row row) {
    return new EmailView(row.id(), row.email().masked(), row.addedAt());
  }

  private static OpenRecoveryView view(Recovery recovery) {
    String masked =
        recovery.kind() == Recovery.Kind.CHANGE_PHONE
            ? recovery.contact().map(Contact::masked).orElse(null)
            : null;
    return new OpenRecoveryView(
        recovery.kind(), recovery.state(), masked, recovery.appliedAt(), recovery.dueAt());
  }
}
