/** A person's money: balance, transfers, top-ups and withdrawals, and the list of what moved. */
@org.springframework.modulith.ApplicationModule(displayName = "Wallet")
package dev.qiao.wallet;
