package dev.qiao.database;

import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.DatabaseCheck;
import dev.qiao.postgres.DatabaseCheck.Verdict;
import dev.qiao.postgres.EmbeddedPostgres;
import java.util.Optional;

/** A database that was looked at and may hold money: the embedded one, started, or a given one. */
record OpenDatabase(Login owner, Login app, Optional<EmbeddedPostgres> embedded)
    implements AutoCloseable {

  /**
   * @throws StartRefused when it may not hold money
   * @throws dev.qiao.postgres.PostgresException when the embedded one does not start
   */
  static OpenDatabase open(DatabaseSettings settings) {
    var urls = settings.database();
    OpenDatabase database =
        urls.url().isBlank() && urls.ownerUrl().isBlank() ? embedded(settings) : given(settings);
    try {
      database.check();
      return database;
    } catch (RuntimeException refusal) {
      database.close();
      throw refusal;
    }
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }

  private static OpenDatabase embedded(DatabaseSettings settings) {
    if (settings.fresh()) {
      EmbeddedPostgres.wipe(settings.data());
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.data());
    DatabaseAddress address = postgres.address();
    return new OpenDatabase(
        new Login(address.url(), address.ownerUser(), address.ownerPassword()),
        new Login(address.url(), address.appUser(), address.appPassword()),
        Optional.of(postgres));
  }

  private static OpenDatabase given(DatabaseSettings settings) {
    if (settings.fresh()) {
      throw new StartRefused("--fresh wipes a data folder only, not a database given by its URL.");
    }
    boolean plain = settings.database().plain();
    return new OpenDatabase(
        login(settings.database().ownerUrl(), "QIAO_DATABASE_OWNER_URL", plain),
        login(settings.database().url(), "QIAO_DATABASE_URL", plain),
        Optional.empty());
  }

  private static Login login(String url, String name, boolean plain) {
    if (url.isBlank()) {
      throw new StartRefused(
          name + " is missing: both it and the other database URL are needed, one for each role.");
    }
    Login login =
        DatabaseAddress.parse(url)
            .orElseThrow(
                () ->
                    new StartRefused(
                        name + " has to look like postgresql://user:password@host:5432/database."));
    if (!plain && !login.isOnThisMachine() && !login.demandsTls()) {
      throw new StartRefused(
          name
              + " leads to another machine without TLS: end it with ?sslmode=verify-full, or set"
              + " QIAO_DATABASE_PLAIN=true where nobody else is on the wire.");
    }
    return login;
  }

  private void check() {
    check(owner, EmbeddedPostgres.OWNER);
    check(app, EmbeddedPostgres.APP);
  }

  private static void check(Login login, String role) {
    Verdict verdict = DatabaseCheck.check(login, role);
    if (!(verdict instanceof Verdict.Fit)) {
      throw new StartRefused(verdict.line());
    }
  }
}
