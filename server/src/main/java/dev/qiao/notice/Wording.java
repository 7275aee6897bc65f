package dev.qiao.notice;

import java.util.Locale;
import java.util.Map;

/** A message in words. Each says what nobody will ever ask for: that is when it is read. */
record Wording(String subject, String text) {
  static Wording of(Message message, String platform) {
    boolean chinese = message.to().language().getLanguage().equals(Locale.CHINESE.getLanguage());
    return switch (message.template()) {
      case ONE_TIME_CODE ->
          chinese
              ? chineseCode(message.parameters(), platform)
              : englishCode(message.parameters(), platform);
      case SECURITY_NOTICE ->
          chinese
              ? SecurityWording.chinese(message.parameters(), platform)
              : SecurityWording.english(message.parameters(), platform);
      case ACCOUNT_CHANGE -> AccountWording.of(message.parameters(), platform, chinese);
      case VERIFICATION -> VerificationWording.of(message.parameters(), platform, chinese);
    };
  }

  private static Wording chineseCode(Map<String, String> parameters, String platform) {
    String use =
        switch (parameters.get("purpose")) {
          case "reset_pin" -> "重设支付密码";
          case "add_contact" -> "添加手机号或邮箱";
          case "change_phone" -> "更换手机号";
          case "confirm" -> "同意把钱付出去";
          case "recover" -> "找回钱包";
          case null, default -> "登录";
        };
    String code = parameters.get("code");
    return new Wording(
        platform + " 验证码",
        "【%s】%s 是您%s的验证码，5 分钟内有效。%s 的工作人员绝不会向您索要，来要的都是骗子。请勿转发，也不要念给来电的人。"
            .formatted(platform, code, use, platform));
  }

  private static Wording englishCode(Map<String, String> parameters, String platform) {
    String use =
        switch (parameters.get("purpose")) {
          case "reset_pin" -> "reset your PIN at";
          case "add_contact" -> "add this contact at";
          case "change_phone" -> "change your phone number at";
          case "confirm" -> "let money leave your wallet at";
          case "recover" -> "get your wallet back at";
          case null, default -> "sign in to";
        };
    return new Wording(
        platform + " code",
        ("%s is your code to %s %s. It works for 5 minutes. Nobody from %s will ever ask for it;"
                + " whoever does is a thief. Do not forward it, and do not read it to a caller.")
            .formatted(parameters.get("code"), use, platform, platform));
  }

  @Override
  public String toString() {
    return subject;
  }
}
