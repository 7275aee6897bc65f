package dev.qiao.notice;

import java.util.Map;

/**
 * What people are told when something about their wallet changed. Each ends with what to do if it
 * was not them.
 */
final class SecurityWording {
  private SecurityWording() {}

  static Wording chinese(Map<String, String> told, String platform) {
    String amount = told.getOrDefault("amount", "");
    String until = told.getOrDefault("until", "");
    String what =
        switch (told.get("what")) {
          case "device_added" -> "您的钱包刚在一台新设备上登录";
          case "passkey_added" -> "您的钱包刚添加了一个通行密钥";
          case "passkey_removed" -> "您的钱包刚移除了一个通行密钥";
          case "password_changed" -> "您的登录密码刚被修改";
          case "pin_changed" -> "您的支付密码刚被修改";
          case "pin_reset" -> "您的支付密码刚被重设";
          case "authenticator_added" -> "您的钱包刚设置了身份验证器";
          case "authenticator_removed" -> "您的身份验证器刚被移除";
          case "recovery_codes_renewed" -> "您的恢复码刚换了一组";
          case "phone_changed" -> "您钱包的手机号刚被更换";
          case "email_added" -> "您的钱包刚添加了一个邮箱";
          case "email_removed" -> "您的钱包刚移除了一个邮箱";
          case "recovered" -> "您的钱包刚被找回，以前的登录方式全部作废";
          case "movement_held" ->
              "有人在新设备上要转出 %s，我们先拦下了。是您本人：请在常用设备上打开钱包确认；%s 前没有确认就不会转出".formatted(amount, until);
          case "wallet_frozen" -> "您的钱包已冻结，钱只进不出。要解冻，请打开钱包";
          case "wallet_thawing" -> "有人申请解冻您的钱包，%s 生效".formatted(until);
          case "wallet_thawed" -> "您的钱包已解冻";
          default -> "您钱包的安全设置有变动";
        };
    String link = told.getOrDefault("link", "");
    String act = link.isEmpty() ? "" : "不是您本人？点这里冻结钱包：" + link;
    return new Wording(platform + " 安全提醒", "【%s】%s。%s".formatted(platform, what, act));
  }

  static Wording english(Map<String, String> told, String platform) {
    String amount = told.getOrDefault("amount", "");
    String until = told.getOrDefault("until", "");
    String what =
        switch (told.get("what")) {
          case "device_added" -> "Your wallet was opened on a new device";
          case "passkey_added" -> "A passkey was added to your wallet";
          case "passkey_removed" -> "A passkey was removed from your wallet";
          case "password_changed" -> "Your password was changed";
          case "pin_changed" -> "Your payment PIN was changed";
          case "pin_reset" -> "Your payment PIN was reset";
          case "authenticator_added" -> "An authenticator app was set up for your wallet";
          case "authenticator_removed" -> "Your authenticator app was removed";
          case "recovery_codes_renewed" -> "Your recovery codes were replaced";
          case "phone_changed" -> "The phone number of your wallet was changed";
          case "email_added" -> "An email address was added to your wallet";
          case "email_removed" -> "An email address was removed from your wallet";
          case "recovered" -> "Your wallet was recovered; what opened it before opens it no more";
          case "movement_held" ->
              ("Someone on a new device wants to move %s; we stopped it for now. If it was you,"
                      + " confirm it in the wallet on a device you know. Unanswered by %s, it does"
                      + " not go")
                  .formatted(amount, until);
          case "wallet_frozen" ->
              "Your wallet is frozen: money can come in, none can leave. Open it to unfreeze";
          case "wallet_thawing" ->
              "Someone asked to unfreeze your wallet; it takes effect %s".formatted(until);
          case "wallet_thawed" -> "Your wallet is no longer frozen";
          default -> "A security setting of your wallet changed";
        };
    String link = told.getOrDefault("link", "");
    String act = link.isEmpty() ? "" : " Not you? Freeze it: " + link;
    return new Wording(platform + " security notice", "%s: %s.%s".formatted(platform, what, act));
  }
}
