package dev.qiao.model;

import dev.qiao.model.Answer.After;
import dev.qiao.model.Ask.Amount;
import dev.qiao.model.Ask.Leg;
import dev.qiao.model.Ask.Share;
import dev.qiao.model.Ask.Use;
import dev.qiao.model.Request.Guard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What becomes of one request, and what it changes. */
final class Rules {
  private static final long MOST = 9_007_199_254_740_991L;
  private static final long DAY = 24L * 60 * 60 * 1_000_000;
  private static final int LEGS_MOST = 100;

  private final View view;
  private final Request request;
  private final long idsSince;
  private final long at;
  private final Reasons reasons = new Reasons();
  private final Map<Long, AccountRow> accounts = new LinkedHashMap<>();
  private final Map<Long, AllowanceRow> allowances = new LinkedHashMap<>();
  private final Map<Key, Object> others = new LinkedHashMap<>();
  private final List<Leg> legs = new ArrayList<>();
  private final List<Took> took = new ArrayList<>();

  Rules(View view, Request request, long idsSince, long clock) {
    this.view = view;
    this.request = request;
    this.idsSince = idsSince;
    this.at = new LedgerClock(view, clock).at(request.ask());
  }

  /** The answer; what was done is in the view then. */
  Answer answer() {
    id(request.ask().id());
    guards();
    UUID capturedFrom = null;
    boolean isReversal = false;
    switch (request.ask()) {
      case Ask.Post post -> post(post);
      case Ask.Hold hold -> hold(hold);
      case Ask.Increase increase -> increase(increase);
      case Ask.Capture capture -> {
        capture(capture);
        capturedFrom = capture.hold();
      }
      case Ask.Release release -> {
        HoldRow hold = liveHold(release.hold());
        if (hold != null) {
          giveBack(release.hold(), hold, "released");
        }
      }
      case Ask.Expire expire -> expire(expire);
      case Ask.Reverse reverse -> {
        reverse(reverse);
        isReversal = true;
      }
    }
    Answer answer = reasons.isEmpty() ? done() : Answer.refused(at, reasons.first());
    Key key = new Key.Posting(request.ask().id());
    view.put(
        key,
        answer.isDone()
            ? new PostingRow(request.content(), answer, legs, capturedFrom, isReversal, 0, took)
            : new PostingRow(request.content(), answer, List.of(), null, false, 0, List.of()));
    return answer;
  }

  private Answer done() {
    accounts.forEach((number, row) -> view.put(new Key.Account(number), row));
    allowances.forEach((number, row) -> view.put(new Key.Allowance(number), row));
    others.forEach(view::put);
    request.inserts().forEach(name -> view.put(new Key.Business(name), "inserted"));
    List<After> after = new ArrayList<>();
    accounts.forEach(
        (number, row) -> after.add(new After(number, row.posted(), row.held(), row.sequence())));
    return new Answer(at, null, after);
  }

  private void id(UUID id) {
    boolean ordered = id.version() == 7 && id.variant() == 2;
    if (!reasons.addIf(!ordered, "id_not_time_ordered")) {
      long madeAt = (id.getMostSignificantBits() >>> 16) * 1_000;
      reasons.addIf(madeAt > at + DAY, "id_too_far_ahead");
      reasons.addIf(madeAt < idsSince, "id_too_old");
    }
  }

  private void guards() {
    for (Guard guard : request.guards()) {
      Key row = new Key.Business(guard.row());
      if (reasons.addIf(!guard.from().equals(view.get(row)), "guard_missed")) {
        return;
      }
      others.put(row, guard.to());
    }
  }

  private void post(Ask.Post post) {
    reasons.addIf(post.legs().isEmpty(), "no_legs");
    reasons.addIf(post.legs().size() > LEGS_MOST, "too_many_legs");
    for (Leg leg : post.legs()) {
      move(leg, false);
    }
    use(post.uses(), List.of());
  }

  private void hold(Ask.Hold ask) {
    reasons.addIf(view.hold(ask.hold()) != null, "hold_exists");
    reasons.addIf(ask.expiresAt() <= at, "expiry_not_ahead");
    setAside(ask.account(), ask.amount());
    use(ask.uses(), List.of());
    others.put(
        new Key.Hold(ask.hold()),
        new HoldRow(
            ask.account(), ask.amount().minor(), 0, 0, ask.expiresAt(), null, List.copyOf(took)));
  }

  private void increase(Ask.Increase ask) {
    reasons.addIf(ask.amount().minor() <= 0, "amount_not_positive");
    for (Use use : ask.uses()) {
      reasons.addIf(use.amount().minor() <= 0, "amount_not_positive");
    }
    HoldRow hold = liveHold(ask.hold());
    if (hold != null) {
      setAside(hold.account(), ask.amount());
      use(ask.uses(), hold.took());
      HoldRow after = hold.increased(ask.amount().minor(), took);
      reasons.addIf(after.amount() > MOST, "balance_out_of_range");
      others.put(new Key.Hold(ask.hold()), after);
    }
  }

  private void capture(Ask.Capture ask) {
    reasons.addIf(ask.shares().isEmpty(), "no_legs");
    reasons.addIf(ask.shares().size() > LEGS_MOST, "too_many_legs");
    HoldRow known = view.hold(ask.hold());
    long sum = 0;
    for (Share share : ask.shares()) {
      reasons.addIf(share.amount().minor() <= 0, "amount_not_positive");
      reasons.addIf(known != null && share.credit() == known.account(), "same_account");
      sum += share.amount().minor();
    }
    HoldRow hold = liveHold(ask.hold());
    if (hold == null) {
      return;
    }
    reasons.addIf(sum > hold.remaining(), "exceeds_hold");
    for (Share share : ask.shares()) {
      move(new Leg(hold.account(), share.credit(), share.amount()), true);
    }
    HoldRow after = hold.captured(sum);
    others.put(new Key.Hold(ask.hold()), after);
    if (ask.last() && after.remaining() > 0) {
      giveBack(ask.hold(), after, "captured");
    }
  }

  private void expire(Ask.Expire ask) {
    HoldRow hold = view.hold(ask.hold());
    if (!reasons.addIf(
        hold == null || hold.ended() != null || at < hold.expiresAt(), "hold_finished")) {
      giveBack(ask.hold(), hold, "expired");
    }
  }

  private void reverse(Ask.Reverse ask) {
    ask.part().ifPresent(part -> reasons.addIf(part.minor() <= 0, "amount_not_positive"));
    PostingRow first = view.posting(ask.of());
    if (reasons.addIf(first == null || !first.answer().isDone(), "posting_not_found")
        || reasons.addIf(first.isReversal() || first.legs().isEmpty(), "not_reversible")) {
      return;
    }
    long remaining = first.moved() - first.reversed();
    reasons.addIf(first.legs().size() > 1 && ask.part().isPresent(), "whole_only");
    if (reasons.addIf(remaining == 0, "already_reversed")) {
      return;
    }
    String unit = first.legs().getFirst().amount().unit();
    Amount part = ask.part().orElse(new Amount(remaining, unit));
    if (first.legs().size() > 1) {
      for (Leg leg : first.legs().reversed()) {
        move(new Leg(leg.credit(), leg.debit(), leg.amount()), false);
      }
    } else {
      reasons.addIf(part.minor() > remaining, "exceeds_remaining");
      Leg leg = first.legs().getFirst();
      move(new Leg(leg.credit(), leg.debit(), part), false);
    }
    HoldRow hold = first.hold() == null ? null : view.hold(first.hold());
    List<Took> before = hold == null ? first.took() : hold.took();
    long whole = hold == null ? first.moved() : hold.amount();
    for (Took one : before) {
      AllowanceRow allowance = allowance(one.allowance());
      if (allowance != null && allowance.restored()) {
        giveBack(one, part.minor(), whole);
      }
    }
    others.put(new Key.Posting(ask.of()), first.reversedBy(part.minor()));
  }

  private HoldRow liveHold(UUID id) {
    HoldRow hold = view.hold(id);
    if (reasons.addIf(hold == null, "hold_not_found")) {
      return null;
    }
    boolean expired =
        hold.ended() == null ? at >= hold.expiresAt() : hold.ended().equals("expired");
    reasons.addIf(expired, "hold_expired");
    reasons.addIf(!expired && hold.ended() != null, "hold_finished");
    return expired || hold.ended() != null ? null : hold;
  }

  private void move(Leg leg, boolean isCaptured) {
    AccountRow debit = account(leg.debit());
    AccountRow credit = account(leg.credit());
    long amount = leg.amount().minor();
    reasons.addIf(amount <= 0, "amount_not_positive");
    reasons.addIf(leg.debit() == leg.credit(), "same_account");
    if (amount <= 0 || leg.debit() == leg.credit() || debit == null || credit == null) {
      return;
    }
    reasons.addIf(!leg.amount().unit().equals(debit.unit()), "unit_mismatch");
    reasons.addIf(!leg.amount().unit().equals(credit.unit()), "unit_mismatch");
    reasons.addIf(debit.frozenForDebit(), "frozen_for_debit");
    reasons.addIf(credit.frozenForCredit(), "frozen_for_credit");
    change(leg.debit(), debit, -amount, isCaptured ? -amount : 0);
    change(leg.credit(), credit, amount, 0);
    legs.add(leg);
  }

  private void setAside(long number, Amount amount) {
    AccountRow account = account(number);
    if (reasons.addIf(amount.minor() <= 0, "amount_not_positive") || account == null) {
      return;
    }
    reasons.addIf(!amount.unit().equals(account.unit()), "unit_mismatch");
    reasons.addIf(account.frozenForDebit(), "frozen_for_debit");
    change(number, account, 0, amount.minor());
  }

  private void giveBack(UUID id, HoldRow hold, String end) {
    AccountRow account = accounts.getOrDefault(hold.account(), view.account(hold.account()));
    change(hold.account(), account, 0, -hold.remaining());
    for (Took one : hold.took()) {
      giveBack(one, hold.remaining(), hold.amount());
    }
    others.put(new Key.Hold(id), hold.over(end));
  }

  private void giveBack(Took one, long part, long whole) {
    long share = one.share(part, whole);
    AllowanceRow allowance = allowance(one.allowance());
    if (share == 0 || allowance == null) {
      return;
    }
    if (!allowance.isOver(one.window(), at)) {
      took.add(new Took(one.allowance(), one.window(), -share));
      allowances.put(one.allowance(), allowance.counted(one.window(), -share, at));
    }
  }

  /** A cap of each payment is one of all that the payment uses, however it is cut up. */
  private void use(List<Use> uses, List<Took> before) {
    for (Use use : uses) {
      AllowanceRow allowance = allowance(use.allowance());
      long amount = use.amount().minor();
      reasons.addIf(amount <= 0, "amount_not_positive");
      if (reasons.addIf(allowance == null, "allowance_not_found") || amount <= 0) {
        continue;
      }
      reasons.addIf(!use.amount().unit().equals(allowance.unit()), "unit_mismatch");
      long already = allowance.used(at);
      if (allowance.kind().equals("payment")) {
        already =
            Stream.concat(before.stream(), took.stream())
                .filter(one -> one.allowance() == use.allowance())
                .mapToLong(Took::amount)
                .sum();
      }
      reasons.addIf(already + amount > allowance.cap(), "allowance_exceeded");
      long window = allowance.window(at);
      allowances.put(use.allowance(), allowance.counted(window, amount, at));
      took.add(new Took(use.allowance(), window, amount));
    }
  }

  private AllowanceRow allowance(long number) {
    return allowances.getOrDefault(number, view.allowance(number));
  }

  private AccountRow account(long number) {
    AccountRow row = accounts.getOrDefault(number, view.account(number));
    reasons.addIf(row == null, "account_not_found");
    reasons.addIf(row != null && row.closed(), "account_closed");
    return row;
  }

  private void change(long number, AccountRow before, long postedBy, long heldBy) {
    AccountRow after = before.changed(postedBy, heldBy, at);
    boolean falls = after.available() < before.available();
    reasons.addIf(
        falls && after.floor() != null && after.available() < after.floor(), "insufficient_funds");
    reasons.addIf(
        postedBy > 0 && after.ceiling() != null && after.posted() > after.ceiling(),
        "ceiling_exceeded");
    reasons.addIf(
        isTooMuch(after.posted()) || isTooMuch(after.held()) || isTooMuch(after.available()),
        "balance_out_of_range");
    accounts.put(number, after);
  }

  private static boolean isTooMuch(long minor) {
    return Math.abs(minor) > MOST;
  }
}
