package dev.qiao.notice;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
          case "device_locked" -> "您的一台设备已被平台停用，它打不开您的钱包了";
          case "device_unlocked" -> "平台已恢复您被停用的设备";
          case "passkey_locked" -> "您的一个通行密钥已被平台停用，不能用它登录和付款了";
          case "passkey_unlocked" -> "平台已恢复您被停用的通行密钥";
          case "password_locked" -> "您的登录密码已被平台停用";
          case "password_unlocked" -> "平台已恢复您的登录密码";
          case "pin_locked" -> "您的支付密码已被平台停用";
          case "pin_unlocked" -> "平台已恢复您的支付密码";
          case "authenticator_locked" -> "您的身份验证器和恢复码已被平台停用";
          case "authenticator_unlocked" -> "平台已恢复您的身份验证器和恢复码";
          case "limit_raised" -> "平台提高了您的限额：%s".formatted(chineseLimit(told));
          case "limit_lowered" -> "平台降低了您的限额：%s".formatted(chineseLimit(told));
          default -> "您钱包的安全设置有变动";
        };
    String link = told.getOrDefault("link", "");
    String lead = isByPlatform(told) ? "有疑问请联系客服。要冻结整个钱包，点这里：" : "不是您本人？点这里冻结钱包：";
    String act = link.isEmpty() ? "" : lead + link;
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
          case "device_locked" ->
              "We locked one of your devices; it cannot open your wallet any more";
          case "device_unlocked" -> "The device that we had locked is free again";
          case "passkey_locked" ->
              "We locked one of your passkeys; it cannot sign in or pay any more";
          case "passkey_unlocked" -> "The passkey that we had locked is free again";
          case "password_locked" -> "We locked your password";
          case "password_unlocked" -> "Your password is free again";
          case "pin_locked" -> "We locked your payment PIN";
          case "pin_unlocked" -> "Your payment PIN is free again";
          case "authenticator_locked" -> "We locked your authenticator app and its recovery codes";
          case "authenticator_unlocked" ->
              "Your authenticator app and its recovery codes are free again";
          case "limit_raised" -> "We raised a limit of yours: " + englishLimit(told);
          case "limit_lowered" -> "We lowered a limit of yours: " + englishLimit(told);
          default -> "A security setting of your wallet changed";
        };
    String link = told.getOrDefault("link", "");
    String lead =
        isByPlatform(told)
            ? " Questions? Contact support. To freeze your whole wallet: "
            : " Not you? Freeze it: ";
    String act = link.isEmpty() ? "" : lead + link;
    return new Wording(platform + " security notice", "%s: %s.%s".formatted(platform, what, act));
  }

  /** Nobody asks whether it was the person who did what an operator does. */
  private static boolean isByPlatform(Map<String, String> told) {
    return told.getOrDefault("what", "").matches(".*_(un)?locked|limit_.*");
  }

  private static String chineseLimit(Map<String, String> told) {
    String counts =
        each(
            told.getOrDefault("counts", ""),
            "、",
            movement ->
                switch (movement) {
                  case "payment" -> "付款";
                  case "transfer" -> "转账";
                  case "top_up" -> "充值";
                  case "withdrawal" -> "提现";
                  default -> movement;
                });
    String span =
        switch (told.getOrDefault("span", "")) {
          case "payment" -> "单笔";
          case "day" -> "每天";
          case "month" -> "每月";
          case "year" -> "每年";
          case "rolling_year" -> "近 365 天";
          default -> "累计";
        };
    String amount = told.containsKey("amount") ? "最多 " + told.get("amount") : "不限";
    String until = told.containsKey("until") ? "，到 %s 为止".formatted(told.get("until")) : "";
    return counts + span + amount + until;
  }

  private static String englishLimit(Map<String, String> told) {
    String counts =
        each(
            told.getOrDefault("counts", ""),
            " and ",
            movement ->
                switch (movement) {
                  case "payment" -> "payments";
                  case "transfer" -> "transfers";
                  case "top_up" -> "top-ups";
                  case "withdrawal" -> "withdrawals";
                  default -> movement;
                });
    String span =
        switch (told.getOrDefault("span", "")) {
          case "payment" -> "for each one";
          case "day" -> "a day";
          case "month" -> "a month";
          case "year" -> "a year";
          case "rolling_year" -> "within 365 days";
          default -> "in all";
        };
    String amount = told.containsKey("amount") ? "at most " + told.get("amount") : "without limit";
    String until = told.containsKey("until") ? ", until " + told.get("until") : "";
    return counts + " " + amount + " " + span + until;
  }

  private static String each(String texts, String between, UnaryOperator<String> word) {
    return Stream.of(texts.split("[+]")).map(word).collect(Collectors.joining(between));
  }
}
