package dev.qiao.demo;

import dev.qiao.demo.Cast.Entry;
import dev.qiao.demo.Cast.Role;
import dev.qiao.demo.Cast.Shop;
import java.time.Instant;
import java.util.Optional;

/** Something that happens at a time of the story. Amounts are in minor units. */
sealed interface Act {
  Instant at();

  /** Someone pays in a store, the {@code store}th of the shop. */
  record Pays(Instant at, Role payer, Shop shop, int store, Entry entry, long amount)
      implements Act {}

  record Sends(Instant at, Role payer, Role payee, long amount, Optional<String> note)
      implements Act {}

  /**
   * Someone brings money from the bank account with this tail: it decides whether the bank says
   * yes.
   */
  record TopsUp(Instant at, Role person, String tail, long amount) implements Act {}

  record Withdraws(Instant at, Role person, long amount) implements Act {}
}
