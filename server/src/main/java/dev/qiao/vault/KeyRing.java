package dev.qiao.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Key-encryption keys as text: a line for each, its name and its 32 bytes, in Base64 or sealed by a
 * key service. The first line wraps. Lines that begin with # are for people.
 */
final class KeyRing {
  private static final int NAME_BYTES = 4;
  private static final String HEAD =
      """
      # Qiao's key-encryption keys: whoever has them and the database can read personal data.
      # The first one encrypts, the others still open what they encrypted. Keep a copy apart from backups.
      """;

  /** A key, and how it is written. */
  private record Line(byte[] key, String text) {
    @Override
    public String toString() {
      return "a key";
    }
  }

  private final Map<String, Line> lines;
  private final Optional<KeyService> service;

  private KeyRing(Map<String, Line> lines, Optional<KeyService> service) {
    this.lines = new LinkedHashMap<>(lines);
    this.service = service;
  }

  static KeyRing fresh(RandomGenerator random) {
    return fresh(random, Optional.empty());
  }

  static KeyRing fresh(RandomGenerator random, Optional<KeyService> service) {
    return new KeyRing(Map.of(), service).with(random);
  }

  /**
   * Reads the text; semicolons count as ends of lines, for those who keep it in one.
   *
   * @throws IllegalArgumentException when it holds no keys, or something else
   */
  static KeyRing parse(String text, Optional<KeyService> service) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (String line : text.split("[\\n;]")) {
      String[] words = line.strip().split("\\s+");
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      if (words.length != 2 || !words[0].matches("[A-Za-z0-9._-]{1,40}")) {
        throw new IllegalArgumentException("a line is not a name and a key");
      }
      byte[] key = read(words[0], words[1], service);
      if (key.length != Cipher.KEY_BYTES || lines.put(words[0], new Line(key, words[1])) != null) {
        throw new IllegalArgumentException("the key " + words[0] + " is damaged");
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("it holds no key");
    }
    return new KeyRing(lines, service);
  }

  private static byte[] read(String name, String text, Optional<KeyService> service) {
    if (!text.startsWith(KeyService.SEALED)) {
      return Base64.getDecoder().decode(text);
    }
    return service
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a key service sealed the key "
                        + name
                        + ", and none is named (QIAO_VAULT_TRANSIT_URL)"))
        .open(name, text);
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    lines.forEach((name, line) -> text.append(name).append(' ').append(line.text()).append('\n'));
    return text.toString();
  }

  List<String> names() {
    return List.copyOf(lines.keySet());
  }

  Map<String, byte[]> keys() {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    lines.forEach((name, line) -> keys.put(name, line.key()));
    return keys;
  }

  /** With one more key at the end: it opens, but does not wrap yet. */
  KeyRing with(RandomGenerator random) {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    String name = "k" + HexFormat.of().formatHex(bytes);
    KeyRing more = new KeyRing(lines, service);
    more.lines.put(name, written(name, Cipher.freshKey()));
    return more;
  }

  /** With the last key first: from now on it wraps. */
  KeyRing withLastFirst() {
    List<String> names = new ArrayList<>(names());
    names.addFirst(names.removeLast());
    KeyRing turned = new KeyRing(Map.of(), service);
    names.forEach(name -> turned.lines.put(name, lines.get(name)));
    return turned;
  }

  /** With nothing but the key that wraps. */
  KeyRing withFirstOnly() {
    String first = names().getFirst();
    return new KeyRing(Map.of(first, lines.get(first)), service);
  }

  /** The same keys, each written anew: sealed by the service as it is now, or in the clear. */
  KeyRing writtenAnew() {
    KeyRing anew = new KeyRing(Map.of(), service);
    lines.forEach((name, line) -> anew.lines.put(name, written(name, line.key())));
    return anew;
  }

  private Line written(String name, byte[] key) {
    return new Line(
        key,
        service
            .map(one -> one.seal(name, key))
            .orElseGet(() -> Base64.getEncoder().encodeToString(key)));
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
