package dev.qiao.web;

import dev.qiao.api.DemoLogins;
import dev.qiao.api.DemoLogins.DemoLogin;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person who started the server where to look, once it answers. */
@Component
class Greeting {
  private final boolean wanted;
  private final ObjectProvider<DemoLogins> demo;

  Greeting(@Value("${qiao.greeting:false}") boolean wanted, ObjectProvider<DemoLogins> demo) {
    this.wanted = wanted;
    this.demo = demo;
  }

  @EventListener
  void greet(ApplicationReadyEvent ready) {
    if (wanted) {
      print(ready.getApplicationContext().getEnvironment(), System.out);
    }
  }

  private void print(Environment environment, PrintStream out) {
    // Never an IP address: passkeys refuse those.
    String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
    String address = scheme + "://localhost:" + environment.getProperty("local.server.port");
    out.printf("Qiao is running. Stop it with Ctrl-C.%n%n");
    out.printf("  wallet    %s/%n", address);
    out.printf("  merchant  %s/merchant/%n", address);
    out.printf("  console   %s/console/%n%n", address);
    for (DemoLogin login : logins()) {
      out.printf(
          "  demo %-9s %s, password %s%s%n",
          login.app().name().toLowerCase(Locale.ROOT),
          login.login(),
          login.password(),
          login.pin() == null ? "" : ", PIN " + login.pin());
    }
    out.flush();
  }

  private List<DemoLogin> logins() {
    DemoLogins known = demo.getIfAvailable();
    return known == null ? List.of() : known.list();
  }
}
