package dev.qiao.web;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Whose word is believed about where a request comes from: {@code X-Forwarded-For} and {@code
 * X-Forwarded-Proto} of the named proxies. From everybody else they are any header.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final List<InetAddress> proxies;

  /** Throws IllegalArgumentException when one is no address. */
  TrustedProxies(@Value("${qiao.trusted-proxies:}") List<String> proxies) {
    this.proxies =
        proxies.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(InetAddress::ofLiteral)
            .toList();
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    if (proxies.isEmpty()) {
      return;
    }
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(
        proxies.stream()
            .map(proxy -> Pattern.quote(proxy.getHostAddress()))
            .collect(Collectors.joining("|")));
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    server.addEngineValves(valve);
  }
}
