package dev.qiao.ledger;

import static java.math.RoundingMode.HALF_EVEN;

import dev.qiao.money.Money;
import dev.qiao.money.Rate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody gives in one unit and gets for it in another. The amount that was asked for is
 * exact; the one in the other unit is rounded as told. The desk that trades settles at the rate
 * rounded half even, so that its position follows the rate without a lean; what the customer's
 * rounding differs from that by is the residue, and goes to, or comes from, an account of its own.
 *
 * @param gives what the customer gives, in the rate's {@code from}
 * @param gets what the customer gets, in the rate's {@code to}
 * @param residue what rounding kept from the customer (positive) or gave to it (negative): at most
 *     one smallest part, in the unit that was rounded
 */
public record Exchange(Rate rate, RoundingMode rounding, Money gives, Money gets, Money residue) {

  /**
   * The two accounts of the customer and the three of the desk.
   *
   * @param payer gives, in the rate's {@code from}
   * @param receiver gets, in the rate's {@code to}
   * @param taken where the desk takes in what is given
   * @param given where the desk gives out what is got
   * @param residues of the unit that is rounded
   */
  public record Accounts(
      AccountId payer, AccountId receiver, AccountId taken, AccountId given, AccountId residues) {}

  /** Throws IllegalArgumentException for amounts in other units than the rate's. */
  public Exchange {
    boolean fits = gives.unit().equals(rate.from()) && gets.unit().equals(rate.to());
    if (!fits || !(residue.unit().equals(rate.from()) || residue.unit().equals(rate.to()))) {
      throw new IllegalArgumentException("Not amounts of " + rate);
    }
  }

  /**
   * Gives an exact amount; what is got for it is rounded. Throws as {@link Rate#convert} does.
   *
   * @param rounding {@code DOWN} is in the desk's favour
   */
  public static Exchange giving(Money amount, Rate rate, RoundingMode rounding) {
    Money gets = rate.convert(amount, rounding).to();
    Money settled = rate.convert(amount, HALF_EVEN).to();
    return new Exchange(rate, rounding, amount, gets, settled.minus(gets));
  }

  /**
   * Gets an exact amount; what is given for it is rounded. Throws as {@link Rate#convert} does.
   *
   * @param rounding {@code UP} is in the desk's favour
   */
  public static Exchange getting(Money amount, Rate rate, RoundingMode rounding) {
    Money gives = rate.inverse().convert(amount, rounding).to();
    Money settled = rate.inverse().convert(amount, HALF_EVEN).to();
    return new Exchange(rate, rounding, gives, amount, gives.minus(settled));
  }

  /**
   * One posting with legs in both units: all or none of it happens, and it is reversed whole.
   * Refused as {@link Refusal#AMOUNT_NOT_POSITIVE} when rounding leaves nothing to give or get. It
   * keeps the rate and the rounding as attributes.
   */
  public Posting posting(PostingId id, String kind, String reference, Accounts accounts) {
    Posting.Builder posting =
        Posting.of(id, kind, reference)
            .attribute("rate", rate.toString())
            .attribute("rounding", rounding.name().toLowerCase(Locale.ROOT));
    legs(accounts).forEach(leg -> posting.leg(leg.debit(), leg.credit(), leg.amount()));
    return posting.build();
  }

  /** Those in the unit that is given come first. */
  private List<Leg> legs(Accounts accounts) {
    List<Leg> legs = new ArrayList<>(3);
    boolean givesAreRounded = residue.unit().equals(rate.from());
    Money kept = residue.isPositive() ? residue : Money.zero(residue.unit());
    Money added = residue.isNegative() ? residue.negated() : Money.zero(residue.unit());
    if (givesAreRounded) {
      // The desk takes in what is settled: less than is given, or more.
      add(legs, accounts.payer, accounts.taken, gives.minus(kept), kept.isPositive());
      add(legs, accounts.payer, accounts.residues, kept, true);
      add(legs, accounts.residues, accounts.taken, added, true);
      add(legs, accounts.given, accounts.receiver, gets, false);
    } else {
      // The desk gives out what is settled: more than is got, or less.
      add(legs, accounts.payer, accounts.taken, gives, false);
      add(legs, accounts.given, accounts.receiver, gets.minus(added), added.isPositive());
      add(legs, accounts.given, accounts.residues, kept, true);
      add(legs, accounts.residues, accounts.receiver, added, true);
    }
    return legs;
  }

  /** Leaves out a leg of nothing only where others stand for it: the ledger refuses the rest. */
  private static void add(
      List<Leg> legs, AccountId debit, AccountId credit, Money amount, boolean isOptional) {
    if (!isOptional || !amount.isZero()) {
      legs.add(new Leg(debit, credit, amount));
    }
  }
}
