package dev.qiao.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is stored of a command beside its steps. */
record Header(
    PostingId id,
    Verb verb,
    String kind,
    String reference,
    Optional<HoldId> hold,
    Optional<PostingId> of,
    Optional<UUID> channel,
    Optional<String> scene,
    Map<String, String> attributes) {

  /**
   * A command on a hold goes by the hold's reference; a reversal keeps the origin of what it
   * reverses.
   */
  static Header of(Command command, World world) {
    String holdReference = world.hold().map(HoldState::reference).orElse("");
    Optional<UUID> channel = world.past().flatMap(PastPosting::channel);
    Optional<String> scene = world.past().flatMap(PastPosting::scene);
    return switch (command) {
      case Posting posting ->
          new Header(
              posting.id(),
              Verb.POST,
              posting.kind(),
              posting.reference(),
              Optional.empty(),
              Optional.empty(),
              posting.channel(),
              posting.scene(),
              posting.attributes());
      case Hold hold ->
          ofHold(command, hold.hold(), hold.reference(), Optional.empty(), Optional.empty());
      case Increase increase ->
          ofHold(command, increase.hold(), holdReference, Optional.empty(), Optional.empty());
      case Capture capture ->
          ofHold(command, capture.hold(), capture.reference(), capture.channel(), capture.scene());
      case Release release ->
          ofHold(command, release.hold(), holdReference, Optional.empty(), Optional.empty());
      case Expiry expiry ->
          ofHold(command, expiry.hold(), holdReference, Optional.empty(), Optional.empty());
      case Reversal reversal ->
          new Header(
              reversal.id(),
              Verb.REVERSE,
              reversal.kind(),
              reversal.reference(),
              Optional.empty(),
              Optional.of(reversal.of()),
              channel,
              scene,
              Map.of());
    };
  }

  private static Header ofHold(
      Command command,
      HoldId hold,
      String reference,
      Optional<UUID> channel,
      Optional<String> scene) {
    return new Header(
        command.id(),
        Verb.of(command),
        command.kind(),
        reference,
        Optional.of(hold),
        Optional.empty(),
        channel,
        scene,
        Map.of());
  }
}
