package dev.qiao.notice;

import java.util.Map;

/** One way for messages to leave. */
interface NoticeChannel {
  /** Takes the message over. Must not log its parameters: they hold secrets. */
  void deliver(Recipient to, Template template, Map<String, String> parameters);
}
