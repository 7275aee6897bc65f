package dev.qiao.api;

/**
 * The client's name for one act, from the {@code Idempotency-Key} header: 1 to 128 visible ASCII
 * characters.
 */
public record IdempotencyKey(String text) {
  static final String HEADER = "Idempotency-Key";

  /** Reads the header. */
  static IdempotencyKey read(String header) {
    if (header == null || header.isBlank()) {
      throw Problem.of(ErrorCode.IDEMPOTENCY_KEY_MISSING).thrown();
    }
    if (header.length() > 128 || !header.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", HEADER).thrown();
    }
    return new IdempotencyKey(header);
  }
}
