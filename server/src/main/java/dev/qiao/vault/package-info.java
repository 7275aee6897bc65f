/**
 * Keys for what is personal. Every person has two: one that can be destroyed at once, and one for
 * what the law makes us keep, destroyed on its date. Both lie in the database, wrapped by a
 * key-encryption key that does not.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Vault",
    allowedDependencies = {"database", "ids", "postgres"})
package dev.qiao.vault;
