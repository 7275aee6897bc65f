package dev.qiao.vault;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;

/** A vault for tests that start no server, under a key that nobody keeps. */
public final class TestVault {
  private TestVault() {}

  public static Vaults.Opened open(DataSource source) {
    KeyRing ring = KeyRing.fresh(new SecureRandom());
    return new Vaults(new RingWrapping(() -> ring), InstantSource.system()).open(source);
  }
}
