package dev.qiao.payment;

import dev.qiao.api.PlatformTerms;
import dev.qiao.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The codes that this platform draws and reads. What a code means is looked up by its unguessable
 * token. An amount or currency that does not agree makes the code unknown; names in it are for
 * other wallets and never shown by ours.
 */
@Service
public class PayCodes {
  private static final String OURS = "dev.qiao";
  private static final String ACCOUNT = "26";

  /** What a token stands for: the first letter of what the account template carries. */
  public enum Kind {
    STATIC("s"),
    DYNAMIC("d"),
    PERSON("p");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /** What a scanned text says. */
  public sealed interface Reading {
    /** It is ours. {@code amount} is what the code claims, if it claims one. */
    record Ours(Kind kind, String token, Optional<Money> amount) implements Reading {}

    /** It is ours, but altered. */
    record Altered() implements Reading {}

    record Damaged() implements Reading {}

    record Foreign() implements Reading {}
  }

  private final PlatformTerms terms;

  PayCodes(PlatformTerms terms) {
    this.terms = terms;
  }

  /** The code on a shop's counter: the payer types the amount. */
  public String draw(Payee payee) {
    return draw(Kind.STATIC, payee.code(), payee, Optional.empty());
  }

  /** The code of one payment, with its amount. */
  public String draw(Payment payment) {
    return draw(
        Kind.DYNAMIC, payment.code().orElseThrow(), payment.payee(), Optional.of(payment.amount()));
  }

  /** The code by which a person receives money. */
  public String draw(String token) {
    Map<String, String> values = start(Kind.PERSON, token);
    values.put("52", "0000");
    finish(values, Optional.empty(), "QIAO USER");
    return new EmvCode(values).text();
  }

  private String draw(Kind kind, String token, Payee payee, Optional<Money> amount) {
    Map<String, String> values = start(kind, token);
    values.put("52", payee.category().code());
    finish(values, amount, latin(payee.nameEn().orElse("QIAO MERCHANT")));
    values.put("64", EmvCode.join(language(payee.name())));
    return new EmvCode(values).text();
  }

  private Map<String, String> start(Kind kind, String token) {
    Map<String, String> account = new LinkedHashMap<>();
    account.put("00", OURS);
    account.put("01", kind.letter + token);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("00", "01");
    values.put("01", kind == Kind.DYNAMIC ? "12" : "11");
    values.put(ACCOUNT, EmvCode.join(account));
    return values;
  }

  private void finish(Map<String, String> values, Optional<Money> amount, String name) {
    values.put("53", number());
    amount.ifPresent(
        money ->
            values.put(
                "54", BigDecimal.valueOf(money.minor(), money.unit().exponent()).toPlainString()));
    values.put("58", "CN");
    values.put("59", name);
    values.put("60", "SHANGHAI");
  }

  private static Map<String, String> language(String name) {
    Map<String, String> language = new LinkedHashMap<>();
    language.put("00", "ZH");
    language.put(
        "01",
        name.codePointCount(0, name.length()) <= 25
            ? name
            : name.substring(0, name.offsetByCodePoints(0, 25)));
    return language;
  }

  private static String latin(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^\\x20-\\x7E]", "").strip();
    return plain.isEmpty() ? "QIAO MERCHANT" : plain.substring(0, Math.min(25, plain.length()));
  }

  /** Reads a scanned text. */
  public Reading read(String text) {
    return switch (EmvCode.read(text.strip())) {
      case EmvCode.Reading.Foreign _ -> new Reading.Foreign();
      case EmvCode.Reading.Damaged _ -> new Reading.Damaged();
      case EmvCode.Reading.Read(var code) -> meaning(code);
    };
  }

  private Reading meaning(EmvCode code) {
    if (!code.value(ACCOUNT, "00").equals(Optional.of(OURS))) {
      return new Reading.Foreign();
    }
    String token = code.value(ACCOUNT, "01").orElse("");
    for (Kind kind : Kind.values()) {
      if (token.startsWith(kind.letter) && token.length() > 10) {
        return agreeing(kind, token.substring(1), code);
      }
    }
    return new Reading.Altered();
  }

  private Reading agreeing(Kind kind, String token, EmvCode code) {
    boolean dynamic = kind == Kind.DYNAMIC;
    if (!code.value("53").equals(Optional.of(number()))
        || !code.value("01").equals(Optional.of(dynamic ? "12" : "11"))
        || code.value("54").isPresent() != dynamic) {
      return new Reading.Altered();
    }
    try {
      return new Reading.Ours(kind, token, code.value("54").map(this::money));
    } catch (ArithmeticException | NumberFormatException nonsense) {
      return new Reading.Altered();
    }
  }

  private Money money(String text) {
    return Money.of(
        new BigDecimal(text).movePointRight(terms.unit().exponent()).longValueExact(),
        terms.unit());
  }

  private String number() {
    return Currency.getInstance(terms.currency()).getNumericCodeAsString();
  }
}
