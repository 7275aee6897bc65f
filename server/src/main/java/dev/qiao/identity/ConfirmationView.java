package dev.qiao.identity;

import dev.qiao.api.Amount;
import dev.qiao.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to confirm, and by what they can. No method at all means that a stronger
 * factor has to be set up for this amount.
 */
@Schema(name = "Confirmation")
public record ConfirmationView(
    ConfirmationId id,
    Amount amount,
    @Schema(allowableValues = {"pin", "passkey", "pin_and_totp"}) List<String> methods,
    PasskeyViews.@Nullable RequestView passkey,
    Instant expiresAt) {
  static ConfirmationView of(
      ConfirmationId id,
      Money amount,
      List<Confirmations.Way> ways,
      PasskeyViews.@Nullable RequestView passkey,
      Instant expiresAt) {
    List<String> methods = ways.stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList();
    return new ConfirmationView(id, Amount.of(amount), methods, passkey, expiresAt);
  }
}
