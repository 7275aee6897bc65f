package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves what a hold has set aside, or a part of it, to one or more accounts.
 *
 * @param last whether to release the rest
 */
public record Capture(
    PostingId id,
    HoldId hold,
    List<Share> to,
    String kind,
    String reference,
    boolean last,
    Optional<UUID> channel,
    Optional<String> scene)
    implements Command {

  public Capture {
    requireNonNull(id, "id");
    requireNonNull(hold, "hold");
    to = List.copyOf(to);
    Texts.require(kind, "kind");
    Texts.require(reference, "reference");
    requireNonNull(channel, "channel");
    scene.ifPresent(text -> Texts.require(text, "scene"));
  }
}
