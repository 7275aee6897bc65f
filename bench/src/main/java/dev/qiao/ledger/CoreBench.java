package dev.qiao.ledger;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How many commands a second the core decides in one thread, and what it allocates for each. */
public final class CoreBench {
  private static final int IMPOSSIBLE = 2;
  private static final int ITERATIONS = 5;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private CoreBench() {}

  /** Takes no options: a line for each mix, measured with JMH and its profiler of allocations. */
  public static void main(String... arguments) throws RunnerException {
    if (arguments.length > 0) {
      System.err.println("qiao: There is no option \"" + arguments[0] + "\" of bench core.");
      System.exit(IMPOSSIBLE);
    }
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(CoreDecisions.class.getName())
                    .forks(1)
                    .warmupIterations(ITERATIONS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TimeValue.seconds(2))
                    .addProfiler(GCProfiler.class)
                    .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    results.forEach(result -> System.out.println(line(result)));
  }

  private static String line(RunResult result) {
    return String.format(
        Locale.ROOT,
        "core: %.2f million commands/s in one thread, %.0f bytes a command, %s",
        result.getPrimaryResult().getScore() / 1e6,
        result.getSecondaryResults().get(ALLOCATED).getScore(),
        result.getParams().getParam("mix"));
  }
}
