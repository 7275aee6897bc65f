package dev.qiao.payment;

import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments and refunds in the order in which money moved, newest first. A place in a list is the id
 * of a posting, because that is made when the money moves.
 */
@Component
public class PaymentLists {
  /**
   * Which part of a list.
   *
   * @param before the posting's id below which to begin
   * @param from the lowest posting id to go to, such as where a month begins
   * @param search a piece of a shop's name, or words that the note has all of
   */
  public record Window(
      Optional<UUID> before, Optional<UUID> from, Optional<String> search, int limit) {}

  /** A payment, or money given back of one. */
  public record Movement(Payment payment, Optional<Refund> refund) {
    /** Its place in the list; of a payment that moved no money, its own id. */
    public UUID place() {
      return refund
          .map(Refund::posting)
          .or(payment::posting)
          .map(PostingId::value)
          .orElse(payment.id().value());
    }

    public Money amount() {
      return refund.map(Refund::amount).orElseGet(payment::amount);
    }
  }

  private final JdbcClient db;
  private final PaymentTables tables;

  PaymentLists(JdbcClient db, PaymentTables tables) {
    this.db = db;
    this.tables = tables;
  }

  /** What a person has paid. */
  public List<Payment> paidBy(UUID payer, Window window) {
    return tables.opened(
        bind(
                db.sql(
                        PaymentTables.SELECT
                            + """
                        where p.payer = :party and p.posting is not null
                          and (:before::uuid is null or p.posting < :before::uuid)
                          and (:from::uuid is null or p.posting >= :from::uuid)
                          and (:search::text is null or s.name ilike :search::text or s.name_en ilike :search::text
                            or s.store_name ilike :search::text or p.note_words @> :words::bytea[])
                        order by p.posting desc
                        limit :limit
                        """)
                    .param("party", payer),
                window)
            .query(PaymentTables::row)
            .list());
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
                            or s.store_name ilike :search::text or p.note_words @> :words::bytea[])
                        order by r.posting desc
                        limit :limit
                        """)
                    .param("party", payer),
                window)
            .query(PaymentTables::refund)
            .list());
  }

  /** Payments of these ids, for lists that know only ids. */
  public Map<PaymentId, Payment> payments(List<UUID> ids) {
    return tables
        .opened(
            db.sql(PaymentTables.SELECT + "where p.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(PaymentTables::row)
                .list())
        .stream()
        .collect(Collectors.toMap(Payment::id, Function.identity()));
  }

  private List<Movement> movements(List<Refund> refunds) {
    Map<PaymentId, Payment> payments =
        payments(refunds.stream().map(refund -> refund.payment().value()).distinct().toList());
    return refunds.stream()
        .map(refund -> new Movement(payments.get(refund.payment()), Optional.of(refund)))
        .toList();
  }

  private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Window window) {
    return statement
        .param("before", window.before().orElse(null))
        .param("from", window.from().orElse(null))
        .param("search", window.search().map(PaymentLists::contains).orElse(null))
        .param("words", window.search().flatMap(tables::wanted).orElse(null))
        .param("limit", window.limit());
  }

  /** A pattern for {@code ilike} that finds the text itself. */
  public static String contains(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
