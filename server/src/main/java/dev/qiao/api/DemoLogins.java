package dev.qiao.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logins that a demo installation shows on its sign-in pages. */
public interface DemoLogins {
  /**
   * One of them; {@code pin} is the payment PIN of a person, {@code code} what an operator's
   * authenticator shows now.
   */
  record DemoLogin(
      App app,
      String label,
      String labelEn,
      String login,
      String password,
      @Nullable String pin,
      @Nullable String code) {}

  List<DemoLogin> list();
}
