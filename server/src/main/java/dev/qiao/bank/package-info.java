/**
 * Banks: the accounts that people have linked, transfers to and from them, and the money that banks
 * keep for us.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Bank")
package dev.qiao.bank;
