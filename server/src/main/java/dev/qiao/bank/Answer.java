package dev.qiao.bank;

import dev.qiao.money.Money;
import java.util.UUID;

/**
 * A bank's word on an order.
 *
 * @param event the bank's name for this message: the same message may come again
 * @param transfer the id that the order carried
 * @param amount what the bank says was ordered
 */
record Answer(String connector, String event, UUID transfer, Money amount, Outcome outcome) {}
