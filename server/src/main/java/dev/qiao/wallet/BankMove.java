package dev.qiao.wallet;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.ledger.HoldId;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money on its way between a person's bank account and their wallet.
 *
 * @param reason an error code; there when it failed
 * @param posting the ledger command that ends it: the posting of a top-up, the capture or release
 *     of a withdrawal
 * @param hold what a withdrawal has set aside
 * @param refusal why the ledger refused to end it so far: for an operator
 * @param held whether it waits for the person to say once more that it was they: the bank has not
 *     been asked for it yet
 * @param deadline until when we find out by ourselves what the bank did
 */
public record BankMove(
    BankMoveId id,
    UUID person,
    LinkedAccount account,
    Money amount,
    ChannelId channel,
    Scene scene,
    State state,
    Optional<String> reason,
    PostingId posting,
    Optional<HoldId> hold,
    Optional<String> refusal,
    Instant createdAt,
    Instant deadline,
    Optional<Instant> finishedAt,
    boolean held) {

  /** Which way. */
  public enum Kind {
    TOP_UP("top"),
    WITHDRAWAL("wdr");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** How far it is. */
  public enum State {
    PROCESSING,
    /** The bank may have done it or not: it is asked until it says. */
    UNKNOWN,
    SUCCEEDED,
    FAILED;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** The same, waiting until then for the person to say once more that it was they. */
  BankMove held(Instant until) {
    return new BankMove(
        id,
        person,
        account,
        amount,
        channel,
        scene,
        state,
        reason,
        posting,
        hold,
        refusal,
        createdAt,
        until,
        finishedAt,
        true);
  }

  /** Whether it has still to end. */
  public boolean isOpen() {
    return switch (state) {
      case PROCESSING, UNKNOWN -> true;
      case SUCCEEDED, FAILED -> false;
    };
  }
}
