package dev.qiao.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The committed table of who may do what: {@code docs/reference/privileges.md}. */
final class Privileges {
  private static final Path PAGE = Path.of("../docs/reference/privileges.md");

  /** What a role is told. */
  enum Right {
    YES,

    /** 401 {@code session_required}. */
    SIGN_IN,

    /** 403 {@code not_permitted}. */
    NO
  }

  private Privileges() {}

  /** By the operation as {@code GET /v1/wallet}. */
  static Map<String, Map<Role, Right>> read() {
    List<List<String>> rows = rows();
    List<Role> roles =
        rows.getFirst().stream().skip(1).map(n -> Role.find(n).orElseThrow()).toList();
    Map<String, Map<Role, Right>> table = new LinkedHashMap<>();
    for (List<String> row : rows.subList(2, rows.size())) {
      Map<Role, Right> rights = new EnumMap<>(Role.class);
      for (int i = 0; i < roles.size(); i++) {
        rights.put(roles.get(i), right(row.get(i + 1)));
      }
      table.put(row.getFirst().replace("`", ""), rights);
    }
    return table;
  }

  /** Somebody who may, with as little power as possible; empty when nobody may. */
  static Optional<Role> least(Operation operation) {
    Map<Role, Right> rights = read().getOrDefault(operation.toString(), Map.of());
    return Stream.of(Role.values()).filter(role -> rights.get(role) == Right.YES).findFirst();
  }

  private static Right right(String cell) {
    return switch (cell) {
      case "yes" -> Right.YES;
      case "401" -> Right.SIGN_IN;
      case "403" -> Right.NO;
      default -> throw new IllegalStateException("No right: " + cell);
    };
  }

  private static List<List<String>> rows() {
    try (Stream<String> lines = Files.lines(PAGE)) {
      List<List<String>> rows = new ArrayList<>();
      lines
          .filter(line -> line.startsWith("|"))
          .forEach(
              line ->
                  rows.add(
                      Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                          .map(String::strip)
                          .toList()));
      return rows;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
