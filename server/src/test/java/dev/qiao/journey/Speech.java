package dev.qiao.journey;

/** A language that the apps speak. */
enum Speech {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Speech(String tag) {
    this.tag = tag;
  }

  /** As the page's {@code lang} says it. */
  String tag() {
    return tag;
  }

  /** The words of this language. */
  String say(String zh, String en) {
    return this == ZH ? zh : en;
  }
}
