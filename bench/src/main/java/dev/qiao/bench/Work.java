package dev.qiao.bench;

import java.util.concurrent.CompletableFuture;

/** Begins a unit of work, of which at most one command is under way at a time. */
interface Work {
  CompletableFuture<Answers> begin();
}
