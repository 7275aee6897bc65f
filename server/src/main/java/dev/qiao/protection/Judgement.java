package dev.qiao.protection;

import dev.qiao.identity.CredentialChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules by which a movement goes on, needs more than a PIN, or waits. Pure: the same facts
 * always give the same, with the reasons. They are few, so that a person can be told them.
 */
record Judgement(Decision decision, List<Reason> reasons) {
  /**
   * What is known when somebody wants to move money.
   *
   * @param amount in minor units, as all amounts here
   * @param largest the largest that this person moved lately; 0 when nothing
   * @param paidBefore whether something of that went to the same payee
   * @param newDevice whether the person is on a device that they have not had for long
   * @param signals the recent changes by which somebody else can have come in
   */
  record Facts(
      boolean frozen,
      long amount,
      long largest,
      boolean paidBefore,
      boolean newDevice,
      Set<CredentialChange> signals) {}

  static Judgement of(Facts facts, ProtectionTerms terms) {
    if (facts.frozen) {
      return new Judgement(Decision.BLOCK, List.of(Reason.WALLET_FROZEN));
    }
    List<Reason> habit = new ArrayList<>();
    if (facts.amount > facts.largest) {
      habit.add(Reason.UNUSUAL_AMOUNT);
    }
    if (!facts.paidBefore) {
      habit.add(Reason.NEW_PAYEE);
    }
    boolean takenOver = facts.newDevice && !facts.signals.isEmpty();
    if (takenOver && facts.amount >= terms.takeoverFrom() && !habit.isEmpty()) {
      List<Reason> reasons = new ArrayList<>(List.of(Reason.NEW_DEVICE));
      boolean phone = facts.signals.contains(CredentialChange.PHONE_CHANGED);
      reasons.add(phone ? Reason.PHONE_CHANGED : Reason.CREDENTIAL_CHANGED);
      reasons.addAll(habit);
      return new Judgement(Decision.REVIEW, List.copyOf(reasons));
    }
    return facts.amount >= terms.habitFrom() && !habit.isEmpty()
        ? new Judgement(Decision.STEP_UP, List.copyOf(habit))
        : new Judgement(Decision.ALLOW, List.of());
  }
}
