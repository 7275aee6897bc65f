package dev.qiao.api;

import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import io.swagger.v3.oas.annotations.media.Schema;

/** Money in JSON: whole minor units (8800 of CNY is ¥88.00) and an ISO 4217 code. */
@Schema(name = "Money")
public record Amount(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whole minor units, at most 2^53 − 1")
        long amount,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CNY") String currency) {

  public static Amount of(Money money) {
    return new Amount(money.minor(), money.unit().code());
  }

  public static Amount of(long minor, Unit unit) {
    return new Amount(minor, unit.code());
  }

  /**
   * The amount as a person may ask for it to be moved: positive, in the platform's currency, within
   * the limit.
   *
   * @throws ProblemException naming what is wrong
   */
  public static Money require(Amount amount, Unit unit, long limit) {
    if (amount == null || amount.currency() == null) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "amount").thrown();
    }
    if (!amount.currency().equals(unit.code())) {
      throw Problem.of(ErrorCode.CURRENCY_UNSUPPORTED).with("currency", unit.code()).thrown();
    }
    if (amount.amount() <= 0) {
      throw Problem.of(ErrorCode.AMOUNT_NOT_POSITIVE).thrown();
    }
    if (amount.amount() > limit) {
      throw Problem.of(ErrorCode.AMOUNT_TOO_LARGE)
          .with("limit", limit)
          .with("currency", unit.code())
          .thrown();
    }
    return Money.of(amount.amount(), unit);
  }
}
