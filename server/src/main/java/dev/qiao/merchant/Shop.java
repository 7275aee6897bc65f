package dev.qiao.merchant;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.Problem;
import dev.qiao.identity.StaffBounds;
import dev.qiao.identity.StaffId;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRole;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.Payments;
import dev.qiao.payment.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a member of staff may reach: their own merchant's things. All else does not exist for them.
 */
@Component
class Shop {
  /**
   * How much of their merchant's a member of staff sees.
   *
   * @param store the only one; empty is all
   * @param since nothing before; empty is everything
   */
  record Reach(Optional<StoreId> store, Optional<Instant> since) {
    private boolean sees(StoreId other) {
      return store.map(other::equals).orElse(true);
    }

    private boolean sees(Payment payment) {
      Instant at = payment.finishedAt().orElse(payment.createdAt());
      return sees(payment.payee().store()) && since.map(from -> !at.isBefore(from)).orElse(true);
    }
  }

  private final Payees payees;
  private final Payments payments;
  private final StaffMembers members;
  private final PlatformClock clock;

  Shop(Payees payees, Payments payments, StaffMembers members, PlatformClock clock) {
    this.payees = payees;
    this.payments = payments;
    this.members = members;
    this.clock = clock;
  }

  static boolean may(Caller staff, StaffPermission permission) {
    return staff.role().flatMap(StaffRole::find).filter(role -> role.may(permission)).isPresent();
  }

  /** Their own store and today, or everything. */
  Reach reach(Caller staff) {
    return may(staff, StaffPermission.PAYMENTS_READ_ALL)
        ? new Reach(Optional.empty(), Optional.empty())
        : today(bounds(staff));
  }

  /** The same, of somebody who was just looked up. */
  Reach reach(Caller staff, StaffMember member) {
    return may(staff, StaffPermission.PAYMENTS_READ_ALL)
        ? new Reach(Optional.empty(), Optional.empty())
        : today(member.bounds());
  }

  private Reach today(StaffBounds bounds) {
    Instant today =
        LocalDate.ofInstant(clock.instant(), clock.zone()).atStartOfDay(clock.zone()).toInstant();
    return new Reach(bounds.store().map(StoreId::new), Optional.of(today));
  }

  /** What they are held to; empty bounds also where somebody has just left. */
  StaffBounds bounds(Caller staff) {
    return members
        .find(new StaffId(staff.party()))
        .map(StaffMember::bounds)
        .orElse(StaffBounds.NONE);
  }

  /** The stores that they see. */
  List<Payee> stores(Caller staff) {
    Reach reach = reach(staff);
    return payees.of(of(staff)).stream().filter(store -> reach.sees(store.store())).toList();
  }

  static MerchantId of(Caller staff) {
    return new MerchantId(staff.merchant().orElseThrow());
  }

  Payee store(Caller staff, StoreId id) {
    return payees
        .find(id)
        .filter(store -> store.merchant().equals(of(staff)))
        .filter(store -> reach(staff).sees(store.store()))
        .orElseThrow(Shop::notFound);
  }

  Payment payment(Caller staff, PaymentId id) {
    return payments
        .find(id)
        .filter(payment -> payment.payee().merchant().equals(of(staff)))
        .filter(payment -> reach(staff).sees(payment))
        .orElseThrow(Shop::notFound);
  }

  static RuntimeException notFound() {
    return Problem.of(ErrorCode.NOT_FOUND).thrown();
  }
}
