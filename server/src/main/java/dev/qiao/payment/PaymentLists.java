package dev.qiao.payment;

import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments and refunds in the order in which money moved, newest first. A place in a list is the id of a posting, because that
 * is made when the money moves.
 */
@Component
public class PaymentLists {
  /**
   * Which part of a list.
   *
   * @param before the posting's id below which to begin
   * @param from the lowest posting id to go to, such as where a month begins
   * @param search a piece of a shop's name or of the note
   */
  public record Window(Optional<UUID> before, Optional<UUID> from, Optional<String> search, int limit) {}

  /** A payment that was made, or money given back of one. */
  public record Movement(Payment payment, Optional<Refund> refund) {
    /** Its place in the list. */
    public UUID place() {
      return refund.map(Refund::posting).or(payment::posting).orElseThrow().value();
    }

    public Money amount() {
      return refund.map(Refund::amount).orElseGet(payment::amount);
    }
  }

  private final JdbcClient db;

  PaymentLists(JdbcClient db) {
    this.db = db;
  }

  /** What a person has paid. */
  public List<Payment> paidBy(UUID payer, Window window) {
    return bind(
            db.sql(
                    PaymentTables.SELECT
                        + """
                        where p.payer = :party and p.posting is not null
                          and (:before::uuid is null or p.posting < :before::uuid)
                          and (:from::uuid is null or p.posting >= :from::uuid)
                          and (:search::text is null or s.name ilike :search::text or s.name_en ilike :search::text
                            or s.store_name ilike :search::text or p.note ilike :search::text)
                        order by p.posting desc
                        limit :limit
                        """)
                .param("party", payer),
            window)
        .query(PaymentTables::payment)
        .list();
  }

  /** What a person got back. */
  public List<Movement> refundsTo(UUID payer, Window window) {
    return movements(
        bind(
                db.sql(
                        """
                        select r.id, r.payment, r.amount, r.unit, r.reason, r.by, r.at, r.posting
                        from payment.refund r
                        join payment.payment p on p.id = r.payment
                        join payment.payee s on s.store = p.store
                        where r.payer = :party
                          and (:before::uuid is null or r.posting < :before::uuid)
                          and (:from::uuid is null or r.posting >= :from::uuid)
                          and (:search::text is null or s.name ilike :search::text or s.name_en ilike :search::text
                            or s.store_name ilike :search::text or p.note ilike :search::text)
                        order by r.posting desc
                        limit :limit
                        """)
                    .param("party", payer),
                window)
            .query(PaymentTables::refund)
            .list());
  }

  /** What a merchant took and gave back, as one list; {@code store} narrows it. */
  public List<Movement> of(MerchantId merchant, Optional<StoreId> store, Window window) {
    return feed(Optional.of(merchant.value()), store, window);
  }

  /** What everybody paid and got back. */
  public List<Movement> all(Window window) {
    return feed(Optional.empty(), Optional.empty(), window);
  }

  private List<Movement> feed(Optional<UUID> merchant, Optional<StoreId> store, Window window) {
    record Row(UUID payment, Optional<UUID> refund) {}
    List<Row> rows =
        bind(
                db.sql(
                        """
                        (select p.posting as place, p.id as payment, null::uuid as refund
                          from payment.payment p
                          join payment.payee s on s.store = p.store
                          where p.posting is not null
                            and (:merchant::uuid is null or p.merchant = :merchant::uuid)
                            and (:store::uuid is null or p.store = :store::uuid)
                            and (:before::uuid is null or p.posting < :before::uuid)
                            and (:from::uuid is null or p.posting >= :from::uuid)
                            and (:search::text is null or p.order_reference ilike :search::text or p.note ilike :search::text
                              or s.store_name ilike :search::text or s.name ilike :search::text
                              or s.name_en ilike :search::text)
                          order by p.posting desc
                          limit :limit)
                        union all
                        (select r.posting, r.payment, r.id
                          from payment.refund r
                          join payment.payment p on p.id = r.payment
                          join payment.payee s on s.store = p.store
                          where (:merchant::uuid is null or r.merchant = :merchant::uuid)
                            and (:store::uuid is null or p.store = :store::uuid)
                            and (:before::uuid is null or r.posting < :before::uuid)
                            and (:from::uuid is null or r.posting >= :from::uuid)
                            and (:search::text is null or p.order_reference ilike :search::text or r.reason ilike :search::text
                              or s.store_name ilike :search::text or s.name ilike :search::text
                              or s.name_en ilike :search::text)
                          order by r.posting desc
                          limit :limit)
                        order by place desc
                        limit :limit
                        """)
                    .param("merchant", merchant.orElse(null))
                    .param("store", store.map(StoreId::value).orElse(null)),
                window)
            .query(
                (row, n) ->
                    new Row(
                        row.getObject("payment", UUID.class), Optional.ofNullable(row.getObject("refund", UUID.class))))
            .list();
    Map<PaymentId, Payment> payments = payments(rows.stream().map(Row::payment).distinct().toList());
    Map<UUID, Refund> refunds = refunds(rows.stream().flatMap(row -> row.refund().stream()).toList());
    List<Movement> movements = new ArrayList<>();
    for (Row row : rows) {
      movements.add(new Movement(payments.get(new PaymentId(row.payment())), row.refund().map(refunds::get)));
    }
    return movements;
  }

  /** Payments of these ids, for lists that know only ids. */
  public Map<PaymentId, Payment> payments(List<UUID> ids) {
    return db.sql(PaymentTables.SELECT + "where p.id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(PaymentTables::payment)
        .list()
        .stream()
        .collect(Collectors.toMap(Payment::id, Function.identity()));
  }

  /** Payments, whatever became of them, whose ids lie in a range: what a receipt number means. */
  public List<Payment> between(UUID low, UUID high) {
    return db.sql(PaymentTables.SELECT + "where p.id >= :low and p.id < :high order by p.id limit 100")
        .param("low", low)
        .param("high", high)
        .query(PaymentTables::payment)
        .list();
  }

  private List<Movement> movements(List<Refund> refunds) {
    Map<PaymentId, Payment> payments =
        payments(refunds.stream().map(refund -> refund.payment().value()).distinct().toList());
    return refunds.stream()
        .map(refund -> new Movement(payments.get(refund.payment()), Optional.of(refund)))
        .toList();
  }

  private Map<UUID, Refund> refunds(List<UUID> ids) {
    return db.sql(
            """
            select id, payment, amount, unit, reason, by, at, posting
            from payment.refund
            where id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(PaymentTables::refund)
        .list()
        .stream()
        .collect(Collectors.toMap(refund -> refund.id().value(), Function.identity()));
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Window window) {
    return statement
        .param("before", window.before().orElse(null))
        .param("from", window.from().orElse(null))
        .param("search", window.search().map(PaymentLists::contains).orElse(null))
        .param("limit", window.limit());
  }

  /** A pattern for {@code ilike} that finds the text itself. */
  public static String contains(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
