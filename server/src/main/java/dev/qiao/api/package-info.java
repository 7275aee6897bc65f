/**
 * What every module's HTTP side shares: errors, idempotency, pages, events, the audit trail, time.
 * Knows no business.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "API",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package dev.qiao.api;
