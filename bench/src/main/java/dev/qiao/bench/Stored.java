package dev.qiao.bench;

import dev.qiao.ledger.AuditReport;
import dev.qiao.postgres.DatabaseAddress;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The database in which many postings are stored. */
final class Stored {
  private static final String DATABASE = "bench_stored";

  private Stored() {}

  /** What is there is not what was asked for. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String line) {
      super(line);
    }
  }

  /** Stores them, unless an earlier run has; an interrupted one is begun anew. */
  static void prepare(BenchServer server, Options options, PrintStream out) throws Exception {
    if (server.admin().exists(DATABASE)) {
      var found = PreloadTables.finished(server.admin().address(DATABASE));
      var wanted = new PreloadTables.Finished(options.preload(), options.months());
      if (found.equals(Optional.of(wanted))) {
        out.println("preloaded before: " + wanted.said());
        return;
      }
      if (found.isPresent()) {
        throw new Unfit(
            "There are %s preloaded, not %s: use another folder with --data."
                .formatted(found.get().said(), wanted.said()));
      }
    }
    DatabaseAddress address = server.admin().create(DATABASE);
    long begin = System.nanoTime();
    try (Book book = Book.open(address, options.accounts())) {
      new Preload(
              options.preload(),
              options.months(),
              options.accounts(),
              book.account(0).number(),
              Instant.now())
          .store(address);
      double took = (System.nanoTime() - begin) / 1e9;
      AuditReport audit = book.audit();
      out.println(
          Report.said(
              "preloaded %,d postings in %.0f s; %s", options.preload(), took, audit.summary()));
      if (!audit.clean()) {
        throw new IllegalStateException(audit.differences().getFirst().toString());
      }
      PreloadTables.finish(
          address, new PreloadTables.Finished(options.preload(), options.months()));
    }
  }

  static Book open(BenchServer server, Options options) throws SQLException {
    return Book.open(server.admin().address(DATABASE), options.accounts());
  }
}
