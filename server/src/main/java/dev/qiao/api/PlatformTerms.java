package dev.qiao.api;

import dev.qiao.money.Unit;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about the installation.
 *
 * @param name shown to people
 * @param demo whether there are demo data, demo logins and a sandbox inbox
 * @param currency the ISO 4217 code of the wallets
 * @param timeZone where the platform's days begin
 * @param paymentLimit the most that one payment, transfer or top-up may be, in minor units
 * @param limitedPaymentLimit the same while the channel is limited
 */
@ConfigurationProperties("qiao")
public record PlatformTerms(
    @DefaultValue("Qiao") String name,
    @DefaultValue("false") boolean demo,
    @DefaultValue("CNY") String currency,
    @DefaultValue("Asia/Shanghai") ZoneId timeZone,
    @DefaultValue("5000000") long paymentLimit,
    @DefaultValue("50000") long limitedPaymentLimit) {

  public Unit unit() {
    return Unit.of(currency);
  }
}
