package dev.qiao.wallet;

import dev.qiao.vault.Notes;
import dev.qiao.vault.PlainTextTables;
import dev.qiao.vault.Vaults;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The notes of transfers that an older program kept in the clear. */
@Component
@Order(2)
class PlainTransferTables extends PlainTextTables {
  PlainTransferTables(Vaults vaults) {
    super(vaults, "notes of transfers");
  }

  @Override
  protected String some() {
    return """
        select id, payer as owner, note as text
        from wallet.transfer
        where note is not null
        limit :limit
        """;
  }

  @Override
  protected String replace() {
    return """
        update wallet.transfer
        set note = null, note_sealed = :sealed, note_words = :words::bytea[]
        where id = :id
        """;
  }

  @Override
  protected Map<String, @Nullable Object> seal(Plain plain, Vaults.Opened opened) {
    Optional<Notes.Sealed> sealed =
        new Notes(opened.vault(), opened.index(), TransferTables.NOTE)
            .seal(plain.owner(), plain.text());
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("sealed", sealed.map(Notes.Sealed::text).orElse(null));
    values.put("words", sealed.map(Notes.Sealed::words).orElse(null));
    return values;
  }

  @Override
  protected String clean() {
    return "vacuum full wallet.transfer";
  }

  @Override
  protected String forbid() {
    return "alter table wallet.transfer validate constraint transfer_note_in_the_clear";
  }
}
