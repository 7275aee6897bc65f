package dev.qiao.money;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an amount is counted in: an ISO 4217 currency, or something of our own such as points. The
 * exponent says how many decimal digits the smallest part has: CNY 2, JPY 0, KWD 3.
 */
public record Unit(String code, int exponent) {
  /** The largest exponent that a unit may have. */
  public static final int EXPONENT_MAX = 9;

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,31}");

  /**
   * Throws IllegalArgumentException for a malformed code, or a currency code with another exponent
   * than its own.
   */
  public Unit {
    requireNonNull(code, "code");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a unit code: " + code);
    }
    if (exponent < 0 || exponent > EXPONENT_MAX) {
      throw new IllegalArgumentException("Exponent of " + code + " is out of range: " + exponent);
    }
    Integer known = Currencies.EXPONENTS.get(code);
    if (known != null && known != exponent) {
      throw new IllegalArgumentException(
          "Exponent of " + code + " is " + known + ", not " + exponent);
    }
  }

  /** The currency with this ISO 4217 code; throws IllegalArgumentException when there is none. */
  public static Unit of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("Unknown currency: " + code));
  }

  /**
   * The currency with this ISO 4217 code, in use or withdrawn. Codes without a smallest part, such
   * as XAU, are not found.
   */
  public static Optional<Unit> find(String code) {
    return Optional.ofNullable(Currencies.EXPONENTS.get(code))
        .map(exponent -> new Unit(code, exponent));
  }

  @Override
  public String toString() {
    return code;
  }
}
