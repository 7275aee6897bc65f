package dev.qiao.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTest {
  private FakeClamd clamd;
  private ClamdScanner scanner;

  @BeforeEach
  void start() {
    clamd = new FakeClamd();
    Duration soon = Duration.ofSeconds(1);
    scanner = new ClamdScanner("127.0.0.1", clamd.port(), soon, soon);
  }

  @AfterEach
  void stop() throws IOException {
    clamd.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
  void allOfAFileArrivesWhateverItsLength(int length) {
    byte[] file = new byte[length];
    new Random(7).nextBytes(file);
    assertThat(scanner.scan(file)).isEqualTo(new Scan.Clean());
    assertThat(clamd.seen()).hasSize(1);
    assertThat(Arrays.equals(clamd.seen().getFirst(), file)).isTrue();
  }

  @Test
  void whatIsFoundIsNamed() {
    assertThat(scanner.scan(FakeClamd.VIRUS)).isEqualTo(new Scan.Infected("Eicar-Test"));
  }

  @ParameterizedTest
  @EnumSource(
      value = FakeClamd.Mood.class,
      names = {"SILENT", "DRIPPING", "RUDE", "OVERWHELMED"})
  void whatIsNotSaidToBeCleanIsNot(FakeClamd.Mood mood) {
    clamd.be(mood);
    assertThat(scanner.scan(new byte[200_000])).isInstanceOf(Scan.Unknown.class);
    clamd.be(FakeClamd.Mood.HONEST);
    assertThat(scanner.scan(new byte[10])).as("the next one").isEqualTo(new Scan.Clean());
  }

  @Test
  void aDaemonThatIsGoneHasSeenNothing() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    Duration soon = Duration.ofSeconds(1);
    assertThat(new ClamdScanner("127.0.0.1", nobody, soon, soon).scan(new byte[10]))
        .isInstanceOf(Scan.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamd", "clamd:", "clamd:0", "clamd:70000", ":3310", "a b:3310"})
  void anAddressThatIsNoneEndsTheStart(String address) {
    assertThatThrownBy(() -> new ScannerConfiguration().uploadScanner(address))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("QIAO_UPLOAD_SCANNER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamd:3310", " 10.0.0.7:3310 ", "[::1]:3310", "av.internal:3310"})
  void anAddressIsAHostAndAPort(String address) {
    assertThat(new ScannerConfiguration().uploadScanner(address)).isInstanceOf(ClamdScanner.class);
  }
}
