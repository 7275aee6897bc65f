package dev.qiao.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import java.util.Locale;
import java.util.stream.Stream;

/** What a merchant sells, with the ISO 18245 code that its codes carry. */
public enum Category {
  FOOD("5812"),
  CAFE("5814"),
  GROCERY("5411"),
  TRANSPORT("4111"),
  SHOPPING("5311"),
  LIVING("7299"),
  LEISURE("7832");

  private final String code;

  Category(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the outside form. */
  @JsonCreator
  public static Category from(String text) {
    return Stream.of(values())
        .filter(category -> category.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "category").thrown());
  }
}
