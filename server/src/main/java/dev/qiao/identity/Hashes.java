package dev.qiao.identity;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id for what people choose and others guess. Each run takes 19 MiB and some 50 ms of a core,
 * so only a few run at a time: a flood of sign-ins waits instead of filling the memory.
 */
@Component
final class Hashes {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int RUNS_A_CORE = 2;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final LongAdder computed = new LongAdder();
  private final Semaphore running =
      new Semaphore(RUNS_A_CORE * Runtime.getRuntime().availableProcessors());
  private final String nobody =
      encoder.encode(Token.fresh(new java.security.SecureRandom()).text());

  String hash(String secret) {
    return running(() -> encoder.encode(secret));
  }

  /** Whether the secret has this hash; takes as long, and is false, where there is none. */
  boolean matches(String secret, @Nullable String hash) {
    return running(() -> encoder.matches(secret, hash == null ? nobody : hash)) && hash != null;
  }

  /** How many hashes were computed, so that a test can tell that answers take the same work. */
  long computed() {
    return computed.sum();
  }

  private <T> T running(Supplier<T> work) {
    running.acquireUninterruptibly();
    try {
      computed.increment();
      return work.get();
    } finally {
      running.release();
    }
  }
}
