package dev.qiao.bank;

import dev.qiao.vault.PlainTextTables;
import dev.qiao.vault.Vaults;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last digits of bank accounts that an older program kept in the clear. */
@Component
@Order(2)
class PlainTailTables extends PlainTextTables {
  PlainTailTables(Vaults vaults) {
    super(vaults, "last digits of bank accounts");
  }

  @Override
  protected String some() {
    return """
        select id, person as owner, tail as text
        from bank.linked_account
        where tail is not null
        limit :limit
        """;
  }

  @Override
  protected String replace() {
    return """
        update bank.linked_account
        set tail = null, tail_sealed = :sealed, tail_index = :index
        where id = :id
        """;
  }

  @Override
  protected Map<String, @Nullable Object> seal(Plain plain, Vaults.Opened opened) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("sealed", sealed(plain, opened, LinkedAccountTables.TAIL));
    values.put("index", LinkedAccountTables.indexOf(opened.index(), plain.owner(), plain.text()));
    return values;
  }

  @Override
  protected String clean() {
    return "vacuum full bank.linked_account";
  }

  @Override
  protected String forbid() {
    return "alter table bank.linked_account validate constraint linked_account_tail_in_the_clear";
  }
}
