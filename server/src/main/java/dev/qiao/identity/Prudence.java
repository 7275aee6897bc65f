package dev.qiao.identity;

import dev.qiao.api.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a person's habits, and of dangers to their wallet, before they confirm a
 * movement. Whoever knows implements it; confirmations ask.
 */
public interface Prudence {
  /**
   * @param obstacle why nothing can be confirmed at all
   * @param moreThanPin whether a PIN alone is too weak, whatever the amount
   * @param cautions what the person is to be warned of before they confirm; words of the API
   * @param payeeSince since when the payee is known here; empty where that says nothing
   */
  record Advice(
      Optional<Problem> obstacle,
      boolean moreThanPin,
      List<String> cautions,
      Optional<Instant> payeeSince) {
    public static final Advice NONE =
        new Advice(Optional.empty(), false, List.of(), Optional.empty());
  }

  Advice advice(UUID person, Deed deed);
}
