package dev.qiao.bench;

import dev.qiao.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Stores postings of the past year as the ledger's writer would have, but by few statements: an
 * equal share in each of the last months, the present one included.
 *
 * <p>They go in rounds, in each of which every account pays once and is paid once: so each balance
 * and sequence number is known without adding up all that came before. In a round the accounts
 * stand in a circle, scattered, and each pays the one who stands so many places further.
 *
 * @param postings how many
 * @param months in how many months
 * @param accounts between which
 * @param firstAccount the number of the first; the others follow without a gap
 * @param now no posting is later
 */
record Preload(int postings, int months, int accounts, long firstAccount, Instant now) {
  private static final int CONNECTIONS = 2;
  private static final double GOLDEN = 0.6180339887;

  /**
   * The postings of one month.
   *
   * @param from the number of its first posting, counted over all months
   * @param to the number after its last
   * @param begin of the month
   * @param end of the month, or the present
   * @param isPresent whether the month is not over
   */
  record Share(int from, int to, OffsetDateTime begin, OffsetDateTime end, boolean isPresent) {}

  /** Stores all, on a ledger in which nothing is stored yet. */
  void store(DatabaseAddress address) throws Exception {
    List<Share> shares = shares();
    try (Connection connection = PreloadTables.owner(address);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      PreloadTables tables = new PreloadTables(connection);
      tables.prepare(shares.getFirst().begin());
      List<Future<Share>> filled = new ArrayList<>();
      for (Share share : shares) {
        filled.add(threads.submit(() -> fill(address, share)));
      }
      for (Future<Share> share : filled) {
        tables.attach(share.get());
      }
      tables.storeAccounts(this);
    }
  }

  private Share fill(DatabaseAddress address, Share share) throws SQLException {
    try (Connection connection = PreloadTables.owner(address)) {
      new PreloadTables(connection).fill(this, share);
    }
    return share;
  }

  List<Share> shares() {
    OffsetDateTime present = now.atOffset(ZoneOffset.UTC).minusMinutes(1);
    OffsetDateTime month =
        now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      OffsetDateTime begin = month.minusMonths(months - 1L - i);
      OffsetDateTime end = i == months - 1 ? later(present, begin) : begin.plusMonths(1);
      shares.add(new Share(part(i), part(i + 1), begin, end, i == months - 1));
    }
    return shares;
  }

  private int part(int month) {
    return (int) ((long) postings * month / months);
  }

  private static OffsetDateTime later(OffsetDateTime present, OffsetDateTime begin) {
    return present.isAfter(begin) ? present : begin.plusNanos(1_000_000);
  }

  /** From one account of the circle to the next: far apart, and through all of them. */
  int step() {
    int step = (int) (accounts * GOLDEN);
    while (gcd(step, accounts) != 1) {
      step++;
    }
    return step;
  }

  private static int gcd(int one, int other) {
    return other == 0 ? one : gcd(other, one % other);
  }
}
