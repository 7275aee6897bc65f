package dev.qiao.model;

import java.util.UUID;

/** Ledger time: the later of the clock and the latest time on all that a request is about. */
final class LedgerClock {
  private final View view;
  private long at;

  LedgerClock(View view, long clock) {
    this.view = view;
    this.at = clock;
  }

  long at(Ask ask) {
    switch (ask) {
      case Ask.Post post -> {
        post.legs().forEach(leg -> accounts(leg.debit(), leg.credit()));
        post.uses().forEach(use -> allowance(use.allowance()));
      }
      case Ask.Hold hold -> {
        accounts(hold.account());
        hold.uses().forEach(use -> allowance(use.allowance()));
      }
      case Ask.Increase increase -> {
        hold(increase.hold());
        increase.uses().forEach(use -> allowance(use.allowance()));
      }
      case Ask.Capture capture -> {
        hold(capture.hold());
        capture.shares().forEach(share -> accounts(share.credit()));
      }
      case Ask.Release release -> hold(release.hold());
      case Ask.Expire expire -> hold(expire.hold());
      case Ask.Reverse reverse -> posting(reverse.of());
    }
    return at;
  }

  private void posting(UUID id) {
    PostingRow posting = view.posting(id);
    if (posting != null && !posting.isReversal() && !posting.legs().isEmpty()) {
      posting.legs().forEach(leg -> accounts(leg.debit(), leg.credit()));
      if (posting.hold() == null) {
        posting.took().stream()
            .filter(took -> took.amount() > 0)
            .forEach(took -> allowance(took.allowance()));
      } else {
        view.hold(posting.hold()).took().forEach(took -> allowance(took.allowance()));
      }
    }
  }

  private void hold(UUID id) {
    HoldRow hold = view.hold(id);
    if (hold != null) {
      accounts(hold.account());
      hold.took().forEach(took -> allowance(took.allowance()));
    }
  }

  private void accounts(long... numbers) {
    for (long number : numbers) {
      AccountRow account = view.account(number);
      at = account == null ? at : Math.max(at, account.touchedAt());
    }
  }

  private void allowance(long number) {
    AllowanceRow allowance = view.allowance(number);
    at = allowance == null ? at : Math.max(at, allowance.touchedAt());
  }
}
