package dev.qiao.bank;

import dev.qiao.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The person's linked accounts. */
@RestController
class LinkedAccountRoutes {
  @Schema(name = "LinkedAccounts")
  record LinkedAccountList(List<LinkedAccountView> items) {}

  private final LinkedAccounts accounts;

  LinkedAccountRoutes(LinkedAccounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/v1/linked-accounts")
  @Operation(summary = "The bank accounts that the person has linked")
  LinkedAccountList list(Caller caller) {
    return new LinkedAccountList(
        accounts.of(caller.party()).stream().map(LinkedAccountView::of).toList());
  }
}
