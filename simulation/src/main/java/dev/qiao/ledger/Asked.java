package dev.qiao.ledger;

import dev.qiao.model.Ask;
import dev.qiao.model.Request;
import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.List;

/** A command with its companions, and the same in the model's words. */
record Asked(Command command, List<Companion> companions, Request request) {

  static Asked of(Command command, Companion... companions) {
    List<Request.Guard> guards = new ArrayList<>();
    List<String> inserts = new ArrayList<>();
    for (Companion companion : companions) {
      List<Object> parameters = companion.parameters();
      if (companion instanceof Companion.Guard) {
        guards.add(
            new Request.Guard(
                (String) parameters.get(1),
                (String) parameters.get(2),
                (String) parameters.get(0)));
      } else {
        inserts.add((String) parameters.getFirst());
      }
    }
    return new Asked(
        command,
        List.of(companions),
        new Request(ask(command), command.toString(), guards, inserts));
  }

  PostingId id() {
    return command.id();
  }

  /** Whether no database would take its rows. */
  boolean isWrong() {
    return companions.stream()
        .anyMatch(
            companion ->
                companion.sql().equals(BusinessConnection.INSERT_WRONG)
                    || companion.sql().equals(BusinessConnection.INSERT_DEFERRED));
  }

  private static Ask ask(Command command) {
    return switch (command) {
      case Posting posting ->
          new Ask.Post(
              posting.id().value(),
              posting.legs().stream()
                  .map(
                      leg ->
                          new Ask.Leg(
                              leg.debit().number(), leg.credit().number(), amount(leg.amount())))
                  .toList(),
              uses(posting.uses()));
      case Hold hold ->
          new Ask.Hold(
              hold.id().value(),
              hold.hold().value(),
              hold.account().number(),
              amount(hold.amount()),
              Micros.of(hold.expiresAt()),
              uses(hold.uses()));
      case Increase increase ->
          new Ask.Increase(
              increase.id().value(),
              increase.hold().value(),
              amount(increase.amount()),
              uses(increase.uses()));
      case Capture capture ->
          new Ask.Capture(
              capture.id().value(),
              capture.hold().value(),
              capture.to().stream()
                  .map(share -> new Ask.Share(share.credit().number(), amount(share.amount())))
                  .toList(),
              capture.last());
      case Release release -> new Ask.Release(release.id().value(), release.hold().value());
      case Reversal reversal ->
          new Ask.Reverse(
              reversal.id().value(), reversal.of().value(), reversal.amount().map(Asked::amount));
      case Expiry expiry -> new Ask.Expire(expiry.id().value(), expiry.hold().value());
    };
  }

  private static List<Ask.Use> uses(List<Use> uses) {
    return uses.stream()
        .map(use -> new Ask.Use(use.allowance().number(), amount(use.amount())))
        .toList();
  }

  private static Ask.Amount amount(Money money) {
    return new Ask.Amount(money.minor(), money.unit().code());
  }
}
