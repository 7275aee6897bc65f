package dev.qiao.identity;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which payment PINs are too easy to guess. */
final class PinRules {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern REPEATED_PART =
      Pattern.compile("(..)\\1\\1|(...)\\2|(.)\\3(.)\\4(.)\\5");

  /** Walks over a keypad and lucky numbers, known to be chosen often. */
  private static final Set<String> FAVOURITES =
      Set.of(
          "147258", "258147", "258369", "369258", "147369", "159357", "357159", "159753", "753159",
          "147852", "852147", "789456", "456789", "123654", "321654", "654123", "456123", "123789",
          "789123", "987456", "741852", "852963", "963852", "159263", "520131", "131452", "201314",
          "521131", "168888", "518888", "686868", "123321", "654321", "314159", "141592", "112233",
          "102030", "010203", "135790", "246810", "135791", "124578", "235689", "142536", "741963");

  private PinRules() {}

  static boolean isSixDigits(String pin) {
    return SIX_DIGITS.matcher(pin).matches();
  }

  /**
   * Whether a stranger would try it early: few different digits, a run, a repetition, or the end of
   * the person's number.
   */
  static boolean isTooSimple(String pin, Optional<Phone> phone) {
    return pin.chars().distinct().count() <= 2
        || isRun(pin, 1)
        || isRun(pin, -1)
        || isPalindrome(pin)
        || REPEATED_PART.matcher(pin).matches()
        || FAVOURITES.contains(pin)
        || phone.filter(own -> own.e164().endsWith(pin)).isPresent();
  }

  /** Each digit a step from the one before, 0 following 9. */
  private static boolean isRun(String pin, int step) {
    for (int i = 1; i < pin.length(); i++) {
      if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1) - step, 10) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPalindrome(String pin) {
    return new StringBuilder(pin).reverse().toString().equals(pin);
  }
}
