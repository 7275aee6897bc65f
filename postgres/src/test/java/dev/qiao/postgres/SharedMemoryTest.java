package dev.qiao.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedMemoryTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void isASixteenthOfTheMachine() {
    assertThat(SharedMemory.of(4 * GIGABYTE)).isEqualTo(256);
    assertThat(SharedMemory.of(8 * GIGABYTE)).isEqualTo(512);
  }

  @Test
  void isNeverLessThanPostgresqlStartsWithNorMoreThanWasMeasuredToHelp() {
    assertThat(SharedMemory.of(GIGABYTE)).isEqualTo(128);
    assertThat(SharedMemory.of(512 * GIGABYTE)).isEqualTo(1024);
  }
}
