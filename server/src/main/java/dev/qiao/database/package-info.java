/** The one database: where it is, whether it may hold money, and every module's migrations. */
package dev.qiao.database;
