package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.database.StartRefused;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StartFailuresTest {
  @Test
  void findsTheLineBelowTheFrameworksWrapping() {
    var wrapped = new IllegalStateException("bean", new RuntimeException(new StartRefused("Why.")));
    assertThat(StartFailures.line(wrapped)).contains("Why.");
    assertThat(StartFailures.line(new IllegalStateException("bug"))).isEmpty();
  }

  @Test
  void noticesATakenPortBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> PortCheck.check(port, "127.0.0.1"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Port " + port + " is taken")
          .hasMessageContaining("--port");
    }
  }
}
