package dev.qiao.merchant;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.identity.People;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentFeed.Search;
import dev.qiao.payment.PaymentFeed.Shown;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what staff ask for in their list. */
@Component
class Find {
  private static final Set<Payment.State> CLOSED =
      Set.of(Payment.State.FAILED, Payment.State.CANCELLED, Payment.State.EXPIRED);

  private final People people;

  Find(People people) {
    this.people = people;
  }

  /** What a state in the address means; none means everything. */
  static Shown shown(@Nullable String state) {
    return switch (state) {
      case null -> Shown.ALL;
      case "" -> Shown.ALL;
      case "refund" -> new Shown(Set.of(), true);
      case "succeeded" -> new Shown(Set.of(Payment.State.SUCCEEDED), true);
      case "closed" -> new Shown(CLOSED, false);
      default ->
          new Shown(
              Stream.of(Payment.State.values())
                  .filter(known -> known.text().equals(state))
                  .findFirst()
                  .map(Set::of)
                  .orElseThrow(
                      () -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "state").thrown()),
              false);
    };
  }

  /**
   * A piece of an order reference, an id, a receipt number, or the last four digits of a payer's
   * phone.
   */
  Search search(String text) {
    Optional<UUID> id = TypeId.parse(text).map(TypeId::value);
    boolean tail = text.matches("\\d{4}");
    Set<UUID> payers =
        tail
            ? people.withPhoneEnding(text).stream().map(PersonId::value).collect(Collectors.toSet())
            : Set.of();
    return new Search(Optional.of(text), id, ReceiptNumber.range(text), payers);
  }
}
