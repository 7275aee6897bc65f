package dev.qiao.privacy;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.HeldData;
import dev.qiao.api.Problem;
import dev.qiao.identity.PersonId;
import dev.qiao.vault.ErasureList;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases people: their erasable key is destroyed, the other one gets the date of its end, and each
 * module lets go of what it has. The ledger keeps its postings, which name a pseudonym that nobody
 * can lead back to a person once the second key is gone.
 */
@Component
class Erasures {
  /** What became of the wish to be erased. */
  sealed interface Erasing {
    /** Done; that remains. */
    record Erased(Instant at, List<Kept> kept) implements Erasing {}

    /** Nothing was done. */
    record NotYet(Problem why) implements Erasing {}
  }

  /** What is kept of somebody, by which law, and until when. */
  record Kept(Retention.Rule rule, Instant until) {}

  private final List<HeldData> modules;
  private final Retention retention;
  private final Vault vault;
  private final ErasureList list;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  Erasures(
      List<HeldData> modules,
      Retention retention,
      Vault vault,
      ErasureList list,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.modules = List.copyOf(modules);
    this.retention = retention;
    this.vault = vault;
    this.list = list;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What would be kept of somebody who left now. */
  List<Kept> kept() {
    Instant now = clock.instant();
    return retention.rules().stream()
        .map(rule -> new Kept(rule, Retention.end(rule, now)))
        .toList();
  }

  /** Why somebody cannot be erased yet; empty when nothing stands in the way. */
  Optional<Problem> obstacle(PersonId person) {
    return modules.stream().flatMap(m -> m.obstacle(person.value()).stream()).findFirst();
  }

  /**
   * Erases somebody who asked for it. Interrupted after the wallet was closed, it may be asked for
   * again.
   *
   * @param address from where it was asked
   */
  Erasing erase(PersonId person, @Nullable String address) {
    Optional<Problem> why =
        obstacle(person)
            .or(() -> modules.stream().flatMap(m -> m.close(person.value()).stream()).findFirst());
    if (why.isPresent()) {
      return new Erasing.NotYet(why.get());
    }
    Instant now = clock.instant();
    apply(person, now, address, "asked");
    list.write();
    return new Erasing.Erased(now, kept());
  }

  /**
   * Erases those whom the list beside the database names and the database does not know to be
   * erased: it was restored from before. Says how many there were, and how many of their wallets
   * hold money again.
   */
  Again again() {
    int erased = 0;
    int withMoney = 0;
    for (ErasureList.Entry entry : list.missing()) {
      PersonId person = new PersonId(entry.subject());
      if (obstacle(person).isPresent()
          || modules.stream().anyMatch(m -> m.close(person.value()).isPresent())) {
        withMoney++;
      }
      apply(person, entry.at(), null, "restored");
      erased++;
    }
    list.write();
    return new Again(erased, withMoney);
  }

  /** What was done to a database that had forgotten that it had forgotten. */
  record Again(int erased, int withMoney) {}

  private void apply(PersonId person, Instant at, @Nullable String address, String reason) {
    transaction.executeWithoutResult(
        status -> {
          modules.forEach(module -> module.erase(person.value()));
          vault.dieAt(Life.RETAINED, person.value(), retention.lastEnd(at));
          list.add(person.value(), at);
          audit.record(
              reason.equals("asked") ? "person" : "system",
              reason.equals("asked") ? person.value() : null,
              address,
              "person.erase",
              person.text(),
              "done",
              reason);
        });
  }
}
