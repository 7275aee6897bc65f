package dev.qiao.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know about this installation. */
@RestController
class PlatformRoutes {
  record Platform(
      String name,
      boolean demo,
      String currency,
      int exponent,
      String timeZone,
      boolean codeDelivery,
      boolean codeDeliveryTroubled,
      List<DemoLogins.DemoLogin> demoLogins,
      long paymentLimit,
      long limitedPaymentLimit) {}

  private final PlatformTerms terms;
  private final ObjectProvider<DemoLogins> logins;
  private final ObjectProvider<CodeDelivery> delivery;

  PlatformRoutes(
      PlatformTerms terms,
      ObjectProvider<DemoLogins> logins,
      ObjectProvider<CodeDelivery> delivery) {
    this.terms = terms;
    this.logins = logins;
    this.delivery = delivery;
  }

  @GetMapping("/v1/platform")
  @Operation(summary = "What anybody may know about this installation")
  Platform platform() {
    DemoLogins demo = logins.getIfAvailable();
    return new Platform(
        terms.name(),
        terms.demo(),
        terms.currency(),
        terms.unit().exponent(),
        terms.timeZone().getId(),
        delivery.stream().anyMatch(CodeDelivery::available),
        delivery.stream().anyMatch(CodeDelivery::troubled),
        terms.demo() && demo != null ? demo.list() : List.of(),
        terms.paymentLimit(),
        terms.limitedPaymentLimit());
  }
}
