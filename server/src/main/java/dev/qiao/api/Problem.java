package dev.qiao.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer that says no (RFC 9457). {@code code} is stable; the words are the client's; {@code
 * money} says whether money was taken; {@code reference} finds the request in the logs.
 */
public record Problem(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
    int status,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String code,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"caller", "platform", "partner"})
        String blame,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"never", "same_key", "new_key", "later"})
        String retry,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"not_taken", "taken", "unknown", "not_involved"})
        String money,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reference,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Map<String, Object> parameters) {

  /** A problem of this kind, with the current request as its reference. */
  public static Problem of(ErrorCode code) {
    return new Problem(
        "https://qiao.dev/problems/" + code.code(),
        code.code().replace('_', ' '),
        code.status(),
        code.code(),
        lower(code.blame()),
        lower(code.retry()),
        lower(code.money()),
        RequestReference.current(),
        Map.of());
  }

  /** The same with one more parameter; its value is a string, a number or a boolean. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Problem(type, title, status, code, blame, retry, money, reference, more);
  }

  /** Ends the request with this problem. Only routes throw it: insides return values. */
  public ProblemException thrown() {
    return new ProblemException(this);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
