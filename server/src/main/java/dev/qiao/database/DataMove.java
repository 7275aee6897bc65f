package dev.qiao.database;

import javax.sql.DataSource;

/**
 * Brings rows of an older program into the form of this one where SQL alone cannot. Runs at each
 * start after the migrations, before the first request, as the owner; does nothing when nothing is
 * left to do, and goes on where it was interrupted.
 */
public interface DataMove {
  void run(DataSource owner);
}
