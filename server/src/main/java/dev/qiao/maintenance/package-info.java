/** What an operator does with the data from the command line: audit, back up, restore. */
package dev.qiao.maintenance;
