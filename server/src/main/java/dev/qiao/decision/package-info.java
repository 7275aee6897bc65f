/**
 * What may be done, and how much of it: the limits of each jurisdiction's tiers, as dated data, set
 * as allowances in the ledger, which enforces them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Decision")
package dev.qiao.decision;
