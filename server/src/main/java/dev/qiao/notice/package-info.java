/**
 * Messages to parties. They leave after the commit, over an SMS gateway or a mail server; in demo
 * mode they arrive in a sandbox inbox that anybody at the machine may read, and nothing leaves.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"api", "ids", "vault", "database", "money"})
package dev.qiao.notice;
