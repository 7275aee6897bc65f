package dev.qiao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of all rounds, and what they were measured with, for programs. */
final class Json {
  private Json() {}

  static void write(Path file, Setting setting, Results results, List<Gate> gates)
      throws IOException {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("summary", Report.closing(results));
    whole.put("setting", setting(setting));
    whole.put("in_flight_max", Options.IN_FLIGHT_MAX);
    whole.put("yardstick", results.yardstick().orElse(null));
    whole.put(
        "yardstick_per_second",
        results.yardstickPaces().stream().map(Yardstick.Pace::perSecond).toList());
    whole.put(
        "yardstick_alone_mean_ms",
        results.yardstickPacesAlone().stream().map(Yardstick.Pace::meanMillis).toList());
    whole.put("runs", results.samples().stream().map(Json::sample).toList());
    whole.put("medians", medians(results));
    whole.put("gates", gates.stream().map(Json::gate).toList());
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), whole);
  }

  private static Map<String, Object> setting(Setting setting) {
    Options options = setting.options();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("cores", setting.cores());
    found.put("system", setting.system());
    found.put("java", setting.java());
    found.put("load_before", setting.loadBefore());
    found.put("postgres", setting.postgres());
    found.put("yardstick_command", setting.yardstick().orElse(null));
    found.put("yardstick_scale", options.scale());
    found.put("seconds", options.seconds());
    found.put("warm_up_seconds", options.warmUpSeconds());
    found.put("rounds", options.rounds());
    found.put("accounts", options.accounts());
    found.put("accounts_remembered_max", Book.REMEMBERED_MAX);
    found.put("preload", options.preload());
    found.put("months", options.months());
    found.put("scenarios", options.scenarios().stream().map(one -> one.code).toList());
    return found;
  }

  private static Map<String, Object> sample(Sample sample) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("scenario", sample.scenario().code);
    found.put("round", sample.round());
    found.put("postings_per_second", sample.postedPerSecond());
    found.put("accepted_per_second", sample.acceptedPerSecond());
    found.put("committed_per_second", sample.committedPerSecond());
    found.put("p50_ms", sample.p50Millis());
    found.put("p99_ms", sample.p99Millis());
    found.put("mean_ms", sample.meanMillis());
    found.put("bytes_per_command", sample.bytes());
    found.put("posted", sample.posted());
    found.put("refused", sample.refused());
    found.put("failed", sample.failed());
    found.put("first_failure", sample.firstFailure().orElse(null));
    found.put("audit", sample.audit());
    found.put("differences", sample.differences());
    return found;
  }

  private static Map<String, Double> medians(Results results) {
    return results.samples().stream()
        .map(Sample::scenario)
        .distinct()
        .collect(
            Collectors.toMap(
                one -> one.code,
                one -> results.perSecond(one).orElseThrow(),
                (first, _) -> first,
                TreeMap::new));
  }

  private static Map<String, Object> gate(Gate gate) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("name", gate.name());
    found.put("limit", gate.limit());
    found.put("figure", gate.figure().orElseThrow());
    found.put("passed", gate.verdict().orElse(null));
    return found;
  }
}
