package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Page;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.api.ProblemException;
import dev.qiao.api.Text;
import dev.qiao.ledger.Balance;
import dev.qiao.ledger.Ledger;
import dev.qiao.payment.PersonAccounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's balance, and what moved. */
@RestController
class WalletRoutes {
  /** What a person has, and what came and went today. */
  @Schema(name = "Wallet")
  record Wallet(List<WalletBalance> balances, Today today) {}

  /** {@code available} is {@code posted} less {@code held}. */
  @Schema(name = "WalletBalance")
  record WalletBalance(Amount posted, Amount held, Amount available) {}

  record Today(Amount out, Amount in) {}

  /** {@code days} are the whole days that occur among the items. */
  @Schema(name = "Activities")
  record ActivityPage(
      List<ActivityView> items,
      @Nullable String nextCursor,
      List<DayTotal> days,
      @Nullable MonthTotal month) {}

  @Schema(name = "DayTotal")
  record DayTotal(LocalDate date, Amount out, Amount in) {}

  record MonthTotal(String month, Amount out, Amount in) {}

  private final Activities activities;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final PlatformTerms terms;

  WalletRoutes(Activities activities, PersonAccounts accounts, Ledger ledger, PlatformTerms terms) {
    this.activities = activities;
    this.accounts = accounts;
    this.ledger = ledger;
    this.terms = terms;
  }

  @GetMapping("/v1/wallet")
  @Operation(summary = "What a person has, and what came and went today")
  Wallet wallet(Caller caller) {
    Balance balance = ledger.balance(accounts.of(caller.party()));
    LocalDate today = activities.today();
    var moved =
        activities.days(caller.party(), today, today).stream()
            .findFirst()
            .orElse(new ActivitySource.Day(today, 0, 0));
    return new Wallet(
        List.of(
            new WalletBalance(
                amount(balance.posted()), amount(balance.held()), amount(balance.available()))),
        new Today(amount(moved.out()), amount(moved.in())));
  }

  @GetMapping("/v1/activities")
  @Operation(summary = "What moved, newest first, with the totals of each day")
  ActivityPage list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(defaultValue = "all") String filter,
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String q) {
    Optional<YearMonth> only = Optional.ofNullable(month).map(WalletRoutes::month);
    int size = Page.size(limit);
    Optional<UUID> before =
        Page.place(cursor)
            .or(() -> only.map(asked -> activities.place(asked.plusMonths(1).atDay(1))));
    var window =
        new ActivitySource.Window(
            caller.party(),
            before,
            only.map(asked -> activities.place(asked.atDay(1))),
            Text.optional("q", q, 60),
            ActivityFilter.find(filter)
                .orElseThrow(
                    () -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "filter").thrown()),
            size + 1);
    Page<ActivitySource.Item> page =
        Page.cut(activities.list(window), size, item -> item.place().toString());
    return new ActivityPage(
        page.items().stream().map(ActivitySource.Item::line).toList(),
        page.nextCursor(),
        days(caller.party(), page.items()),
        cursor == null
            ? total(caller.party(), only.orElseGet(() -> YearMonth.from(activities.today())))
            : null);
  }

  private List<DayTotal> days(UUID person, List<ActivitySource.Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<LocalDate> shown =
        items.stream().map(item -> activities.day(item.line().at())).distinct().sorted().toList();
    return activities.days(person, shown.getFirst(), shown.getLast()).stream()
        .filter(day -> shown.contains(day.date()))
        .map(day -> new DayTotal(day.date(), amount(day.out()), amount(day.in())))
        .toList();
  }

  private MonthTotal total(UUID person, YearMonth month) {
    var sum = activities.month(person, month);
    return new MonthTotal(month.toString(), amount(sum.out()), amount(sum.in()));
  }

  @GetMapping("/v1/activities/{id}")
  @Operation(summary = "A receipt")
  ActivityDetail get(Caller caller, @PathVariable String id) {
    var found =
        activities
            .find(caller.party(), id)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
    Amount after =
        found
            .more()
            .posting()
            .flatMap(posting -> activities.balanceAfter(caller.party(), posting))
            .map(Amount::of)
            .orElse(null);
    return ActivityDetail.of(found.line(), found.more(), after);
  }

  private Amount amount(long minor) {
    return Amount.of(minor, terms.unit());
  }

  private static YearMonth month(String text) {
    // Four digits: the calendar knows far more years than clocks do.
    if (text.length() != "2026-11".length()) {
      throw noMonth();
    }
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notOne) {
      throw noMonth();
    }
  }

  private static ProblemException noMonth() {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", "month").thrown();
  }
}
