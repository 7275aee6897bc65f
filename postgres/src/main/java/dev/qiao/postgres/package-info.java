/**
 * A real PostgreSQL that starts inside the program: durable, password-protected, kept in a folder.
 *
 * <p>Folder: {@code format} (who wrote it), {@code lock} (held while in use), {@code passwords}
 * (0600), {@code port}, {@code postgres/} (the cluster), {@code postgres.log} (the last start).
 */
package dev.qiao.postgres;
