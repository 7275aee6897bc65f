/**
 * The money engine: double-entry accounts, postings and holds on PostgreSQL, in plain Java and
 * JDBC.
 *
 * <p>Start at {@link dev.qiao.ledger.Ledger}.
 */
package dev.qiao.ledger;
