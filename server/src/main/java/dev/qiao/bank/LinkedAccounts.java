package dev.qiao.bank;

import dev.qiao.api.PlatformTerms;
import dev.qiao.ids.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The bank accounts that people have linked. In a demo installation everybody has the sandbox
 * bank's five.
 */
@Service
public class LinkedAccounts {
  private final LinkedAccountTables tables;
  private final PlatformTerms terms;
  private final Ids ids;
  private final InstantSource clock;

  LinkedAccounts(LinkedAccountTables tables, PlatformTerms terms, Ids ids, InstantSource clock) {
    this.tables = tables;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
  }

  /** A person's linked accounts, in the order in which they were linked. */
  public List<LinkedAccount> of(UUID person) {
    List<LinkedAccount> linked = tables.of(person);
    if (!terms.demo()
        || linked.stream().anyMatch(account -> account.connector().equals(SandboxBank.NAME))) {
      return linked;
    }
    Instant now = clock.instant();
    SandboxBank.accountsFor(person, ids).forEach(account -> tables.insert(account, now));
    return tables.of(person);
  }

  /** A linked account of this person. */
  public Optional<LinkedAccount> find(UUID person, LinkedAccountId id) {
    return tables.find(id).filter(account -> account.person().equals(person));
  }

  /** Those of these ids, whoever they belong to. */
  public Map<LinkedAccountId, LinkedAccount> list(Collection<LinkedAccountId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : tables.list(ids).stream()
            .collect(Collectors.toMap(LinkedAccount::id, Function.identity()));
  }
}
