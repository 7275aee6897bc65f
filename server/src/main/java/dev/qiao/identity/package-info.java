/**
 * Who it is and what they may do: people, merchants' staff, operators; passwords, one-time codes,
 * payment PINs, sessions and invitations.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Identity")
package dev.qiao.identity;
