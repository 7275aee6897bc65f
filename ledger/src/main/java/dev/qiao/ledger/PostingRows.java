package dev.qiao.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of what was decided, each posting with its first leg, ready to be written. */
record PostingRows(CopyRows postings, CopyRows legs, CopyRows changes, CopyRows uses) {

  static PostingRows of(List<Row> rows) {
    CopyRows postings = new CopyRows();
    CopyRows legs = new CopyRows();
    CopyRows changes = new CopyRows();
    CopyRows uses = new CopyRows();
    for (Row row : rows) {
      Header header = row.header();
      List<Step> steps =
          row.decision() instanceof Decision.Accepted accepted ? accepted.steps() : List.of();
      postings.row(21);
      header(postings, row);
      int number = 0;
      for (Step step : steps) {
        switch (step) {
          case Step.HeldBy held -> change(changes, header, held);
          case Step.Moved moved -> {
            number++;
            if (number == 1) {
              firstLeg(postings, moved);
            } else {
              leg(legs, header, number, moved);
            }
          }
        }
      }
      if (number == 0) {
        postings.none(9);
      }
      if (row.decision() instanceof Decision.Accepted accepted) {
        uses(uses, header, accepted.used());
      }
    }
    return new PostingRows(postings, legs, changes, uses);
  }

  void send(Connection connection) throws SQLException {
    postings.send(
        connection,
        """
        copy ledger.posting
          (id, at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene, attributes,
            debit, credit, amount, debit_sequence, debit_posted, debit_held,
            credit_sequence, credit_posted, credit_held)
        from stdin (format binary)
        """);
    legs.send(
        connection,
        """
        copy ledger.leg
          (posting, number, hold, debit, credit, amount, debit_sequence, debit_posted, debit_held,
            credit_sequence, credit_posted, credit_held)
        from stdin (format binary)
        """);
    changes.send(
        connection,
        """
        copy ledger.hold_change (posting, hold, account, amount, sequence, posted, held)
        from stdin (format binary)
        """);
    uses.send(
        connection,
        """
        copy ledger.allowance_use (posting, number, allowance, window_start, amount, hold)
        from stdin (format binary)
        """);
  }

  private static void header(CopyRows rows, Row row) {
    Header header = row.header();
    String refusal =
        row.decision() instanceof Decision.Declined declined ? declined.reason().code() : null;
    rows.uuid(header.id().value())
        .time(row.decision().at())
        .bytes(row.digest())
        .uuid(header.hold().map(HoldId::value).orElse(null))
        .uuid(header.of().map(PostingId::value).orElse(null))
        .uuid(header.channel().orElse(null))
        .text(header.verb().code())
        .text(refusal)
        .text(header.kind())
        .text(header.reference())
        .text(header.scene().orElse(null))
        .json(header.attributes().isEmpty() ? null : JsonText.of(header.attributes()));
  }

  private static void firstLeg(CopyRows rows, Step.Moved leg) {
    rows.int8(leg.debit())
        .int8(leg.credit())
        .int8(leg.amount())
        .int8(leg.debitSequence())
        .int8(leg.debitPosted())
        .int8OrNull(leg.debitHeld())
        .int8(leg.creditSequence())
        .int8(leg.creditPosted())
        .int8OrNull(leg.creditHeld());
  }

  private static void leg(CopyRows rows, Header header, int number, Step.Moved leg) {
    rows.row(12)
        .uuid(header.id().value())
        .int2(number)
        .uuid(leg.hold() == null ? null : leg.hold().value())
        .int8(leg.debit())
        .int8(leg.credit())
        .int8(leg.amount())
        .int8(leg.debitSequence())
        .int8(leg.debitPosted())
        .int8(leg.debitHeld())
        .int8(leg.creditSequence())
        .int8(leg.creditPosted())
        .int8(leg.creditHeld());
  }

  private static void change(CopyRows rows, Header header, Step.HeldBy step) {
    rows.row(7)
        .uuid(header.id().value())
        .uuid(step.hold().value())
        .int8(step.account())
        .int8(step.change())
        .int8(step.sequence())
        .int8(step.posted())
        .int8(step.held());
  }

  private static void uses(CopyRows rows, Header header, List<Used> all) {
    int number = 0;
    for (Used used : all) {
      rows.row(6)
          .uuid(header.id().value())
          .int2(++number)
          .int8(used.allowance())
          .int8(used.windowStart())
          .int8(used.amount())
          .uuid(used.hold() == null ? null : used.hold().value());
    }
  }
}
