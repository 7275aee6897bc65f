package dev.qiao.protection;

/** What is to become of a movement, from mild to grave. */
enum Decision {
  ALLOW,
  /** A stronger factor than a PIN. */
  STEP_UP,
  /** It waits for the person to say once more that it was they. */
  REVIEW,
  BLOCK
}
