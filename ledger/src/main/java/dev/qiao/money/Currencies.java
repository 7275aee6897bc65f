package dev.qiao.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;

/** The exponents of the ISO 4217 currencies by code, in use and withdrawn. */
final class Currencies {
  static final Map<String, Integer> EXPONENTS = read();

  private Currencies() {}

  private static Map<String, Integer> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Currencies.class.getResourceAsStream("iso4217.txt"), UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .collect(toUnmodifiableMap(field -> field[0], field -> Integer.valueOf(field[1])));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
