package dev.qiao.web;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;

/**
 * HTTP as Tomcat speaks it, but over TLS the server's order of cipher suites counts, not the
 * client's; also for a certificate that is renewed while it runs. Made by its name.
 */
public class OwnOrderProtocol extends Http11NioProtocol {
  /** As Tomcat makes it. */
  public OwnOrderProtocol() {}

  @Override
  public void addSslHostConfig(SSLHostConfig terms, boolean replace) {
    terms.setHonorCipherOrder(true);
    super.addSslHostConfig(terms, replace);
  }
}
