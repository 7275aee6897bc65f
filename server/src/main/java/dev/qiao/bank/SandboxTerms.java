package dev.qiao.bank;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast the sandbox bank is, counted from the order.
 *
 * @param answersAfter what it usually takes
 * @param lateAfter what it takes when it is late
 * @param againAfter the time between an answer and its repetition
 * @param silentFor from when on it can say, when asked, what it never said by itself
 */
@ConfigurationProperties("qiao.sandbox-bank")
record SandboxTerms(
    @DefaultValue("PT2S") Duration answersAfter,
    @DefaultValue("PT20S") Duration lateAfter,
    @DefaultValue("PT1S") Duration againAfter,
    @DefaultValue("PT45S") Duration silentFor) {}
