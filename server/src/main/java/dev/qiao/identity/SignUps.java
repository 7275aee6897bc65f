package dev.qiao.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a person of someone who has shown a phone to be theirs. */
@Component
class SignUps {
  private final SignUpTables tables;
  private final People people;
  private final InstantSource clock;

  SignUps(SignUpTables tables, People people, InstantSource clock) {
    this.tables = tables;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Registers the phone that the token stands for. Empty when the token is not good; a refused name
   * or password leaves it good. That a phone is registered once makes the token work once, also
   * when it is sent twice in parallel.
   */
  Optional<Registration> signUp(Token token, String name, Optional<String> password) {
    Instant now = clock.instant();
    Optional<Registration> registration =
        tables.find(token, now).map(phone -> people.register(phone, name, password));
    if (registration.isPresent() && registration.get() instanceof Registration.Registered) {
      tables.use(token, now);
    }
    return registration;
  }
}
