package dev.qiao.operations;

import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.identity.Permission;
import dev.qiao.operations.ChannelSwitch.Setting;
import dev.qiao.proposal.Change;
import dev.qiao.proposal.ProposalKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far a channel is open. */
@Component
class ChannelSwitch implements ProposalKind<Setting> {
  /** A channel's switch, from where it stood when this was made. */
  record Setting(String channel, Channel.Level from, Channel.Level to) {}

  private final Channels channels;

  ChannelSwitch(Channels channels) {
    this.channels = channels;
  }

  /** As stored, not as remembered. */
  Optional<Channel> find(ChannelId id) {
    return channels.list().stream().filter(channel -> channel.id().equals(id)).findFirst();
  }

  @Override
  public String name() {
    return "channel.switch";
  }

  @Override
  public Permission permission() {
    return Permission.CHANNELS_SWITCH;
  }

  @Override
  public Class<Setting> content() {
    return Setting.class;
  }

  @Override
  public String subject(Setting setting) {
    return setting.channel();
  }

  @Override
  public Label label(Setting setting) {
    return find(ChannelId.from(setting.channel()))
        .map(channel -> new Label(channel.name(), channel.nameEn()))
        .orElseGet(() -> new Label(setting.channel(), null));
  }

  @Override
  public List<Change> changes(Setting setting) {
    return find(ChannelId.from(setting.channel()))
        .map(Channel::level)
        .filter(now -> now != setting.to())
        .map(now -> List.of(new Change("level", now.text(), setting.to().text())))
        .orElse(List.of());
  }

  @Override
  public boolean carryOut(Setting setting, String reference) {
    return channels.switchTo(ChannelId.from(setting.channel()), setting.from(), setting.to());
  }
}
