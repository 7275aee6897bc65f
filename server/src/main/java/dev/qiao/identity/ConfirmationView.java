package dev.qiao.identity;

import dev.qiao.api.Amount;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to confirm, and by what they can. No method at all means that a stronger
 * factor has to be set up for this amount.
 *
 * @param cautions what to warn the person of before they confirm
 * @param payeeSince since when the payee is known here, where that is worth knowing
 */
@Schema(name = "Confirmation")
public record ConfirmationView(
    ConfirmationId id,
    Amount amount,
    List<Confirmations.Way> methods,
    PasskeyViews.@Nullable RequestView passkey,
    Instant expiresAt,
    @ArraySchema(schema = @Schema(allowableValues = {"new_payee", "unusual_amount"}))
        List<String> cautions,
    @Nullable Instant payeeSince) {}
