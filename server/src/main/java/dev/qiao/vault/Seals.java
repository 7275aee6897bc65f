package dev.qiao.vault;

import dev.qiao.vault.KeyTables.PlatformRow;
import dev.qiao.vault.KeyWrapping.Wrapped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals text under the platform's key of the day. Keys of days are remembered, since all requests
 * share them; one that has reached its date opens nothing more.
 */
public final class Seals {
  private static final String VERSION = "v1.";

  /** The key of a purpose and a day. */
  private record DayKey(int number, String purpose, Cipher cipher, Optional<Instant> diesAt) {}

  /** Which key that is. */
  private record Day(Purpose purpose, LocalDate date) {}

  private final KeyTables tables;
  private final KeyWrapping wrapping;
  private final Cipher.Algorithm algorithm;
  private final TransactionOperations apart;
  private final InstantSource clock;
  private final Map<Day, DayKey> byDay = new ConcurrentHashMap<>();
  private final Map<Integer, DayKey> byNumber = new ConcurrentHashMap<>();

  /**
   * @param algorithm of new keys
   * @param apart a transaction of its own: a key must stay when what it sealed first is rolled back
   */
  Seals(
      KeyTables tables,
      KeyWrapping wrapping,
      Cipher.Algorithm algorithm,
      TransactionOperations apart,
      InstantSource clock) {
    this.tables = tables;
    this.wrapping = wrapping;
    this.algorithm = algorithm;
    this.apart = apart;
    this.clock = clock;
  }

  public String seal(Purpose purpose, String text) {
    DayKey key = key(purpose, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    byte[] sealed = key.cipher().seal(text.getBytes(StandardCharsets.UTF_8), purpose.text());
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + sealed.length).putInt(key.number()).put(sealed).array();
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * What was sealed; empty when its key has died.
   *
   * @throws VaultException when it was sealed for another purpose, or altered
   */
  public Optional<String> open(Purpose purpose, @Nullable String sealed) {
    if (sealed == null) {
      return Optional.empty();
    }
    if (!isSealed(sealed)) {
      throw new VaultException("Something of the purpose " + purpose + " is not sealed");
    }
    byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
    int number = ByteBuffer.wrap(whole).getInt();
    byte[] rest = Arrays.copyOfRange(whole, Integer.BYTES, whole.length);
    return key(number)
        .map(key -> new String(key.cipher().open(rest, purpose.text()), StandardCharsets.UTF_8));
  }

  /** Whether a text is in the form of something sealed. */
  public static boolean isSealed(String text) {
    return text.startsWith(VERSION);
  }

  /** Makes the keys of today and tomorrow, so that no request has to. */
  void prepare() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Purpose purpose : Purpose.values()) {
      key(purpose, today);
      key(purpose, today.plusDays(1));
    }
  }

  private DayKey key(Purpose purpose, LocalDate date) {
    Day day = new Day(purpose, date);
    DayKey known = byDay.get(day);
    if (known != null) {
      return known;
    }
    synchronized (byDay) {
      return byDay.computeIfAbsent(day, this::kept);
    }
  }

  private DayKey kept(Day day) {
    String purpose = day.purpose().text();
    PlatformRow row =
        apart.execute(
            status ->
                tables
                    .find(purpose, day.date())
                    .orElseGet(
                        () -> {
                          Wrapped wrapped =
                              wrapping.wrap(Cipher.freshKey(algorithm), context(purpose));
                          Instant end =
                              day.date()
                                  .plusDays(1)
                                  .plus(day.purpose().life())
                                  .atStartOfDay(ZoneOffset.UTC)
                                  .toInstant();
                          return tables.keep(purpose, day.date(), wrapped, clock.instant(), end);
                        }));
    return remember(row);
  }

  private Optional<DayKey> key(int number) {
    DayKey known = byNumber.get(number);
    Optional<DayKey> key =
        known != null ? Optional.of(known) : tables.find(number).map(this::remember);
    return key.filter(k -> k.diesAt().isEmpty() || k.diesAt().get().isAfter(clock.instant()));
  }

  private DayKey remember(PlatformRow row) {
    Cipher cipher = new Cipher(wrapping.unwrap(row.wrapped(), context(row.purpose())));
    DayKey key = new DayKey(row.number(), row.purpose(), cipher, row.diesAt());
    byNumber.put(row.number(), key);
    return key;
  }

  static String context(String purpose) {
    return "platform key for " + purpose;
  }
}
