package dev.qiao.api;

/** Tells whether one-time codes can reach anyone in this installation. */
public interface CodeDelivery {
  boolean available();

  /** Whether none of them got through lately. */
  boolean troubled();
}
