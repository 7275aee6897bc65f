package dev.qiao.identity;

/** Says whether new people are let in now. Offered by the module that knows by which entry. */
public interface Newcomers {
  boolean welcome();
}
