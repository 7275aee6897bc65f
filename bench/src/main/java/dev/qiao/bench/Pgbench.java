package dev.qiao.bench;

import dev.qiao.postgres.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The yardstick: TPC-B by PostgreSQL's own pgbench, on the same server. */
record Pgbench(String program, DatabaseAddress address) {
  private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

  void fill(int scale) throws IOException, InterruptedException {
    run("-i", "-q", "-s", String.valueOf(scale));
  }

  /** Transactions per second. */
  double run(int clients, int seconds) throws IOException, InterruptedException {
    String said =
        run(
            "-M",
            "prepared",
            "-c",
            "" + clients,
            "-j",
            "" + Math.min(clients, 2),
            "-T",
            "" + seconds);
    Matcher found = PER_SECOND.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("pgbench said: " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private String run(String... options) throws IOException, InterruptedException {
    URI url = URI.create(address.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-h",
            url.getHost(),
            "-p",
            "" + url.getPort(),
            "-U",
            address.ownerUser(),
            url.getPath().substring(1)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", address.ownerPassword());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("pgbench failed: " + said);
    }
    return said;
  }
}
