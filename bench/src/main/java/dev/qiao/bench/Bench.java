package dev.qiao.bench;

import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.AuditReport.Difference;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Measures all that was asked for, in rounds: the yardstick, then each scenario. */
final class Bench {
  private static final String RUN = "bench_run";
  private static final int WARM_UP_SECONDS = 5;
  private static final int ALONE_SECONDS_MAX = 10;

  /** Beyond it, an audit of all after each run would take longer than the runs. */
  private static final int AUDITED_WHOLE_MAX = 2_000_000;

  private final Options options;
  private final BenchServer server;
  private final Optional<Yardstick> yardstick;
  private final PrintStream out;
  private final Results results;

  Bench(Options options, BenchServer server, Optional<Yardstick> yardstick, PrintStream out) {
    this.options = options;
    this.server = server;
    this.yardstick = yardstick;
    this.out = out;
    this.results =
        new Results(
            yardstick.map(Yardstick::name), yardstick.map(Yardstick::isJudge).orElse(false));
  }

  Results run() throws Exception {
    if (yardstick.isPresent()) {
      yardstick.get().fill(options.scale());
    }
    if (options.preload() > 0) {
      Stored.prepare(server, options, out);
    }
    warmUp();
    for (int round = 1; round <= options.rounds(); round++) {
      out.println("round " + round);
      round(round);
    }
    if (options.has(Scenario.HALF)) {
      measureFresh(Scenario.HALF, options.rounds());
    }
    return results;
  }

  /** Lets Java compile what is used, once, on a database that is thrown away. */
  private void warmUp() throws Exception {
    if (options.warmUpSeconds() > 0) {
      try (Book book = fresh(Scenario.UNIFORM);
          Works works = new Works(book)) {
        Load.rush().run(WARM_UP_SECONDS, works.of(Scenario.UNIFORM, WARM_UP_SECONDS));
      }
    }
  }

  private void round(int round) throws Exception {
    if (yardstick.isPresent() && options.scenarios().stream().anyMatch(Scenario::isRush)) {
      server.admin().checkpoint();
      var pace = yardstick.get().run(Options.CLIENTS, options.seconds());
      results.addYardstick(pace);
      out.println(
          Report.said("%-10s %8.0f transactions/s", yardstick.get().name(), pace.perSecond()));
    }
    for (Scenario scenario : options.scenarios()) {
      if (scenario.isRush()) {
        measureFresh(scenario, round);
        if (scenario == Scenario.UNIFORM && options.preload() > 0) {
          measureStored(round);
        }
      }
    }
    if (options.has(Scenario.ALONE)) {
      if (yardstick.isPresent()) {
        server.admin().checkpoint();
        var pace = yardstick.get().run(1, aloneSeconds());
        results.addYardstickAlone(pace);
        out.println(
            Report.said(
                "%-10s %8.2f ms for one client", yardstick.get().name(), pace.meanMillis()));
      }
      measureFresh(Scenario.ALONE, round);
    }
  }

  private int aloneSeconds() {
    return Math.min(options.seconds(), ALONE_SECONDS_MAX);
  }

  private void measureFresh(Scenario scenario, int round) throws Exception {
    try (Book book = fresh(scenario)) {
      measure(scenario, round, book);
    }
    server.admin().drop(RUN);
  }

  private Book fresh(Scenario scenario) throws SQLException {
    return Book.open(server.admin().create(RUN), scenario.accounts(options.accounts()));
  }

  private void measureStored(int round) throws Exception {
    try (Book book = Stored.open(server, options)) {
      measure(Scenario.STORED, round, book);
    }
  }

  private void measure(Scenario scenario, int round, Book book) throws Exception {
    try (Works works = new Works(book)) {
      int seconds = scenario == Scenario.ALONE ? aloneSeconds() : options.seconds();
      Work work = works.of(scenario, seconds + options.warmUpSeconds());
      server.admin().checkpoint();
      Load load = load(scenario);
      long before = book.bytes();
      Measured warm = load.run(options.warmUpSeconds(), work);
      Measured measured = load.run(seconds, work);
      long stored = warm.commands() + measured.commands();
      long bytes = stored == 0 ? 0 : (book.bytes() - before) / stored;
      add(scenario, round, book, measured, bytes);
    }
  }

  private void add(Scenario scenario, int round, Book book, Measured measured, long bytes)
      throws InterruptedException {
    String audit;
    List<Difference> found;
    if (isSampled(scenario, round)) {
      found = book.auditLatest();
      audit = "audit of the latest commands: " + found.size() + " differences";
    } else {
      AuditReport report = book.audit();
      found = report.differences();
      audit = report.summary();
    }
    Sample sample =
        Sample.of(
            scenario, round, measured, bytes, audit, found.stream().map(Bench::line).toList());
    results.add(sample);
    out.println(Report.line(sample));
    sample.differences().forEach(out::println);
  }

  /** Of what is preloaded, the last audit is whole in any case. */
  private boolean isSampled(Scenario scenario, int round) {
    return scenario == Scenario.STORED
        && options.preload() > AUDITED_WHOLE_MAX
        && round < options.rounds();
  }

  private Load load(Scenario scenario) {
    return switch (scenario) {
      case ALONE -> Load.alone();
      case HALF -> Load.paced(results.perSecond(Scenario.UNIFORM).orElseThrow() / 2);
      case UNIFORM, UNIFORM1M, ZIPF, HOT, ALLOWANCES, HOLDS, COMPANIONS, STORED -> Load.rush();
    };
  }

  private static String line(Difference difference) {
    return "%s: %s should be %d and is %d"
        .formatted(
            difference.subject(), difference.figure(), difference.expected(), difference.actual());
  }
}
