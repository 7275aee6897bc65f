package dev.qiao.payment;

import dev.qiao.api.PlatformClock;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over payments and refunds, in minor units; days and hours are the platform's. */
@Component
public class PaymentFigures {
  private final JdbcClient db;
  private final PlatformClock clock;

  PaymentFigures(JdbcClient db, PlatformClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What a person paid ({@code out}) and got back ({@code in}) on a day. */
  public record Day(LocalDate date, long out, long in) {}

  /** A person's days from one time to another; days on which nothing moved are missing. */
  public List<Day> days(UUID payer, Instant from, Instant to) {
    return db.sql(
            """
            select (at at time zone :zone)::date as date, sum(paid)::bigint as paid, sum(got)::bigint as got
            from (
              select finished_at as at, amount as paid, 0 as got
              from payment.payment
              where payer = :payer and posting >= :from and posting < :to
              union all
              select at, 0, amount
              from payment.refund
              where payer = :payer and posting >= :from and posting < :to) moved
            group by 1
            order by 1
            """)
        .param("zone", clock.zone().getId())
        .param("payer", payer)
        .param("from", ReceiptNumber.lowest(from))
        .param("to", ReceiptNumber.lowest(to))
        .query(
            (row, n) ->
                new Day(
                    row.getObject("date", LocalDate.class),
                    row.getLong("paid"),
                    row.getLong("got")))
        .list();
  }

  /** What a person paid from one time to another, and whether to this store. */
  PastMovements.Past past(UUID payer, Optional<StoreId> store, Instant from, Instant to) {
    return db.sql(
            """
            select count(*), coalesce(max(amount), 0) as largest, coalesce(bool_or(store = :store::uuid), false) as before
            from payment.payment
            where payer = :payer and posting >= :from and posting < :to
            """)
        .param("store", store.map(StoreId::value).orElse(null))
        .param("payer", payer)
        .param("from", ReceiptNumber.lowest(from))
        .param("to", ReceiptNumber.lowest(to))
        .query(
            (row, n) ->
                new PastMovements.Past(
                    row.getLong("count"), row.getLong("largest"), row.getBoolean("before")))
        .single();
  }

  /** How many, and how much. */
  public record Sum(long count, long total) {
    static final Sum NONE = new Sum(0, 0);
  }

  /** What was paid in an hour of the day. */
  public record Hour(int hour, long count, long total) {}

  /** What was paid by a channel and scene. */
  public record Source(ChannelId channel, Scene scene, long count, long total) {}

  /** Whose payments to add up; nobody in particular means everybody's. */
  public record Whose(Optional<MerchantId> merchant, Optional<StoreId> store) {
    public static final Whose EVERYBODYS = new Whose(Optional.empty(), Optional.empty());
  }

  public Sum paid(Whose whose, Instant from, Instant to) {
    return bind(
            """
            select count(*), coalesce(sum(amount), 0)::bigint as total
            from payment.payment
            where posting >= :from and posting < :to
              and (:merchant::uuid is null or merchant = :merchant::uuid)
              and (:store::uuid is null or store = :store::uuid)
            """,
            whose,
            from,
            to)
        .query((row, n) -> new Sum(row.getLong("count"), row.getLong("total")))
        .single();
  }

  public Sum refunded(Whose whose, Instant from, Instant to) {
    return bind(
            """
            select count(*), coalesce(sum(r.amount), 0)::bigint as total
            from payment.refund r
            join payment.payment p on p.id = r.payment
            where r.posting >= :from and r.posting < :to
              and (:merchant::uuid is null or r.merchant = :merchant::uuid)
              and (:store::uuid is null or p.store = :store::uuid)
            """,
            whose,
            from,
            to)
        .query((row, n) -> new Sum(row.getLong("count"), row.getLong("total")))
        .single();
  }

  public List<Hour> hours(Whose whose, Instant from, Instant to) {
    return bind(
            """
            select extract(hour from finished_at at time zone :zone)::int as hour, count(*), sum(amount)::bigint as total
            from payment.payment
            where posting >= :from and posting < :to
              and (:merchant::uuid is null or merchant = :merchant::uuid)
              and (:store::uuid is null or store = :store::uuid)
            group by 1
            order by 1
            """,
            whose,
            from,
            to)
        .param("zone", clock.zone().getId())
        .query((row, n) -> new Hour(row.getInt("hour"), row.getLong("count"), row.getLong("total")))
        .list();
  }

  public List<Source> sources(Whose whose, Instant from, Instant to) {
    return bind(
            """
            select channel, scene, count(*), sum(amount)::bigint as total
            from payment.payment
            where posting >= :from and posting < :to
              and (:merchant::uuid is null or merchant = :merchant::uuid)
              and (:store::uuid is null or store = :store::uuid)
            group by 1, 2
            order by 4 desc
            """,
            whose,
            from,
            to)
        .query(
            (row, n) ->
                new Source(
                    new ChannelId(row.getObject("channel", UUID.class)),
                    Scene.of(row.getString("scene")),
                    row.getLong("count"),
                    row.getLong("total")))
        .list();
  }

  /** How a channel's attempts to pay went. */
  public record ChannelTries(ChannelId channel, long succeeded, long refused) {}

  public List<ChannelTries> tries(Instant from, Instant to) {
    return bind(
            """
            select p.channel,
              count(*) filter (where a.state = 'succeeded') as succeeded,
              count(*) filter (where a.state = 'refused') as refused
            from payment.attempt a
            join payment.payment p on p.id = a.payment
            where a.posting >= :from and a.posting < :to
            group by 1
            """,
            Whose.EVERYBODYS,
            from,
            to)
        .query(
            (row, n) ->
                new ChannelTries(
                    new ChannelId(row.getObject("channel", UUID.class)),
                    row.getLong("succeeded"),
                    row.getLong("refused")))
        .list();
  }

  /** How many payments a channel had in each hour since a time, the first hour first. */
  public record ChannelHour(ChannelId channel, int hoursAfter, long count) {}

  public List<ChannelHour> channelHours(Instant from, Instant to) {
    return bind(
            """
            select channel, floor(extract(epoch from finished_at - :start) / 3600)::int as hours_after, count(*)
            from payment.payment
            where posting >= :from and posting < :to
            group by 1, 2
            """,
            Whose.EVERYBODYS,
            from,
            to)
        .param("start", java.sql.Timestamp.from(from))
        .query(
            (row, n) ->
                new ChannelHour(
                    new ChannelId(row.getObject("channel", UUID.class)),
                    row.getInt("hours_after"),
                    row.getLong("count")))
        .list();
  }

  /** What each merchant took, for a list of merchants. */
  public record MerchantSum(MerchantId merchant, long count, long total) {}

  public List<MerchantSum> merchants(Instant from, Instant to) {
    return bind(
            """
            select merchant, count(*), sum(amount)::bigint as total
            from payment.payment
            where posting >= :from and posting < :to
            group by 1
            """,
            Whose.EVERYBODYS,
            from,
            to)
        .query(
            (row, n) ->
                new MerchantSum(
                    new MerchantId(row.getObject("merchant", UUID.class)),
                    row.getLong("count"),
                    row.getLong("total")))
        .list();
  }

  /** Posting ids are ordered by time, so a span of time is a range of the index. */
  private JdbcClient.StatementSpec bind(String sql, Whose whose, Instant from, Instant to) {
    var statement =
        db.sql(sql).param("from", ReceiptNumber.lowest(from)).param("to", ReceiptNumber.lowest(to));
    if (sql.contains(":merchant")) {
      statement
          .param("merchant", whose.merchant().map(MerchantId::value).orElse(null))
          .param("store", whose.store().map(StoreId::value).orElse(null));
    }
    return statement;
  }
}
