package dev.qiao.ledger;

import java.util.Locale;

/** What a stored command asked for. */
enum Verb {
  POST,
  HOLD,
  INCREASE,
  CAPTURE,
  RELEASE,
  REVERSE,
  EXPIRE;

  static Verb of(Command command) {
    return switch (command) {
      case Posting _ -> POST;
      case Hold _ -> HOLD;
      case Increase _ -> INCREASE;
      case Capture _ -> CAPTURE;
      case Release _ -> RELEASE;
      case Reversal _ -> REVERSE;
      case Expiry _ -> EXPIRE;
    };
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
