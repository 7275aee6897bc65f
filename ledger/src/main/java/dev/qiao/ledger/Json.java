package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

/** A JSON text as a parameter of a {@link Companion}, for a column of type jsonb. */
public record Json(String text) {
  public Json {
    requireNonNull(text, "text");
  }
}
