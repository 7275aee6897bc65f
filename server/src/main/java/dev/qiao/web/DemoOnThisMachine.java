package dev.qiao.web;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Demo mode has passwords that everybody knows, so nobody outside this machine may reach it. */
@Component
@ConditionalOnBooleanProperty("qiao.demo")
class DemoOnThisMachine
    implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
  @Override
  public void customize(ConfigurableWebServerFactory server) {
    server.setAddress(InetAddress.ofLiteral("127.0.0.1"));
  }

  /** After the one that sets what the settings say. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
