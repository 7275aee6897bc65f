package dev.qiao.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.ids.TypeId;
import java.util.UUID;

/** A typed id: a UUIDv7 inside, {@code pay_01h455vb4pex5vsknk084sn02q} outside. */
public interface Id {
  /** The UUID that the database keeps. */
  UUID value();

  /** What kind of thing it names: {@code pay}. */
  String prefix();

  /** The form outside. */
  @JsonValue
  default String text() {
    return new TypeId(prefix(), value()).toString();
  }

  /**
   * Reads the outside form.
   *
   * @throws ProblemException {@code not_found}, because an id that cannot be is a thing that does
   *     not exist
   */
  static UUID read(String prefix, String text) {
    return TypeId.parse(text)
        .filter(id -> id.prefix().equals(prefix))
        .map(TypeId::value)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }
}
