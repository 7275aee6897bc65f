package dev.qiao.notice;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of a demo, open to anybody at the machine; elsewhere it does not exist. */
@RestController
class SandboxRoutes {
  private static final int SHOWN_MAX = 50;

  record SandboxMessages(List<SandboxMessage> items) {}

  private final ObjectProvider<SandboxTables> tables;

  SandboxRoutes(ObjectProvider<SandboxTables> tables) {
    this.tables = tables;
  }

  @GetMapping("/v1/sandbox/messages")
  @Operation(summary = "What a demo would have sent, newest first")
  SandboxMessages messages(
      @Parameter(description = "The end of a phone number, or an email")
          @RequestHeader("Qiao-Phone")
          Optional<String> phone) {
    SandboxTables inbox = tables.getIfAvailable();
    if (inbox == null) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
    String asked = phone.orElse("");
    String end = asked.indexOf('@') >= 0 ? asked.strip() : asked.replaceAll("[^0-9]", "");
    return new SandboxMessages(inbox.list(end, SHOWN_MAX));
  }
}
