package dev.qiao.ledger;

/** Names an allowance. */
public record AllowanceId(long number) {}
