package dev.qiao.ledger;

/** A decided command as it is to be stored: a header, and the steps of the decision. */
record Row(Header header, byte[] digest, Decision decision) {
  static Row of(Task task, World world) {
    return new Row(Header.of(task.command, world), task.digest, task.decision);
  }
}
