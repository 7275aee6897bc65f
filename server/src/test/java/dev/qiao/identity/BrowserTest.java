package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.api.App;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** By which cookies a browser is known. */
class BrowserTest {
  @Test
  void overTlsACookieThatAnotherHostCouldHaveSetIsNone() {
    for (String name : new String[] {"qiao_device", App.WALLET.cookie()}) {
      assertThat(isRead(true, "__Host-" + name)).as(name).isTrue();
      assertThat(isRead(true, name)).as(name).isFalse();
      assertThat(isRead(false, name)).as(name).isTrue();
    }
  }

  private static boolean isRead(boolean secure, String name) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    request.setCookies(new Cookie(name, "x"));
    return Browser.token(App.WALLET, request).isPresent()
        || Browser.place(App.WALLET, request).known().isPresent();
  }
}
