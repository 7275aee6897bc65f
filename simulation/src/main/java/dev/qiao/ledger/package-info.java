/**
 * The ledger's own core and writer on a database, a clock and faults that a seed decides. In the
 * ledger's package, because it stands where only that can: between the writer and its store.
 */
package dev.qiao.ledger;
