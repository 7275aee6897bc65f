package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Links by which a recovery is stopped. What they carry is computed from its id and a key that the
 * database does not hold, so that every message about it has the same link and no copy is kept. It
 * stands behind a #, where no server's log has it.
 */
@Component
class RecoveryLinks {
  private static final String FIELD = "recovery.cancel";

  private final BlindIndex index;
  private final Origins origins;

  RecoveryLinks(BlindIndex index, Origins origins) {
    this.index = index;
    this.origins = origins;
  }

  String cancel(RecoveryId id) {
    return origins.all().iterator().next() + "/recovery/cancel#" + token(id);
  }

  String token(RecoveryId id) {
    String mac = Base64.getUrlEncoder().withoutPadding().encodeToString(index.of(FIELD, id.text()));
    return id.text() + "." + mac;
  }

  /** Which recovery the token stops; empty when it is none of ours. */
  Optional<RecoveryId> read(String token) {
    int dot = token.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : RecoveryId.parse(token.substring(0, dot))
            .filter(id -> MessageDigest.isEqual(bytes(token(id)), bytes(token)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
