package dev.qiao.attack;

import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Permission;
import dev.qiao.identity.StaffPermission;
import dev.qiao.identity.StaffRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The committed table of who may do what: {@code docs/reference/privileges.md}. */
final class Privileges {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
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

  /** Whether being signed in to its app is not enough for an operation. */
  static boolean needsPermission(Operation operation) {
    return operation.path().matches("/v1/(operations|merchant)(/.*)?");
  }

  static String text() {
    try {
      return Files.readString(PAGE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void write() throws IOException {
    Files.writeString(PAGE, generated());
  }

  /**
   * The page as it must be: its words and the rows of operations that need no permission as they
   * are, all others made from the permissions that roles have.
   */
  static String generated() {
    String page = text();
    String lead = page.substring(0, page.indexOf("| operation |"));
    return lead + operationTable() + "\n" + permissionTables();
  }

  private static String operationTable() {
    Map<String, Map<Role, Right>> table = read();
    StringBuilder text = new StringBuilder(head("operation", List.of(Role.values())));
    Api.operations().stream()
        .filter(one -> needsPermission(one) || table.containsKey(one.toString()))
        .sorted(
            Comparator.comparing(Operation::path)
                .thenComparing(one -> METHODS.indexOf(one.method())))
        .forEach(
            one ->
                text.append("| `%s` |".formatted(one))
                    .append(
                        Stream.of(Role.values())
                            .map(
                                role ->
                                    needsPermission(one)
                                        ? right(role, one.permission())
                                        : table.get(one.toString()).get(role))
                            .map(right -> " " + cell(right) + " |")
                            .collect(Collectors.joining()))
                    .append('\n'));
    return text.toString();
  }

  private static String permissionTables() {
    return """
        ## What operators may do

        Each role has what is marked; each operation of the console names one permission, and one without is refused to all. A second
        operator who decides a proposal needs `proposals.decide` and the permission of its kind.

        """
        + permissionTable(
            Stream.of(Permission.values()).map(Permission::text).toList(),
            Stream.of(OperatorRole.values()).map(role -> Role.valueOf(role.name())).toList())
        + """

        ## What staff may do

        A cashier sees today's payments, where they are bound to a store only that one's, and gives back at most what was set for them a day.

        """
        + permissionTable(
            Stream.of(StaffPermission.values()).map(StaffPermission::text).toList(),
            Stream.of(StaffRole.values()).map(role -> Role.valueOf(role.name())).toList());
  }

  private static String permissionTable(List<String> permissions, List<Role> roles) {
    List<Role> ordered = roles.stream().sorted().toList();
    return head("permission", ordered)
        + permissions.stream()
            .map(
                permission ->
                    "| `%s` |".formatted(permission)
                        + ordered.stream()
                            .map(role -> right(role, permission) == Right.YES ? " yes |" : " |")
                            .collect(Collectors.joining())
                        + "\n")
            .collect(Collectors.joining());
  }

  private static String head(String first, List<Role> roles) {
    return "| "
        + first
        + " |"
        + roles.stream()
            .map(role -> " " + role.name().toLowerCase(Locale.ROOT) + " |")
            .collect(Collectors.joining())
        + "\n|---|"
        + "---|".repeat(roles.size())
        + "\n";
  }

  private static Right right(Role role, String permission) {
    boolean has =
        switch (role) {
          case NOBODY, PERSON -> false;
          case CASHIER, MANAGER, OWNER ->
              StaffRole.valueOf(role.name()).permissions().stream()
                  .anyMatch(one -> one.text().equals(permission));
          case SUPPORT, RISK, FINANCE, COMPLIANCE, ADMINISTRATOR ->
              OperatorRole.valueOf(role.name()).permissions().stream()
                  .anyMatch(one -> one.text().equals(permission));
        };
    if (has) {
      return Right.YES;
    }
    return role == Role.NOBODY ? Right.SIGN_IN : Right.NO;
  }

  private static String cell(Right right) {
    return switch (right) {
      case YES -> "yes";
      case SIGN_IN -> "401";
      case NO -> "403";
    };
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
          .dropWhile(line -> !line.startsWith("| operation"))
          .takeWhile(line -> line.startsWith("|"))
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
