/**
 * Messages to parties. In demo mode they arrive in a sandbox inbox that anybody at the machine may
 * read.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"api", "ids", "vault"})
package dev.qiao.notice;
