/**
 * Keeps the data right and safe: the self-audit while the server runs; audits, backups and restores
 * from the command line.
 */
package dev.qiao.maintenance;
