package dev.qiao.operations;

import dev.qiao.api.AuditEntry;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.ids.TypeId;
import dev.qiao.operations.MovementViews.AuditEntryView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows entries of the audit trail, with names for those who acted. */
@Component
class AuditLines {
  private final Parties parties;
  private final Channels channels;

  AuditLines(Parties parties, Channels channels) {
    this.parties = parties;
    this.channels = channels;
  }

  List<AuditEntryView> of(List<AuditEntry> entries) {
    Map<UUID, String> names = new HashMap<>();
    names.putAll(
        parties.people(
            entries.stream()
                .filter(entry -> entry.actorKind().equals("person"))
                .flatMap(entry -> entry.actor().stream())
                .toList()));
    return entries.stream().map(entry -> line(entry, names)).toList();
  }

  private AuditEntryView line(AuditEntry entry, Map<UUID, String> names) {
    return new AuditEntryView(
        new TypeId("aud", entry.id()).toString(),
        entry.at(),
        entry.actorKind(),
        entry
            .actor()
            .map(actor -> names.computeIfAbsent(actor, id -> name(entry.actorKind(), id)))
            .orElse(""),
        entry.actor().flatMap(actor -> Actors.text(entry.actorKind(), actor)).orElse(null),
        entry.act(),
        entry.object(),
        entry.channel().map(ChannelId::new).map(id -> channels.of(id).name()).orElse(null),
        entry.address().orElse(null),
        entry.outcome(),
        entry.reason().orElse(null));
  }

  private String name(String kind, UUID actor) {
    return switch (kind) {
      case "person" -> parties.person(actor);
      case "staff" -> parties.staff(actor);
      case "operator" -> parties.operator(actor);
      default -> "";
    };
  }
}
