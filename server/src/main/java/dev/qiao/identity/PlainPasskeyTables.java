package dev.qiao.identity;

import dev.qiao.vault.PlainTextTables;
import dev.qiao.vault.Vaults;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The names of passkeys that an older program kept in the clear. */
@Component
@Order(2)
class PlainPasskeyTables extends PlainTextTables {
  PlainPasskeyTables(Vaults vaults) {
    super(vaults, "names of passkeys");
  }

  @Override
  protected String some() {
    return """
        select id, party as owner, name as text
        from identity.passkey
        where name is not null
        limit :limit
        """;
  }

  @Override
  protected String replace() {
    return """
        update identity.passkey
        set name = null, name_sealed = :sealed
        where id = :id
        """;
  }

  @Override
  protected Map<String, @Nullable Object> seal(Plain plain, Vaults.Opened opened) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("sealed", sealed(plain, opened, PasskeyTables.NAME));
    return values;
  }

  @Override
  protected String clean() {
    return "vacuum full identity.passkey";
  }

  @Override
  protected String forbid() {
    return "alter table identity.passkey validate constraint passkey_name_in_the_clear";
  }
}
