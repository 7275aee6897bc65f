package dev.qiao.notice;

/** What became of the wish to send a message. */
public sealed interface Sending {
  /** It commits with the transaction at hand and leaves after it. */
  record Queued() implements Sending {}

  /** Nothing here can carry messages to such an address. */
  record NoChannel() implements Sending {}
}
