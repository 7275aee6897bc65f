package dev.qiao.protection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about protection. Amounts are minor units.
 *
 * @param habitFrom below this nothing is out of habit
 * @param takeoverFrom from this a movement can be a thief's, where a new device and a changed
 *     credential come together
 * @param history how far back habits are looked at
 * @param settling how old a movement has to be to make a habit: a thief cannot make one in a day
 * @param cooling how long a new device, or the end of a freeze, has to wait where somebody else may
 *     have come in
 * @param answerWithin how long a held movement waits for its answer
 * @param linkLife how long a link that freezes works
 */
@ConfigurationProperties("qiao.protection")
record ProtectionTerms(
    @DefaultValue("100000") long habitFrom,
    @DefaultValue("30000") long takeoverFrom,
    @DefaultValue("P90D") Duration history,
    @DefaultValue("PT24H") Duration settling,
    @DefaultValue("PT24H") Duration cooling,
    @DefaultValue("PT72H") Duration answerWithin,
    @DefaultValue("P7D") Duration linkLife) {}
