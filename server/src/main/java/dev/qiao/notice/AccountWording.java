package dev.qiao.notice;

import java.util.Map;

/**
 * What people are told about how their wallet opens. The link only ever stops something: nobody
 * signs in by it, and the message says so.
 */
final class AccountWording {
  private AccountWording() {}

  static Wording of(Map<String, String> parameters, String platform, boolean chinese) {
    String change = parameters.getOrDefault("change", "");
    String link = parameters.getOrDefault("link", "");
    return chinese
        ? new Wording(
            platform + " 安全提醒", "【%s】%s%s".formatted(platform, chinese(change), chineseNext(link)))
        : new Wording(
            platform + " security notice",
            "%s: %s %s".formatted(platform, english(change), englishNext(link)));
  }

  private static String chineseNext(String link) {
    return link.isEmpty()
        ? "如果不是您本人操作，请马上在已登录的设备上检查“登录与验证”，并联系客服。我们不会在电话里向您要验证码或密码。"
        : "如果不是您本人操作，请马上点此停止：%s 这个链接只会停止，不会要您登录，也不会要验证码或密码。".formatted(link);
  }

  private static String englishNext(String link) {
    return link.isEmpty()
        ? "If this was not you, check Sign-in and verification on a signed-in device now and contact support."
            + " We never ask for a code or password on the phone."
        : "If this was not you, stop it now: %s This link only stops it. It never asks you to sign in, or for a code or password."
            .formatted(link);
  }

  private static String chinese(String change) {
    return switch (change) {
      case "phone_waiting" -> "有人申请更换您钱包的手机号，72 小时后可以生效。";
      case "phone_lost" -> "有人证明您的手机号现在归他使用，它不再属于您的钱包。您的钱包和余额不受影响，请登录后换一个手机号。";
      case "email_lost" -> "有人证明您的邮箱现在归他使用，它不再属于您的钱包。您的钱包和余额不受影响。";
      case "recovery_waiting" -> "有人说丢了所有登录方式，申请找回您的钱包。等待 7 天并经人工核对后才会生效。";
      case "recovery_approved" -> "找回您钱包的申请已通过核对，等待期满后生效。";
      case "recovery_refused" -> "找回您钱包的申请没有通过，钱包没有变化。";
      case "recovery_cancelled" -> "更换手机号或找回钱包的申请已停止，钱包没有变化。";
      default -> "您的登录或付款方式有变动。";
    };
  }

  private static String english(String change) {
    return switch (change) {
      case "phone_waiting" ->
          "somebody asked to change the phone number of your wallet. It can take effect after 72 hours.";
      case "phone_lost" ->
          "somebody has shown that your phone number is theirs now, so it left your wallet. Your wallet and money are"
              + " untouched: sign in and add another number.";
      case "email_lost" ->
          "somebody has shown that your email address is theirs now, so it left your wallet. Your wallet and money are untouched.";
      case "recovery_waiting" ->
          "somebody says that they lost every way to sign in and asked to get your wallet back. Nothing happens before 7"
              + " days and a check by our staff.";
      case "recovery_approved" ->
          "the request to get your wallet back passed its check and takes effect when its waiting time is over.";
      case "recovery_refused" ->
          "the request to get your wallet back was refused. Nothing about your wallet has changed.";
      case "recovery_cancelled" ->
          "the request about your phone number or wallet was stopped. Nothing about your wallet has changed.";
      default -> "something about how you sign in or pay has changed.";
    };
  }
}
