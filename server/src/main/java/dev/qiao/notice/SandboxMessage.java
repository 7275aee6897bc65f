package dev.qiao.notice;

import java.time.Instant;
import java.util.Map;

/**
 * A message as the sandbox inbox shows it. {@code to} is masked; the parameters hold secrets and
 * are never printed.
 */
record SandboxMessage(
    String id, String to, String template, Map<String, String> parameters, Instant at) {
  @Override
  public String toString() {
    return id + " to " + to;
  }
}
