package dev.qiao.vault;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Wraps with the keys of a ring. The ring is looked at anew when it has changed, and when something
 * was wrapped by a key that it did not have: so that a key may be exchanged while we work.
 */
final class RingWrapping implements KeyWrapping {
  /** The keys of one moment, the first of which wraps. */
  private record Keys(KeyRing ring, String current, Map<String, Cipher> ciphers) {
    static Keys of(KeyRing ring) {
      return new Keys(
          ring,
          ring.names().getFirst(),
          ring.keys().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, key -> new Cipher(key.getValue()))));
    }
  }

  private final Supplier<KeyRing> source;
  private volatile Keys keys;

  /**
   * @param source the ring as it is now; the same object as long as it has not changed
   */
  RingWrapping(Supplier<KeyRing> source) {
    this.source = source;
    this.keys = Keys.of(source.get());
  }

  @Override
  public String current() {
    return latest().current();
  }

  @Override
  public Wrapped wrap(byte[] key, String context) {
    Keys now = latest();
    return new Wrapped(now.current(), now.ciphers().get(now.current()).seal(key, context));
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, String context) {
    return Optional.ofNullable(keys.ciphers().get(wrapped.by()))
        .or(() -> Optional.ofNullable(latest().ciphers().get(wrapped.by())))
        .orElseThrow(
            () -> new VaultException("The key-encryption key " + wrapped.by() + " is not here"))
        .open(wrapped.bytes(), context);
  }

  private Keys latest() {
    KeyRing now = source.get();
    if (now != keys.ring()) {
      keys = Keys.of(now);
    }
    return keys;
  }
}
