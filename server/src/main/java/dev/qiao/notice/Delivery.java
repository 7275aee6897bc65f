package dev.qiao.notice;

/**
 * What a channel made of a message. The reason is one of our own words, never the other side's:
 * theirs may quote the message.
 */
sealed interface Delivery {
  /** The other side has taken it over. */
  record Taken() implements Delivery {}

  /** It was certainly not sent, so another channel may try. */
  record Refused(String reason) implements Delivery {}

  /** It may have been sent: to try again could send it twice. */
  record Unknown(String reason) implements Delivery {}
}
