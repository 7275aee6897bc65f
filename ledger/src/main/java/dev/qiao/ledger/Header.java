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
          ofHold(
              command,
              increase.hold(),
              referenceOf(increase.hold(), world),
              Optional.empty(),
              Optional.empty());
      case Capture capture ->
          ofHold(command, capture.hold(), capture.reference(), capture.channel(), capture.scene());
      case Release release ->
          ofHold(
              command,
              release.hold(),
              referenceOf(release.hold(), world),
              Optional.empty(),
              Optional.empty());
      case Expiry expiry ->
          ofHold(
              command,
              expiry.hold(),
              referenceOf(expiry.hold(), world),
              Optional.empty(),
              Optional.empty());
      case Reversal reversal -> {
        Optional<PastPosting> past = Optional.ofNullable(world.past.get(reversal.of()));
        yield new Header(
            reversal.id(),
            Verb.REVERSE,
            reversal.kind(),
            reversal.reference(),
            Optional.empty(),
            Optional.of(reversal.of()),
            past.flatMap(PastPosting::channel),
            past.flatMap(PastPosting::scene),
            Map.of());
      }
    };
  }

  private static String referenceOf(HoldId id, World world) {
    HoldState hold = world.holds.get(id);
    return hold == null ? "" : hold.reference();
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
