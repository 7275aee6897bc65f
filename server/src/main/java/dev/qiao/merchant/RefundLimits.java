package dev.qiao.merchant;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.identity.StaffPermission;
import dev.qiao.ledger.AllowanceId;
import dev.qiao.ledger.AllowanceTerms;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Window;
import dev.qiao.money.Money;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How much a cashier gives back a day: an allowance of the ledger, counted with the posting itself,
 * so that refunds at once cannot exceed it together.
 */
@Component
class RefundLimits {
  private final Shop shop;
  private final Ledger ledger;
  private final PlatformTerms terms;
  private final PlatformClock clock;

  RefundLimits(Shop shop, Ledger ledger, PlatformTerms terms, PlatformClock clock) {
    this.shop = shop;
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * What this member's refunds are counted in; empty where they are not limited.
   *
   * @throws dev.qiao.api.ProblemException where they may give back nothing
   */
  Optional<AllowanceId> of(Caller staff) {
    if (Shop.may(staff, StaffPermission.REFUNDS_UNLIMITED)) {
      return Optional.empty();
    }
    Money cap =
        shop.bounds(staff)
            .refundLimit()
            .map(limit -> Money.of(limit, terms.unit()))
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_PERMITTED).thrown());
    AllowanceId id =
        ledger.openAllowance(
            new AllowanceTerms(
                "staff:" + staff.party() + ":refund:day", cap, Window.DAY, clock.zone(), false));
    boolean changed =
        ledger.allowance(id).filter(known -> !known.terms().cap().equals(cap)).isPresent();
    if (changed) {
      ledger.capAllowance(id, cap);
    }
    return Optional.of(id);
  }
}
