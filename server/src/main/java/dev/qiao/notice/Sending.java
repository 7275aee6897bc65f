package dev.qiao.notice;

/** What became of a message. */
public sealed interface Sending {
  /** A channel has taken it. */
  record Sent() implements Sending {}

  /** Nothing here can carry messages. */
  record NoChannel() implements Sending {}
}
