package dev.qiao.postgres;

import dev.qiao.postgres.DatabaseAddress.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Properties;

/** Looks whether a database may hold money: new enough, durable, reachable, by the right role. */
public final class DatabaseCheck {
  private static final int VERSION_MIN = 180000;
  private static final int WAIT_SECONDS = 5;

  /** How far the clocks of this machine and of the database may be apart. */
  public static final Duration APART_MAX = Duration.ofMinutes(1);

  /** What was found, in order of precedence; {@code line} says it to the person who starts us. */
  public sealed interface Verdict {
    String line();

    record Unreachable(String url, String why) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " cannot be reached: " + why;
      }
    }

    record WrongPassword(String url, String user) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " refuses the name or password of " + user + ".";
      }
    }

    record Missing(String url) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " does not exist: create it first.";
      }
    }

    record TooOld(String url, String version) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " is PostgreSQL " + version + ": 18 or newer is needed.";
      }
    }

    record WrongRole(String url, String user, String needed) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " is opened as " + user + ": it has to be " + needed + ".";
      }
    }

    record NotDurable(String url, String setting) implements Verdict {
      @Override
      public String line() {
        return "The database " + url + " has " + setting + " off: switch it on, or money is lost.";
      }
    }

    /**
     * The clocks differ by more than a minute.
     *
     * @param aheadSeconds of this machine's, before the database's; negative when it is behind
     */
    record OtherTime(String url, long aheadSeconds) implements Verdict {
      @Override
      public String line() {
        return "The clock of this machine is "
            + Math.abs(aheadSeconds)
            + " s "
            + (aheadSeconds < 0 ? "behind" : "ahead of")
            + " that of the database "
            + url
            + ": set both by the same time servers.";
      }
    }

    record Fit(String version) implements Verdict {
      @Override
      public String line() {
        return "PostgreSQL " + version;
      }
    }
  }

  /** Connects once as the login and judges. The role has to be the one that is needed. */
  public static Verdict check(Login login, String neededRole) {
    return check(login, neededRole, InstantSource.system());
  }

  static Verdict check(Login login, String neededRole, InstantSource clock) {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("connectTimeout", "" + WAIT_SECONDS);
    properties.setProperty("loginTimeout", "" + WAIT_SECONDS);
    properties.setProperty("socketTimeout", "" + WAIT_SECONDS);
    try (Connection connection = DriverManager.getConnection(login.url(), properties);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select current_user,
                       current_setting('server_version_num')::int,
                       current_setting('server_version'),
                       current_setting('fsync'),
                       current_setting('full_page_writes'),
                       current_setting('synchronous_commit'),
                       clock_timestamp()
                """)) {
      row.next();
      return judge(login, neededRole, clock.instant(), row);
    } catch (SQLException failure) {
      return refused(login, failure);
    }
  }

  private static Verdict judge(Login login, String neededRole, Instant now, ResultSet row)
      throws SQLException {
    if (row.getInt(2) < VERSION_MIN) {
      return new Verdict.TooOld(login.url(), row.getString(3));
    }
    if (!row.getString(1).equals(neededRole)) {
      return new Verdict.WrongRole(login.url(), row.getString(1), neededRole);
    }
    if (!row.getString(4).equals("on")) {
      return new Verdict.NotDurable(login.url(), "fsync");
    }
    if (!row.getString(5).equals("on")) {
      return new Verdict.NotDurable(login.url(), "full_page_writes");
    }
    // "local" still writes to this machine's disk before it answers; only "off" does not.
    if (row.getString(6).equals("off")) {
      return new Verdict.NotDurable(login.url(), "synchronous_commit");
    }
    // What is posted by a clock that is ahead moves time on for whatever it touches.
    Duration ahead = Duration.between(row.getObject(7, OffsetDateTime.class).toInstant(), now);
    if (ahead.abs().compareTo(APART_MAX) > 0) {
      return new Verdict.OtherTime(login.url(), ahead.toSeconds());
    }
    return new Verdict.Fit(row.getString(3));
  }

  private static Verdict refused(Login login, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "28P01", "28000" -> new Verdict.WrongPassword(login.url(), login.user());
      // The driver's own complaint when a password is asked for and none was given.
      case "08004" -> new Verdict.WrongPassword(login.url(), login.user());
      case "3D000" -> new Verdict.Missing(login.url());
      default -> new Verdict.Unreachable(login.url(), oneLine(failure));
    };
  }

  private static String oneLine(SQLException failure) {
    return failure.getMessage().lines().findFirst().orElse("no answer");
  }

  private DatabaseCheck() {}
}
