/**
 * What a ledger must do, said again as plainly as can be: slow, without sharing a line with the
 * real one. Amounts are whole minor units, times microseconds since 1970.
 */
package dev.qiao.model;
