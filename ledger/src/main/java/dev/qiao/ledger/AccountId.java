package dev.qiao.ledger;

/** Which account of the ledger. Numbers are given out when accounts are opened and never reused. */
public record AccountId(long number) {}
