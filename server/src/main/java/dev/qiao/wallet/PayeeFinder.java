package dev.qiao.wallet;

import dev.qiao.identity.LookUps;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Phone;
import dev.qiao.ids.Ids;
import dev.qiao.payment.PayCodes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the person to whom money is to go: by number, by their code, or among those paid before.
 */
@Service
public class PayeeFinder {
  static final int LOOKUPS_PER_HOUR = 30;
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a look-up found. */
  sealed interface Finding {
    record Found(PayeeId id, Person person) implements Finding {}

    record Nobody() implements Finding {}

    record Oneself() implements Finding {}

    /** Too many were looked up; another may be after this time. */
    record TooMany(Duration pause) implements Finding {}
  }

  /** Somebody paid before. */
  record Known(PayeeId id, Person person, Instant lastAt) {}

  private final PayeeTables tables;
  private final TransferTables transfers;
  private final People people;
  private final LookUps lookUps;
  private final PayCodes codes;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  PayeeFinder(
      PayeeTables tables,
      TransferTables transfers,
      People people,
      LookUps lookUps,
      PayCodes codes,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.transfers = transfers;
    this.people = people;
    this.lookUps = lookUps;
    this.codes = codes;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** Looks a number up. Every try counts, found or not, so that numbers cannot be tried through. */
  Finding byPhone(UUID owner, Phone phone) {
    Optional<Instant> waiting = lookUps.count();
    if (waiting.isPresent()) {
      return new Finding.TooMany(Duration.between(clock.instant(), waiting.get()));
    }
    return transaction.execute(
        status -> {
          Instant now = clock.instant();
          tables.lock(owner);
          if (tables.countSince(owner, now.minus(Duration.ofHours(1))) >= LOOKUPS_PER_HOUR) {
            return new Finding.TooMany(Duration.ofMinutes(10));
          }
          return found(owner, people.payeeByPhone(phone), true, now);
        });
  }

  /** Looks up whose receive code it is. */
  Finding byCode(UUID owner, String token) {
    return found(
        owner,
        tables.byCode(token).flatMap(person -> people.find(new PersonId(person))),
        false,
        clock.instant());
  }

  private Finding found(UUID owner, Optional<Person> person, boolean asked, Instant now) {
    PayeeId id = new PayeeId(ids.next());
    tables.insert(id, owner, person.map(p -> p.id().value()), asked, now, now.plus(FRESH));
    if (person.isEmpty()) {
      return new Finding.Nobody();
    }
    return person.get().id().value().equals(owner)
        ? new Finding.Oneself()
        : new Finding.Found(id, person.get());
  }

  /** Those whom a person has sent money to, the last first. */
  List<Known> recent(UUID owner) {
    Instant now = clock.instant();
    List<TransferTables.Recent> recent = transfers.recent(owner, 8);
    var known = people.find(recent.stream().map(r -> new PersonId(r.payee())).toList());
    return recent.stream()
        .filter(r -> known.containsKey(new PersonId(r.payee())))
        .map(
            r -> {
              PayeeId id = new PayeeId(ids.next());
              tables.insert(id, owner, Optional.of(r.payee()), false, now, now.plus(FRESH));
              return new Known(id, known.get(new PersonId(r.payee())), r.lastAt());
            })
        .toList();
  }

  /** Whom a look-up of this person found, while it is fresh. */
  Optional<UUID> person(PayeeId id, UUID owner) {
    return tables.person(id, owner, clock.instant());
  }

  /** The text of the code by which a person receives. */
  String codeOf(UUID person) {
    byte[] fresh = new byte[15];
    RANDOM.nextBytes(fresh);
    return codes.draw(
        tables.code(person, Base64.getUrlEncoder().withoutPadding().encodeToString(fresh)));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
  void forgetOld() {
    tables.forget(clock.instant().minus(Duration.ofDays(1)));
  }
}
