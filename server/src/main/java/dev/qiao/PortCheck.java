package dev.qiao;

import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a taken port before anything else begins; the web server would notice it last. */
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    int port = context.getEnvironment().getProperty("server.port", Integer.class, 8080);
    if (port > 0) {
      check(port, "127.0.0.1");
      // Browsers may try this one first when they are told "localhost".
      check(port, "::1");
    }
  }

  static void check(int port, String address) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      socket.getLocalPort();
    } catch (BindException refusal) {
      if (refusal.getMessage().contains("Permission denied")) {
        throw new StartRefused(
            "Port " + port + " needs more rights: choose one from 1024 with --port.");
      }
      if (refusal.getMessage().contains("in use")) {
        throw new StartRefused(
            "Port "
                + port
                + " is taken by another program: stop it, or choose another with --port.");
      }
    } catch (IOException noSuchAddress) {
      // A machine without IPv6.
    }
  }
}
