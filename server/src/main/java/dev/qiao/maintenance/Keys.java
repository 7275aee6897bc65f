package dev.qiao.maintenance;

import dev.qiao.database.StartRefused;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.vault.KeyCustody;
import dev.qiao.vault.KeyCustody.Rewrapped;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes and exchanges key-encryption keys. Each step says in a line what it did. */
record Keys(PrintStream out) {
  /**
   * Takes one step.
   *
   * @param database opened only by the steps that need it
   */
  void take(String step, Path file, Supplier<Login> database) {
    KeyCustody custody = KeyCustody.of(file, System.getenv());
    switch (step) {
      case "new" ->
          out.printf("key: made %s with the key %s; keep a copy of it%n", file, custody.create());
      case "add" ->
          out.printf("key: added %s to %s, which opens only; next: key use%n", custody.add(), file);
      case "use" -> out.printf("key: %s encrypts from now on; next: key rewrap%n", custody.use());
      case "seal" ->
          out.printf("key: %d keys of %s are sealed by the key service%n", custody.seal(), file);
      case "rewrap" -> said(custody.rewrap(source(database.get())));
      case "retire" -> {
        said(custody.retire(source(database.get())));
        out.printf("key: %s holds no other key any more%n", file);
      }
      default -> throw new StartRefused("There is no \"key " + step + "\".");
    }
  }

  private void said(Rewrapped done) {
    out.printf("key: rewrapped %d keys; all are wrapped by %s%n", done.keys(), done.by());
  }

  private static PGSimpleDataSource source(Login app) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(app.url());
    source.setUser(app.user());
    source.setPassword(app.password());
    source.setApplicationName("qiao-key");
    return source;
  }
}
