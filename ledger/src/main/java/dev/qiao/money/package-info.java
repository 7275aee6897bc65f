/** Exact amounts and the units they are counted in. */
package dev.qiao.money;
