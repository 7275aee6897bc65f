package dev.qiao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where, with what, and how was measured.
 *
 * @param loadBefore how many processes wanted a core in the minute before; negative where unknown
 * @param postgres PostgreSQL's settings
 * @param yardstick its command, or its name
 */
record Setting(
    Options options,
    int cores,
    String system,
    String java,
    double loadBefore,
    Map<String, String> postgres,
    Optional<String> yardstick) {

  static Setting of(Options options, BenchServer server, Optional<Yardstick> yardstick)
      throws SQLException {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return new Setting(
        options,
        system.getAvailableProcessors(),
        system.getName() + " " + system.getArch(),
        Runtime.version().toString(),
        system.getSystemLoadAverage(),
        server.settings(),
        yardstick.map(one -> one.command().orElse(one.name())));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Report.said(
            "%d cores, %s, Java %s; load before: %.2f%s",
            cores, system, java, loadBefore, isQuiet() ? "" : " (not quiet: figures will be low)"));
    StringBuilder settings = new StringBuilder("PostgreSQL");
    postgres.forEach((name, value) -> settings.append(' ').append(name).append('=').append(value));
    lines.add(settings.toString());
    lines.add(
        Report.said(
            "%,d accounts, at most %,d commands in flight, %d s each after %d s of warm-up, %d rounds, "
                + "%,d account states remembered at most, a fresh database for each run",
            options.accounts(),
            Options.IN_FLIGHT_MAX,
            options.seconds(),
            options.warmUpSeconds(),
            options.rounds(),
            Book.REMEMBERED_MAX));
    lines.add("yardstick: " + yardstick.orElse("none") + " at scale " + options.scale());
    return lines;
  }

  private boolean isQuiet() {
    return loadBefore < cores / 2.0;
  }
}
