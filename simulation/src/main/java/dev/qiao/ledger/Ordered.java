package dev.qiao.ledger;

import dev.qiao.model.Order;
import java.util.OptionalLong;
import java.util.UUID;

/** An order for an account, and the same in the model's words. */
record Ordered(AccountOrder order, Order modelled) {

  static Ordered of(AccountOrder order) {
    UUID id = order.id().value();
    long account = order.account().number();
    return new Ordered(
        order,
        switch (order) {
          case AccountOrder.Freeze freeze ->
              new Order.Freeze(id, account, freeze.side() == Side.DEBIT);
          case AccountOrder.Unfreeze unfreeze ->
              new Order.Unfreeze(id, account, unfreeze.side() == Side.DEBIT);
          case AccountOrder.Limit limit ->
              new Order.Limit(id, account, orNull(limit.floor()), orNull(limit.ceiling()));
          case AccountOrder.Close _ -> new Order.Close(id, account);
        });
  }

  /** All that it says. */
  String content() {
    return order.toString();
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }
}
