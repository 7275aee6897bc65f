package dev.qiao.notice;

import java.util.Map;
import java.util.UUID;

/** A message on its way. Its parameters are secrets: it prints as its id. */
record Message(UUID id, Recipient to, Template template, Map<String, String> parameters) {
  @Override
  public String toString() {
    return id.toString();
  }
}
