package dev.qiao.payment;

import dev.qiao.api.ReceiptNumber;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of payments and refunds in one list. */
@Component
class PaymentFeedTables {
  /** A payment, or one of its refunds. */
  record Row(UUID payment, Optional<UUID> refund) {}

  private final JdbcClient db;

  PaymentFeedTables(JdbcClient db) {
    this.db = db;
  }

  List<Row> rows(PaymentFeed.Window window, Instant now) {
    Optional<PaymentFeed.Search> search = window.search();
    return db.sql(
            """
            (select coalesce(p.posting, p.id) as place, p.id as payment, null::uuid as refund
              from payment.payment p
              join payment.payee s on s.store = p.store
              where (:merchant::uuid is null or p.created_by is not null
                  or p.state not in ('requires_confirmation', 'cancelled', 'expired'))
                and (case when p.state = 'requires_confirmation' and p.expires_at <= :now then 'expired' else p.state end)
                  = any(:states)
                and (:merchant::uuid is null or p.merchant = :merchant::uuid)
                and (:store::uuid is null or p.store = :store::uuid)
                and (:from::uuid is null or coalesce(p.posting, p.id) >= :from::uuid)
                and (:before::uuid is null or coalesce(p.posting, p.id) < :before::uuid)
                and (not :searched
                  or p.order_reference ilike :words::text or s.name ilike :words::text or s.name_en ilike :words::text
                  or p.id = :id::uuid or p.id >= :low::uuid and p.id < :high::uuid or p.payer = any(:payers))
              order by 1 desc
              limit :limit)
            union all
            (select r.posting, r.payment, r.id
              from payment.refund r
              join payment.payment p on p.id = r.payment
              join payment.payee s on s.store = p.store
              where :refunds
                and (:merchant::uuid is null or r.merchant = :merchant::uuid)
                and (:store::uuid is null or p.store = :store::uuid)
                and (:from::uuid is null or r.posting >= :from::uuid)
                and (:before::uuid is null or r.posting < :before::uuid)
                and (not :searched
                  or p.order_reference ilike :words::text or s.name ilike :words::text or s.name_en ilike :words::text
                  or :id::uuid in (r.id, p.id) or r.id >= :low::uuid and r.id < :high::uuid
                  or p.id >= :low::uuid and p.id < :high::uuid or p.payer = any(:payers))
              order by 1 desc
              limit :limit)
            order by place desc
            limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param(
            "states",
            window.shown().states().stream().map(Payment.State::text).toArray(String[]::new))
        .param("refunds", window.shown().refunds())
        .param("merchant", window.merchant().map(MerchantId::value).orElse(null))
        .param("store", window.store().map(StoreId::value).orElse(null))
        .param("from", window.from().orElse(null))
        .param("before", window.before().orElse(null))
        .param("searched", search.isPresent())
        .param(
            "words",
            search.flatMap(PaymentFeed.Search::words).map(PaymentLists::contains).orElse(null))
        .param("id", search.flatMap(PaymentFeed.Search::id).orElse(null))
        .param(
            "low",
            search.flatMap(PaymentFeed.Search::range).map(ReceiptNumber.Range::low).orElse(null))
        .param(
            "high",
            search.flatMap(PaymentFeed.Search::range).map(ReceiptNumber.Range::high).orElse(null))
        .param(
            "payers", search.map(PaymentFeed.Search::payers).orElse(Set.of()).toArray(UUID[]::new))
        .param("limit", window.limit())
        .query(
            (row, n) ->
                new Row(
                    row.getObject("payment", UUID.class),
                    Optional.ofNullable(row.getObject("refund", UUID.class))))
        .list();
  }

  Map<UUID, Refund> refunds(List<UUID> ids) {
    return db
        .sql(
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
}
