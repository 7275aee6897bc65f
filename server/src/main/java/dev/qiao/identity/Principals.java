package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.identity.Views.OperatorView;
import dev.qiao.identity.Views.PersonView;
import dev.qiao.identity.Views.SessionView;
import dev.qiao.identity.Views.StaffView;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows parties and their sessions as they are answered. */
@Component
class Principals {
  private final People people;
  private final PeopleTables peopleTables;
  private final StaffMembers staff;
  private final Operators operators;
  private final ContactBook contacts;
  private final Pins pins;
  private final Passwords passwords;

  Principals(
      People people,
      PeopleTables peopleTables,
      StaffMembers staff,
      Operators operators,
      ContactBook contacts,
      Pins pins,
      Passwords passwords) {
    this.people = people;
    this.peopleTables = peopleTables;
    this.staff = staff;
    this.operators = operators;
    this.contacts = contacts;
    this.pins = pins;
    this.passwords = passwords;
  }

  SessionView session(
      App app, SessionId id, UUID party, String csrf, Instant expiresAt, boolean mustEnrol) {
    return switch (app) {
      case WALLET ->
          new SessionView(
              id,
              app,
              csrf,
              expiresAt,
              person(new PersonId(party)),
              null,
              null,
              null,
              mustEnrol,
              null);
      case MERCHANT -> {
        StaffView member = staff.find(new StaffId(party)).map(StaffView::of).orElseThrow();
        yield new SessionView(id, app, csrf, expiresAt, null, member, null, null, mustEnrol, null);
      }
      case CONSOLE -> {
        OperatorView member =
            operators.find(new OperatorId(party)).map(OperatorView::of).orElseThrow();
        yield new SessionView(id, app, csrf, expiresAt, null, null, member, null, mustEnrol, null);
      }
    };
  }

  /**
   * What a party signs in as, and how its devices may show it: personal data.
   *
   * @param login masked where it is a phone
   */
  record Name(String login, String shown) {
    @Override
    public String toString() {
      return "Name";
    }
  }

  Name name(Caller caller) {
    return switch (caller.kind()) {
      case PERSON -> {
        Person person = person(caller);
        yield new Name(contacts.shown(person), person.name());
      }
      case STAFF -> {
        StaffMember member = staff.find(new StaffId(caller.party())).orElseThrow();
        yield new Name(member.login(), member.name());
      }
      case OPERATOR -> {
        OperatorMember member = operators.find(new OperatorId(caller.party())).orElseThrow();
        yield new Name(member.login(), member.name());
      }
    };
  }

  /** What the party signs in as, whole: personal data where it is a phone. */
  String login(Caller caller) {
    return caller.kind() == Caller.Kind.PERSON
        ? person(caller).phone().map(Phone::e164).orElse("")
        : name(caller).login();
  }

  /** The signed-in person, who must be one. */
  Person person(Caller caller) {
    return people.find(new PersonId(caller.party())).orElseThrow();
  }

  PersonView person(PersonId id) {
    Person person = people.find(id).orElseThrow();
    return new PersonView(
        id,
        person.name(),
        person.maskedPhone(),
        contacts.phoneLost(id),
        pins.isSet(id),
        passwords.isSet(id.value()),
        peopleTables.language(id).orElse(null));
  }
}
