package dev.qiao.bench;

import dev.qiao.postgres.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own pgbench. */
record Pgbench(Path program, DatabaseAddress address) implements Yardstick {
  private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** On the path, or where Debian's packages have it, the newest first. */
  static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Arrays.stream(path.split(":")).filter(folder -> !folder.isEmpty()).map(Path::of),
            debian().stream())
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Path> debian() {
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .sorted(Comparator.comparingInt(Pgbench::version).reversed())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static int version(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
  }

  @Override
  public String name() {
    return "pgbench";
  }

  @Override
  public boolean isJudge() {
    return true;
  }

  @Override
  public Optional<String> command() {
    return Optional.of(
        "%s -M prepared -c %d -j %d".formatted(program, Options.CLIENTS, threads(Options.CLIENTS)));
  }

  @Override
  public void fill(int scale) throws IOException, InterruptedException {
    said("-i", "-q", "-s", "" + scale);
  }

  @Override
  public Pace run(int clients, int seconds) throws IOException, InterruptedException {
    String said =
        said("-M", "prepared", "-c", "" + clients, "-j", "" + threads(clients), "-T", "" + seconds);
    return new Pace(figure(PER_SECOND, said), figure(LATENCY, said));
  }

  private static int threads(int clients) {
    return Math.min(clients, 2);
  }

  private static double figure(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("pgbench said: " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private String said(String... options) throws IOException, InterruptedException {
    URI url = URI.create(address.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-h", url.getHost(), "-p", "" + url.getPort()));
    command.addAll(List.of("-U", address.ownerUser(), url.getPath().substring(1)));
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
