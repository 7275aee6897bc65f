package dev.qiao.wallet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which movements a list shows. */
enum ActivityFilter {
  ALL,
  OUT,
  IN,
  TRANSFER,
  REFUND,
  TOP_UP;

  static Optional<ActivityFilter> find(String text) {
    return Stream.of(values())
        .filter(filter -> filter.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  boolean shows(ActivityKind kind, boolean incoming) {
    return switch (this) {
      case ALL -> true;
      case OUT -> !incoming;
      case IN -> incoming;
      case TRANSFER -> kind == ActivityKind.TRANSFER;
      case REFUND -> kind == ActivityKind.REFUND;
      case TOP_UP -> kind == ActivityKind.TOP_UP;
    };
  }
}
