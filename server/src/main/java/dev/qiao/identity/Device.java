package dev.qiao.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a person recognises a session by: {@code Chrome · Android}, from the browser's User-Agent.
 */
final class Device {
  private static final String[][] BROWSERS = {
    {"MicroMessenger", "WeChat"},
    {"AlipayClient", "Alipay"},
    {"HuaweiBrowser", "Huawei Browser"},
    {"SamsungBrowser", "Samsung Internet"},
    {"Edg", "Edge"},
    {"OPR", "Opera"},
    {"Firefox", "Firefox"},
    {"FxiOS", "Firefox"},
    {"CriOS", "Chrome"},
    {"Chrome", "Chrome"},
    {"Safari", "Safari"},
    {"curl", "curl"},
    {"Java", "Java"},
  };
  private static final String[][] SYSTEMS = {
    {"OpenHarmony", "HarmonyOS"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Android", "Android"},
    {"Windows", "Windows"},
    {"Macintosh", "macOS"},
    {"CrOS", "ChromeOS"},
    {"Linux", "Linux"},
  };

  private Device() {}

  /**
   * Never more than two known words, so that nothing a client sends is shown to anyone; empty when
   * neither is known.
   */
  static String of(@Nullable String userAgent) {
    if (userAgent == null) {
      return "";
    }
    String browser = known(userAgent, BROWSERS);
    String system = known(userAgent, SYSTEMS);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
  }

  private static String known(String userAgent, String[][] names) {
    for (String[] name : names) {
      if (userAgent.contains(name[0])) {
        return name[1];
      }
    }
    return "";
  }
}
