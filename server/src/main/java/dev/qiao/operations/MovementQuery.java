package dev.qiao.operations;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Payment;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an operator looks for: an id, a receipt number, or a piece of a merchant's name or an order
 * reference.
 *
 * @param state one state that everything shown is in
 * @param before the place below which to begin
 */
record MovementQuery(
    Optional<TypeId> id,
    Optional<ReceiptNumber.Range> range,
    Optional<String> words,
    Optional<Payment.State> state,
    Optional<UUID> before,
    int limit) {

  static MovementQuery of(
      Optional<String> text, Optional<String> state, Optional<UUID> before, int limit) {
    Optional<TypeId> id = text.flatMap(TypeId::parse);
    Optional<ReceiptNumber.Range> range = text.flatMap(ReceiptNumber::range);
    return new MovementQuery(
        id,
        range,
        id.isEmpty() && range.isEmpty() ? text : Optional.empty(),
        state.map(MovementQuery::state),
        before,
        limit);
  }

  /** Whether only a name or an order reference is looked for, which payments alone have. */
  boolean isForShops() {
    return words.isPresent();
  }

  private static Payment.State state(String text) {
    return Stream.of(Payment.State.values())
        .filter(state -> state.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "state").thrown());
  }
}
