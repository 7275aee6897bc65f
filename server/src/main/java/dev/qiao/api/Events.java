package dev.qiao.api;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.Companion;
import dev.qiao.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells what happened. An event commits with what it tells; readers get it after the commit, at
 * least once, in order.
 */
@Component
public class Events {
  private static final Duration KEPT = Duration.ofDays(7);

  private final EventTables tables;
  private final EventStream stream;
  private final Ids ids;
  private final InstantSource clock;

  Events(EventTables tables, EventStream stream, Ids ids, InstantSource clock) {
    this.tables = tables;
    this.stream = stream;
    this.ids = ids;
    this.clock = clock;
  }

  /** An event of a person's stream, to travel with a posting. */
  public Companion ofPerson(
      UUID person, String type, Id thing, Instant at, Money amount, String state) {
    return tables.companion(event(Event.Party.PERSON, person, type, thing, at, amount, state));
  }

  /** An event of a merchant's stream, to travel with a posting. */
  public Companion ofMerchant(
      UUID merchant, UUID store, String type, Id thing, Instant at, Money amount, String state) {
    return tables.companion(
        event(Event.Party.MERCHANT, merchant, type, thing, at, amount, state).at(store));
  }

  /** Writes a person's event in the transaction at hand. */
  public void tellPerson(
      UUID person, String type, Id thing, Instant at, Money amount, String state) {
    tables.insert(event(Event.Party.PERSON, person, type, thing, at, amount, state));
  }

  /** The same of something that is no amount. */
  public void tellPerson(UUID person, String type, Id thing, Instant at, String state) {
    tables.insert(
        new Event(
            ids.next(),
            type,
            Event.Party.PERSON,
            person,
            Optional.empty(),
            thing.text(),
            at,
            Optional.empty(),
            state));
  }

  /** Writes a merchant's event in the transaction at hand. */
  public void tellMerchant(
      UUID merchant, UUID store, String type, Id thing, Instant at, Money amount, String state) {
    tables.insert(event(Event.Party.MERCHANT, merchant, type, thing, at, amount, state).at(store));
  }

  /** The same of something that is no amount and arose in none of its stores. */
  public void tellMerchant(UUID merchant, String type, Id thing, Instant at, String state) {
    tables.insert(
        new Event(
            ids.next(),
            type,
            Event.Party.MERCHANT,
            merchant,
            Optional.empty(),
            thing.text(),
            at,
            Optional.empty(),
            state));
  }

  /**
   * Says that something has just been committed, so that readers here look at once. Only saves
   * waiting.
   */
  public void wake() {
    stream.wake();
  }

  private Event event(
      Event.Party party,
      UUID partyId,
      String type,
      Id thing,
      Instant at,
      Money amount,
      String state) {
    return new Event(
        ids.next(),
        type,
        party,
        partyId,
        Optional.empty(),
        thing.text(),
        at,
        Optional.of(amount),
        state);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
  void forgetOld() {
    tables.forget(clock.instant().minus(KEPT));
  }
}
