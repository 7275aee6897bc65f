package dev.qiao.web;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets the server decide by which cipher suite it speaks. */
@Component
class OwnOrder implements WebServerFactoryCustomizer<TomcatWebServerFactory> {
  @Override
  public void customize(TomcatWebServerFactory server) {
    server.setProtocol(OwnOrderProtocol.class.getName());
  }
}
