package dev.qiao.payment;

import dev.qiao.vault.Notes;
import dev.qiao.vault.PlainTextTables;
import dev.qiao.vault.Vaults;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The notes of payments that an older program kept in the clear. */
@Component
@Order(2)
class PlainPaymentTables extends PlainTextTables {
  PlainPaymentTables(Vaults vaults) {
    super(vaults, "notes of payments");
  }

  @Override
  protected String some() {
    return """
        select id, coalesce(created_by, payer) as owner, note as text
        from payment.payment
        where note is not null
        limit :limit
        """;
  }

  @Override
  protected String replace() {
    return """
        update payment.payment
        set note = null, note_sealed = :sealed, note_words = :words::bytea[]
        where id = :id
        """;
  }

  @Override
  protected Map<String, @Nullable Object> seal(Plain plain, Vaults.Opened opened) {
    Optional<Notes.Sealed> sealed =
        new Notes(opened.vault(), opened.index(), PaymentTables.NOTE)
            .seal(plain.owner(), plain.text());
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("sealed", sealed.map(Notes.Sealed::text).orElse(null));
    values.put("words", sealed.map(Notes.Sealed::words).orElse(null));
    return values;
  }

  @Override
  protected String clean() {
    return "vacuum full payment.payment";
  }

  @Override
  protected String forbid() {
    return "alter table payment.payment validate constraint payment_note_in_the_clear";
  }
}
