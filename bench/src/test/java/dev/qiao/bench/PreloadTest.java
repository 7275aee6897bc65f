package dev.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is preloaded is what the ledger would have stored. */
class PreloadTest {
  private static final Unit CNY = Unit.of("CNY");
  private final DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();

  @ParameterizedTest
  @CsvSource({"5000,12,100", "37,12,100", "1200,12,100", "999,12,10", "1200,1,100", "1200,5,100"})
  void standsTheAudit(int postings, int months, int accounts) throws Exception {
    try (Book book = preloaded(postings, months, accounts)) {
      var audit = book.audit();

      assertThat(audit.differences()).isEmpty();
      assertThat(audit.postings()).isEqualTo(postings);
    }
  }

  @Test
  void liesInTheMonthsOfItsIds() throws Exception {
    try (Book book = preloaded(1_200, 12, 100)) {
      List<Long> counts =
          list(
              book,
              "select count(*) from ledger.posting group by tableoid order by 1",
              row -> row.getLong(1));

      assertThat(counts).hasSize(12).containsOnly(100L);
      assertThat(list(book, "select 1 from ledger.posting_first", row -> 1)).isEmpty();
      assertThat(list(book, "select 1 from ledger.posting where at > clock_timestamp()", row -> 1))
          .isEmpty();
    }
  }

  @Test
  void liesInOnePeriodWhenOneMonthIsAskedFor() throws Exception {
    try (Book book = preloaded(1_200, 1, 100)) {
      assertThat(
              list(
                  book,
                  "select count(*) from ledger.posting group by tableoid",
                  row -> row.getLong(1)))
          .containsExactly(1_200L);
    }
  }

  @Test
  void answersWithWhatIsStoredWhenAskedAgain() throws Exception {
    try (Book book = preloaded(1_200, 12, 100)) {
      List<Posting> stored =
          list(
              book,
              """
              select id, kind, reference, debit, credit, amount
              from ledger.posting
              where debit % 7 = 0
              """,
              PreloadTest::posting);

      assertThat(stored).hasSizeGreaterThan(100);
      assertThat(stored.stream().map(one -> book.ledger().post(one)))
          .allMatch(result -> result instanceof Replayed(PostResult.Posted _));
    }
  }

  @Test
  void goesOnWhereItStands() throws Exception {
    try (Book book = preloaded(1_250, 12, 100);
        Works works = new Works(book)) {
      Measured measured = new Load(64, 0).run(0.3, works.of(Scenario.STORED, 1));

      assertThat(measured.posted()).isPositive();
      assertThat(measured.refused() + measured.failed()).isZero();
      assertThat(book.audit().differences()).isEmpty();
    }
  }

  private Book preloaded(int postings, int months, int accounts) throws Exception {
    Book book = Book.open(address, accounts);
    new Preload(postings, months, accounts, book.account(0).number(), Instant.now()).store(address);
    return book;
  }

  private static Posting posting(ResultSet row) throws SQLException {
    return Posting.of(
            new PostingId(row.getObject("id", UUID.class)),
            row.getString("kind"),
            row.getString("reference"))
        .leg(
            new AccountId(row.getLong("debit")),
            new AccountId(row.getLong("credit")),
            Money.of(row.getLong("amount"), CNY))
        .build();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> list(Book book, String sql, Reading<T> reading) throws SQLException {
    List<T> found = new ArrayList<>();
    try (Connection connection = book.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(reading.of(row));
      }
    }
    return found;
  }
}
