package dev.qiao.bank;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient we are with banks.
 *
 * @param answerWithin the time a bank has to answer before a transfer counts as unknown
 * @param resolveWithin how long we go on asking on our own
 * @param askEvery the shortest time between two questions about one transfer; it grows with the
 *     transfer's age
 * @param lease for how long one instance has a transfer to itself: longer than any call to a bank
 *     takes
 */
@ConfigurationProperties("qiao.bank")
record BankTerms(
    @DefaultValue("PT30S") Duration answerWithin,
    @DefaultValue("PT2H") Duration resolveWithin,
    @DefaultValue("PT5S") Duration askEvery,
    @DefaultValue("PT1M") Duration lease) {}
