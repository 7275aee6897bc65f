package dev.qiao.protection;

import dev.qiao.identity.Origins;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Links that freeze a wallet and do nothing else. The token stands in the fragment, which browsers
 * send to nobody; it has 256 random bits, and only its hash is kept.
 */
@Component
class FreezeLinks {
  private static final int BYTES = 32;

  private final LinkTables tables;
  private final Origins origins;
  private final ProtectionTerms terms;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  FreezeLinks(LinkTables tables, Origins origins, ProtectionTerms terms, InstantSource clock) {
    this.tables = tables;
    this.origins = origins;
    this.terms = terms;
    this.clock = clock;
  }

  /** A new link for this person. It is told once, in a message. */
  String make(UUID person) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Instant now = clock.instant();
    tables.insert(hash(token), person, now, now.plus(terms.linkLife()));
    return origins.first() + "/freeze#" + token;
  }

  /** Whose wallet this token freezes; it is used up by asking. */
  Optional<UUID> use(String token) {
    return tables.use(hash(token), clock.instant());
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT14M")
  void forgetOld() {
    tables.purge(clock.instant());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
