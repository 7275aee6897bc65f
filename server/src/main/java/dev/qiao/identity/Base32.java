package dev.qiao.identity;

/** Base 32 without padding: RFC 4648 for authenticator apps, Crockford's for what people type. */
final class Base32 {
  private static final String RFC_4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

  private Base32() {}

  static String rfc4648(byte[] bytes) {
    return encoded(bytes, RFC_4648);
  }

  /** Without the letters that look like digits. */
  static String crockford(byte[] bytes) {
    return encoded(bytes, CROCKFORD);
  }

  private static String encoded(byte[] bytes, String alphabet) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte one : bytes) {
      bits = bits << 8 | one & 0xFF;
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(alphabet.charAt(bits >> count & 31));
      }
    }
    if (count > 0) {
      text.append(alphabet.charAt(bits << 5 - count & 31));
    }
    return text.toString();
  }
}
