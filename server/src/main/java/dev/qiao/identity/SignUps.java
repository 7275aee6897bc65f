package dev.qiao.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a person of someone who has shown a phone or an email to be theirs. */
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
   * Registers the phone or email that the token stands for. Empty when the token is not good; a
   * refused name or password leaves it good.
   */
  Optional<Registration> signUp(Token token, String name, Optional<String> password) {
    Instant now = clock.instant();
    return tables
        .find(token, now)
        .map(shown -> people.register(shown, name, password, () -> tables.use(token, now)));
  }
}
