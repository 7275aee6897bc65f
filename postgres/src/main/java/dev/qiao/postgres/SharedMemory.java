package dev.qiao.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much of the machine's memory PostgreSQL keeps its pages in. Indexes that do not fit are
 * written out by whoever posts, again and again; what is not used costs nothing.
 */
final class SharedMemory {
  private static final int LEAST_MEGABYTES = 128;
  private static final int MOST_MEGABYTES = 1024;

  /** The rest is for the program, for PostgreSQL's own work and for the system's file cache. */
  private static final int PART = 16;

  private SharedMemory() {}

  /** A sixteenth of the memory of this machine or container, from 128 MB to 1 GB. */
  static int megabytes() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(system.getTotalMemorySize());
  }

  static int of(long totalBytes) {
    return Math.clamp(totalBytes / PART >> 20, LEAST_MEGABYTES, MOST_MEGABYTES);
  }
}
