package dev.qiao.merchant;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.StaffRole;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.Payments;
import dev.qiao.payment.StoreId;
import org.springframework.stereotype.Component;

/**
 * What a member of staff may reach: their own merchant's things. All else does not exist for them.
 */
@Component
class Shop {
  private final Payees payees;
  private final Payments payments;

  Shop(Payees payees, Payments payments) {
    this.payees = payees;
    this.payments = payments;
  }

  static MerchantId of(Caller staff) {
    return new MerchantId(staff.merchant().orElseThrow());
  }

  Payee store(Caller staff, StoreId id) {
    return payees
        .find(id)
        .filter(store -> store.merchant().equals(of(staff)))
        .orElseThrow(Shop::notFound);
  }

  Payment payment(Caller staff, PaymentId id) {
    return payments
        .find(id)
        .filter(payment -> payment.payee().merchant().equals(of(staff)))
        .orElseThrow(Shop::notFound);
  }

  /** Ends the request of a cashier: giving money back is for those who answer for the shop. */
  static void requireMayRefund(Caller staff) {
    if (staff.role().flatMap(StaffRole::find).orElseThrow() == StaffRole.CASHIER) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
  }

  static RuntimeException notFound() {
    return Problem.of(ErrorCode.NOT_FOUND).thrown();
  }
}
