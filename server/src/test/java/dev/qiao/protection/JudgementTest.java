package dev.qiao.protection;

import static dev.qiao.protection.Decision.ALLOW;
import static dev.qiao.protection.Decision.BLOCK;
import static dev.qiao.protection.Decision.REVIEW;
import static dev.qiao.protection.Decision.STEP_UP;
import static dev.qiao.protection.Reason.CREDENTIAL_CHANGED;
import static dev.qiao.protection.Reason.NEW_DEVICE;
import static dev.qiao.protection.Reason.NEW_PAYEE;
import static dev.qiao.protection.Reason.PHONE_CHANGED;
import static dev.qiao.protection.Reason.UNUSUAL_AMOUNT;
import static dev.qiao.protection.Reason.WALLET_FROZEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.identity.CredentialChange;
import dev.qiao.protection.Judgement.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final long HABIT = 1_000_00;
  private static final long TAKEOVER = 300_00;
  private static final ProtectionTerms TERMS =
      new ProtectionTerms(
          HABIT,
          TAKEOVER,
          Duration.ofDays(90),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7));
  private static final Set<CredentialChange> NOTHING = Set.of();
  private static final Set<CredentialChange> PHONE = Set.of(CredentialChange.PHONE_CHANGED);
  private static final Set<CredentialChange> PASSWORD = Set.of(CredentialChange.PASSWORD_CHANGED);

  @Test
  void whatIsUsualGoesOn() {
    is(ALLOW, List.of(), facts(HABIT, HABIT, true, false, NOTHING));
    is(ALLOW, List.of(), facts(HABIT - 1, 0, false, false, NOTHING));
  }

  @Test
  void outOfHabitNeedsMoreThanAPin() {
    is(STEP_UP, List.of(UNUSUAL_AMOUNT), facts(HABIT + 1, HABIT, true, false, NOTHING));
    is(STEP_UP, List.of(NEW_PAYEE), facts(HABIT, HABIT, false, false, NOTHING));
    is(STEP_UP, List.of(UNUSUAL_AMOUNT, NEW_PAYEE), facts(HABIT, 0, false, false, NOTHING));
  }

  @Test
  void aTakeoverNeedsAllThreeSignals() {
    is(
        REVIEW,
        List.of(NEW_DEVICE, PHONE_CHANGED, UNUSUAL_AMOUNT, NEW_PAYEE),
        facts(TAKEOVER, 0, false, true, PHONE));
    is(
        REVIEW,
        List.of(NEW_DEVICE, CREDENTIAL_CHANGED, NEW_PAYEE),
        facts(TAKEOVER, TAKEOVER, false, true, PASSWORD));
    is(ALLOW, List.of(), facts(TAKEOVER, 0, false, false, PHONE));
    is(ALLOW, List.of(), facts(TAKEOVER, 0, false, true, NOTHING));
    is(ALLOW, List.of(), facts(TAKEOVER, TAKEOVER, true, true, PHONE));
    is(ALLOW, List.of(), facts(TAKEOVER - 1, 0, false, true, PHONE));
  }

  @Test
  void nothingLeavesAFrozenWallet() {
    is(BLOCK, List.of(WALLET_FROZEN), new Facts(true, 1, HABIT, true, false, NOTHING));
  }

  private static Facts facts(
      long amount, long largest, boolean paidBefore, boolean newDevice, Set<CredentialChange> s) {
    return new Facts(false, amount, largest, paidBefore, newDevice, s);
  }

  private static void is(Decision decision, List<Reason> reasons, Facts facts) {
    assertThat(Judgement.of(facts, TERMS)).isEqualTo(new Judgement(decision, reasons));
  }
}
