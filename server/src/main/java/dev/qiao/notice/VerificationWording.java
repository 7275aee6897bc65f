package dev.qiao.notice;

import java.util.Map;

/** What became of showing who one is, in words. Where to go is said without a link to press. */
final class VerificationWording {
  private VerificationWording() {}

  static Wording of(Map<String, String> parameters, String platform, boolean chinese) {
    String outcome = parameters.getOrDefault("outcome", "");
    return chinese
        ? chinese(outcome, parameters.getOrDefault("tier", ""), platform)
        : english(outcome, parameters.getOrDefault("tier_en", ""), platform);
  }

  private static Wording chinese(String outcome, String tier, String platform) {
    String what =
        switch (outcome) {
          case "approved" -> "身份认证已通过，现在是" + tier + "，限额已更新。";
          case "more_needed" -> "身份认证还需要补充材料。";
          case "expired" -> "您的证件已到期，账户已回到" + tier + "的限额，请更新证件。";
          default -> "身份认证没有通过。";
        };
    return new Wording(
        platform + " 身份认证",
        "【%s】%s详情请打开应用，在“我的 · 认证与限额”查看。我们不会在短信里放链接，也不会来电索要证件。".formatted(platform, what));
  }

  private static Wording english(String outcome, String tier, String platform) {
    String what =
        switch (outcome) {
          case "approved" -> "You are verified: " + tier + ". Your limits have changed.";
          case "more_needed" -> "We need more to verify who you are.";
          case "expired" ->
              "Your documents have run out, and your limits are those of: " + tier + ".";
          default -> "We could not verify who you are.";
        };
    return new Wording(
        platform + " verification",
        ("%s: %s Open the app, Me, Verification and limits. We never put links into messages, and"
                + " never call to ask for documents.")
            .formatted(platform, what));
  }
}
