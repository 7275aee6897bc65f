package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A fingerprint of all that a command says, of 16 bytes: equal for equal commands, so that a replay
 * is told from a reused id. Stored for ever: never change how an existing command is written.
 */
final class Digest {
  private static final int LENGTH = 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private Digest() {}

  /** What writes a command's fields. */
  @FunctionalInterface
  private interface Content {
    void writeTo(Digest digest) throws IOException;
  }

  static byte[] of(Command command) {
    return of(digest -> digest.write(command));
  }

  static byte[] of(AccountOrder order) {
    return of(digest -> digest.write(order));
  }

  private static byte[] of(Content content) {
    try {
      Digest digest = new Digest();
      content.writeTo(digest);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(digest.bytes.toByteArray());
      return Arrays.copyOf(hash, LENGTH);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken); // Memory does not fail.
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // Every Java has SHA-256.
    }
  }

  private void write(Command command) throws IOException {
    out.writeUTF(Verb.of(command).code());
    switch (command) {
      case Posting posting -> write(posting);
      case Hold hold -> write(hold);
      case Increase increase -> {
        uuid(increase.hold().value());
        money(increase.amount());
        uses(increase.uses());
      }
      case Capture capture -> write(capture);
      case Release release -> uuid(release.hold().value());
      case Reversal reversal -> write(reversal);
      case Expiry expiry -> uuid(expiry.hold().value());
    }
  }

  private void write(AccountOrder order) throws IOException {
    out.writeUTF(order.verb());
    out.writeLong(order.account().number());
    out.writeUTF(order.reference());
    switch (order) {
      case AccountOrder.Freeze freeze -> out.writeUTF(freeze.side().name());
      case AccountOrder.Unfreeze unfreeze -> out.writeUTF(unfreeze.side().name());
      case AccountOrder.Limit limit -> {
        optional(limit.floor());
        optional(limit.ceiling());
      }
      case AccountOrder.Close _ -> {}
    }
  }

  private void optional(OptionalLong value) throws IOException {
    out.writeBoolean(value.isPresent());
    out.writeLong(value.orElse(0));
  }

  private void write(Posting posting) throws IOException {
    out.writeUTF(posting.kind());
    out.writeUTF(posting.reference());
    origin(posting.channel(), posting.scene());
    out.writeInt(posting.legs().size());
    for (Leg leg : posting.legs()) {
      out.writeLong(leg.debit().number());
      out.writeLong(leg.credit().number());
      money(leg.amount());
    }
    out.writeInt(posting.attributes().size());
    for (var attribute : new TreeMap<>(posting.attributes()).entrySet()) {
      out.writeUTF(attribute.getKey());
      out.writeUTF(attribute.getValue());
    }
    uses(posting.uses());
  }

  private void write(Hold hold) throws IOException {
    uuid(hold.hold().value());
    out.writeLong(hold.account().number());
    money(hold.amount());
    out.writeLong(hold.expiresAt().getEpochSecond());
    out.writeInt(hold.expiresAt().getNano());
    out.writeUTF(hold.reference());
    uses(hold.uses());
  }

  private void write(Capture capture) throws IOException {
    uuid(capture.hold().value());
    out.writeUTF(capture.kind());
    out.writeUTF(capture.reference());
    out.writeBoolean(capture.last());
    origin(capture.channel(), capture.scene());
    out.writeInt(capture.to().size());
    for (Share share : capture.to()) {
      out.writeLong(share.credit().number());
      money(share.amount());
    }
  }

  private void write(Reversal reversal) throws IOException {
    uuid(reversal.of().value());
    out.writeUTF(reversal.reference());
    out.writeBoolean(reversal.amount().isPresent());
    if (reversal.amount().isPresent()) {
      money(reversal.amount().get());
    }
  }

  private void origin(Optional<UUID> channel, Optional<String> scene) throws IOException {
    out.writeBoolean(channel.isPresent());
    if (channel.isPresent()) {
      uuid(channel.get());
    }
    out.writeUTF(scene.orElse("")); // A scene is never blank, so an empty text means none.
  }

  /** Nothing when there are none: commands of before allowances keep their fingerprint. */
  private void uses(List<Use> uses) throws IOException {
    for (Use use : uses) {
      out.writeLong(use.allowance().number());
      money(use.amount());
    }
  }

  private void money(Money money) throws IOException {
    out.writeLong(money.minor());
    out.writeUTF(money.unit().code());
    out.writeInt(money.unit().exponent());
  }

  private void uuid(UUID uuid) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }
}
