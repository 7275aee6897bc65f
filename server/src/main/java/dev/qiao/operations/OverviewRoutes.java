package dev.qiao.operations;

import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.operations.OverviewViews.ChannelList;
import dev.qiao.operations.OverviewViews.Overview;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Today's figures, for operators. */
@RestController
class OverviewRoutes {
  private final Day day;
  private final ChannelBoard channels;

  OverviewRoutes(Day day, ChannelBoard channels) {
    this.day = day;
    this.channels = channels;
  }

  @GetMapping("/v1/operations/overview")
  @Requires(Permission.OVERVIEW_READ)
  @Operation(summary = "The platform's day so far")
  Overview overview() {
    return day.overview();
  }

  @GetMapping("/v1/operations/channels")
  @Requires(Permission.CHANNELS_READ)
  @Operation(summary = "The channels, with what passed through each today")
  ChannelList channels() {
    return new ChannelList(channels.list());
  }
}
