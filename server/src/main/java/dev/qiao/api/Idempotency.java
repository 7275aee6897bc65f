package dev.qiao.api;

import dev.qiao.ledger.CompanionRejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes an act happen once however often it is asked for. The record commits with the act; its
 * unique key decides races between instances; only committed outcomes are stored.
 */
@Component
public class Idempotency {
  private static final Duration KEPT = Duration.ofHours(48);

  private final IdempotencyTables tables;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  Idempotency(IdempotencyTables tables, ObjectMapper json, InstantSource clock) {
    this.tables = tables;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Acts, or answers as before.
   *
   * @param content what is asked, without secrets: its hash tells a repeated request from another
   *     one under the same key
   * @param act does it, storing its answer by the {@link Once} it is given
   */
  public ResponseEntity<Object> once(
      Caller caller,
      IdempotencyKey key,
      String operation,
      Object content,
      Function<Once, ResponseEntity<Object>> act) {
    String party = caller.partyText();
    byte[] hash = hash(operation, content);
    Optional<ResponseEntity<Object>> before = replay(party, key, hash);
    if (before.isPresent()) {
      return before.get();
    }
    String running = party + ' ' + key.text();
    if (!inFlight.add(running)) {
      throw Problem.of(ErrorCode.REQUEST_IN_FLIGHT).with("retry_after", 1).thrown();
    }
    try {
      // The first may have finished between the look-up above and now.
      return replay(party, key, hash)
          .orElseGet(
              () ->
                  act.apply(
                      new StoredOnce(
                          tables, new IdempotencyTables.Record(party, key.text(), hash))));
    } catch (CompanionRejected | DuplicateKeyException raced) {
      return replay(party, key, hash).orElseThrow(() -> raced);
    } finally {
      inFlight.remove(running);
    }
  }

  private Optional<ResponseEntity<Object>> replay(String party, IdempotencyKey key, byte[] hash) {
    return tables
        .find(party, key.text())
        .map(
            stored -> {
              if (!MessageDigest.isEqual(stored.content(), hash)) {
                throw Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED).thrown();
              }
              return ResponseEntity.status(stored.status())
                  .header("Idempotent-Replayed", "true")
                  .contentType(
                      stored.status() < 400
                          ? MediaType.APPLICATION_JSON
                          : MediaType.APPLICATION_PROBLEM_JSON)
                  .body(json.readTree(stored.body()));
            });
  }

  private byte[] hash(String operation, Object content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(json.writeValueAsBytes(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forgetOld() {
    tables.forget(clock.instant().minus(KEPT));
  }
}
