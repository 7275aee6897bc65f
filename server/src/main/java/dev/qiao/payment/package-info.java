/** Payments to merchants: codes, confirmation, refunds. */
@org.springframework.modulith.ApplicationModule(displayName = "Payment")
package dev.qiao.payment;
