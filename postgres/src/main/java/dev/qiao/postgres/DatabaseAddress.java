package dev.qiao.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, and how its two roles sign in: the owner migrates, the app serves requests.
 *
 * @param url a JDBC URL without credentials
 */
public record DatabaseAddress(
    String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {

  /**
   * Reads one role's URL: {@code postgresql://user:password@host:port/name}, with or without {@code
   * jdbc:} in front, or with {@code ?user=…&password=…} behind. Empty when it is none of these.
   */
  public static Optional<Login> parse(String text) {
    String plain = text.startsWith("jdbc:") ? text.substring(5) : text;
    plain = plain.replaceFirst("^postgres://", "postgresql://");
    if (!plain.startsWith("postgresql://")) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = URI.create(plain);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      return Optional.empty();
    }
    return Optional.of(login(uri));
  }

  private static Login login(URI uri) {
    String user = "";
    String password = "";
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decoded(parts[0].replace("+", "%2B"));
      password = parts.length < 2 ? "" : decoded(parts[1].replace("+", "%2B"));
    }
    StringBuilder rest = new StringBuilder();
    for (String pair : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
      if (pair.startsWith("user=")) {
        user = decoded(pair.substring(5));
      } else if (pair.startsWith("password=")) {
        password = decoded(pair.substring(9));
      } else if (!pair.isEmpty()) {
        rest.append(rest.isEmpty() ? '?' : '&').append(pair);
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + rest;
    return new Login(url, user, password);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** One role's way in. */
  public record Login(String url, String user, String password) {
    private static final Pattern HOST = Pattern.compile("^jdbc:postgresql://(\\[[^]]*]|[^/:?]*)");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");

    /** Whether what is said to the database leaves the machine. */
    public boolean isOnThisMachine() {
      Matcher host = HOST.matcher(url);
      return host.find()
          && host.group(1).matches("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
    }

    /** Whether the driver goes away rather than speak in the clear. */
    public boolean demandsTls() {
      List<String> modes = SSL_MODE.matcher(url).results().map(mode -> mode.group(1)).toList();
      return !modes.isEmpty() && List.of("require", "verify-ca", "verify-full").containsAll(modes);
    }

    @Override
    public String toString() {
      return url + " as " + user;
    }
  }

  /** Says where and who, never the passwords. */
  @Override
  public String toString() {
    return url + " as " + appUser + " (owner " + ownerUser + ")";
  }
}
