package dev.qiao.bank;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A bank behind a bad line: it does at once what it gets, and never calls. */
class FlakyBank implements Connector {
  static final String NAME = "flaky";

  enum Mood {
    WELL,
    BREAKS_BEFORE,
    BREAKS_AFTER,
    REFUSES
  }

  volatile Mood mood = Mood.WELL;
  private final Map<UUID, Integer> submissions = new ConcurrentHashMap<>();
  private final Map<UUID, Integer> inquiries = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Submission submit(TransferOrder order, LinkedAccount account) {
    if (mood == Mood.BREAKS_BEFORE) {
      throw new IllegalStateException("The line is dead.");
    }
    if (mood == Mood.REFUSES) {
      return new Submission.Refused("bank_declined");
    }
    submissions.merge(order.id(), 1, Integer::sum);
    return mood == Mood.BREAKS_AFTER
        ? new Submission.Broken()
        : new Submission.Accepted("F" + order.id());
  }

  @Override
  public Inquiry inquire(TransferOrder order) {
    inquiries.merge(order.id(), 1, Integer::sum);
    if (mood != Mood.WELL) {
      return new Inquiry.Broken();
    }
    return submissions(order.id()) == 0
        ? new Inquiry.NotReceived()
        : new Inquiry.Known(order.amount(), new Outcome.Succeeded());
  }

  int submissions(UUID id) {
    return submissions.getOrDefault(id, 0);
  }

  int inquiries(UUID id) {
    return inquiries.getOrDefault(id, 0);
  }
}
