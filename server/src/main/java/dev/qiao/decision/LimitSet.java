package dev.qiao.decision;

import dev.qiao.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Operators have set one person's limit. Published in the transaction that sets it, so that telling
 * the person commits with it.
 *
 * @param limit what is counted and over what: {@code payment+transfer:day}
 * @param raised whether it lets them do more than before; less otherwise
 * @param cap empty where nothing limits it any more
 * @param until the last day on which it holds; empty where it is the tier's again
 */
public record LimitSet(
    UUID person, String limit, boolean raised, Optional<Money> cap, Optional<LocalDate> until) {}
