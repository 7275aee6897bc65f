package dev.qiao.notice;

/**
 * Where a message goes.
 *
 * @param phone in international form, as a carrier needs it
 * @param shown how it may be seen by others; the only form that is ever printed
 */
public record Recipient(String phone, String shown) {
  @Override
  public String toString() {
    return shown;
  }
}
