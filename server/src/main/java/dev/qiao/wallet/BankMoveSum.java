package dev.qiao.wallet;

import dev.qiao.money.Money;
import java.time.LocalDate;

/**
 * What came in from banks and went out to them on a day, of the moves begun on it that succeeded.
 */
public record BankMoveSum(LocalDate day, Money in, Money out) {}
