package dev.qiao.notice;

/** One way for messages to leave. */
interface NoticeChannel {
  /** What operators and the API call it. */
  String name();

  boolean carries(Medium medium);

  /**
   * Hands the message over, within a bounded time. Must not log it, nor what the other side says.
   */
  Delivery deliver(Message message);
}
