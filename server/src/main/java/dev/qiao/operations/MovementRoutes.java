package dev.qiao.operations;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Page;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.operations.MovementViews.DetailView;
import dev.qiao.operations.MovementViews.MovementPage;
import dev.qiao.wallet.BankMove;
import dev.qiao.wallet.BankMoveSearch;
import dev.qiao.wallet.BankMoves;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every movement of money, for operators. */
@RestController
class MovementRoutes {
  private final Movements movements;
  private final MovementLines lines;
  private final MovementDetails details;
  private final BankMoves bankMoves;
  private final AuditTrail trail;

  MovementRoutes(
      Movements movements,
      MovementLines lines,
      MovementDetails details,
      BankMoves bankMoves,
      AuditTrail trail) {
    this.movements = movements;
    this.lines = lines;
    this.details = details;
    this.bankMoves = bankMoves;
    this.trail = trail;
  }

  @GetMapping("/v1/operations/payments")
  @Requires(Permission.MOVEMENTS_READ)
  @Operation(
      summary =
          "Payments, refunds, transfers, top-ups and withdrawals, newest first; q is an id, a receipt number, "
              + "or a piece of a merchant's name or an order reference")
  MovementPage list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    int size = Page.size(limit);
    var query =
        MovementQuery.of(
            Text.optional("q", q, 60),
            Text.optional("state", state, 30),
            Page.place(cursor),
            size + 1);
    return page(movements.list(query), size);
  }

  @GetMapping("/v1/operations/payments/{id}")
  @Requires(Permission.MOVEMENTS_READ)
  @Operation(
      summary = "One movement with its postings and its trail; that it was looked at is recorded")
  DetailView get(Caller operator, @PathVariable String id) {
    Movement movement =
        movements.find(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
    trail.record(operator, "operations.payment_view", movement.reference(), "done", null);
    return details.of(movement);
  }

  @GetMapping("/v1/operations/bank-moves")
  @Requires(Permission.BANK_MOVES_READ)
  @Operation(summary = "Top-ups and withdrawals in one state, newest first")
  MovementPage bankMoves(
      @RequestParam(defaultValue = "unknown") String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    BankMove.State wanted =
        Stream.of(BankMove.State.values())
            .filter(known -> known.text().equals(state))
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "state").thrown());
    int size = Page.size(limit);
    var search =
        new BankMoveSearch(Optional.of(wanted), Optional.empty(), Page.place(cursor), size + 1);
    return page(
        bankMoves.search(search).stream().<Movement>map(Movement.Banked::new).toList(), size);
  }

  private MovementPage page(List<Movement> found, int size) {
    Page<Movement> page = Page.cut(found, size, movement -> movement.place().toString());
    return new MovementPage(lines.of(page.items()), page.nextCursor());
  }
}
