package dev.qiao.operations;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The switch of a channel: one operator closes it further, two open it. */
@RestController
class ChannelSwitchRoutes {
  @Schema(name = "ChannelSwitch")
  record SwitchRequest(
      @Schema(allowableValues = {"open", "limited", "refunds_only", "stopped"})
          @Nullable String level,
      @Nullable String reason) {}

  private final ChannelSwitch kind;
  private final FourEyes fourEyes;
  private final Idempotency idempotency;

  ChannelSwitchRoutes(ChannelSwitch kind, FourEyes fourEyes, Idempotency idempotency) {
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.idempotency = idempotency;
  }

  @PostMapping("/v1/operations/channels/{id}/switch")
  @Requires(Permission.CHANNELS_SWITCH)
  @Operation(summary = "Close a channel further at once, or propose to open it")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> change(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String id,
      @RequestBody SwitchRequest body) {
    ChannelId channel = ChannelId.from(id);
    Channel.Level to =
        Channel.Level.find(Text.required("level", body.level(), 20))
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "level").thrown());
    return idempotency.once(
        operator,
        key,
        "channel.switch",
        List.of(channel, body),
        once -> change(operator, channel, to, body.reason(), once));
  }

  private ResponseEntity<Object> change(
      Caller operator, ChannelId id, Channel.Level to, @Nullable String reason, Once once) {
    Channel.Level from =
        kind.find(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown()).level();
    var setting = new ChannelSwitch.Setting(id.text(), from, to);
    return to.isTighterThan(from)
        ? fourEyes.alone(kind, setting, reason, operator, once)
        : fourEyes.propose(kind, setting, reason, operator, once);
  }
}
