package dev.qiao.ledger;

import dev.qiao.money.Unit;

/**
 * What all accounts of one unit and kind add up to, in minor units. Over one unit, posted adds up
 * to zero.
 */
public record TrialRow(Unit unit, String kind, long accounts, long posted, long held) {}
