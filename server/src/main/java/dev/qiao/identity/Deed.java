package dev.qiao.identity;

import dev.qiao.money.Money;

/**
 * One movement of money that a person is asked to confirm.
 *
 * @param thing the id of the payment or transfer, or a word for what has none yet
 * @param payee the id of who gets it: a store, a person, a linked account
 */
public record Deed(String thing, Money amount, String payee) {}
