package dev.qiao.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Key-encryption keys as text: a line for each, its name and its 32 bytes in Base64. The first line
 * wraps. Lines that begin with # are for people.
 */
final class KeyRing {
  private static final int NAME_BYTES = 4;
  private static final String HEAD =
      """
      # Qiao's key-encryption keys: whoever has them and the database can read personal data.
      # The first one encrypts, the others still open what they encrypted. Keep a copy apart from backups.
      """;

  private final Map<String, byte[]> keys;

  private KeyRing(Map<String, byte[]> keys) {
    this.keys = new LinkedHashMap<>(keys);
  }

  static KeyRing fresh(RandomGenerator random) {
    return new KeyRing(Map.of()).with(random);
  }

  /**
   * Reads the text; semicolons count as ends of lines, for those who keep it in one.
   *
   * @throws IllegalArgumentException when it holds no keys, or something else
   */
  static KeyRing parse(String text) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String line : text.split("[\\n;]")) {
      String[] words = line.strip().split("\\s+");
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      if (words.length != 2 || !words[0].matches("[A-Za-z0-9._-]{1,40}")) {
        throw new IllegalArgumentException("a line is not a name and a key");
      }
      byte[] key = Base64.getDecoder().decode(words[1]);
      if (key.length != Cipher.KEY_BYTES || keys.put(words[0], key) != null) {
        throw new IllegalArgumentException("the key " + words[0] + " is damaged");
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("it holds no key");
    }
    return new KeyRing(keys);
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    keys.forEach(
        (name, key) ->
            text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
    return text.toString();
  }

  List<String> names() {
    return List.copyOf(keys.keySet());
  }

  Map<String, byte[]> keys() {
    return keys;
  }

  /** With one more key at the end: it opens, but does not wrap yet. */
  KeyRing with(RandomGenerator random) {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    KeyRing more = new KeyRing(keys);
    more.keys.put("k" + HexFormat.of().formatHex(name), Cipher.freshKey());
    return more;
  }

  /** With the last key first: from now on it wraps. */
  KeyRing withLastFirst() {
    List<String> names = new ArrayList<>(names());
    names.addFirst(names.removeLast());
    KeyRing turned = new KeyRing(Map.of());
    names.forEach(name -> turned.keys.put(name, keys.get(name)));
    return turned;
  }

  /** With nothing but the key that wraps. */
  KeyRing withFirstOnly() {
    String first = names().getFirst();
    return new KeyRing(Map.of(first, keys.get(first)));
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
