package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.money.Money;
import dev.qiao.money.Rate;
import dev.qiao.money.Unit;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exchange is one posting across two units. Alice has dollars and yuan; the desk trades. */
class ExchangeTest {
  private static final Unit USD = Unit.of("USD");
  private static final Rate DOLLAR = Rate.of(USD, CNY, "7.1234");

  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;
  private final AccountId usdBank = ledger.open(AccountTerms.open("bank:USD", USD, "bank"));
  private final AccountId usdAlice = ledger.open(AccountTerms.wallet("person:alice:USD", USD));
  private final AccountId usdDesk = ledger.open(AccountTerms.wallet("desk:USD", USD));
  private final AccountId cnyDesk = ledger.open(AccountTerms.wallet("desk:CNY", CNY));
  private final AccountId usdResidues = ledger.open(AccountTerms.open("round:USD", USD, "round"));
  private final AccountId cnyResidues = ledger.open(AccountTerms.open("round:CNY", CNY, "round"));

  /** When dollars are given and yuan rounded, and when yuan are exact and dollars rounded. */
  private final Exchange.Accounts giving =
      new Exchange.Accounts(usdAlice, world.alice, usdDesk, cnyDesk, cnyResidues);

  private final Exchange.Accounts getting =
      new Exchange.Accounts(usdAlice, world.alice, usdDesk, cnyDesk, usdResidues);

  @BeforeEach
  void funds() {
    ledger.post(Posting.of(world.id(), "topup", "t").leg(usdBank, usdAlice, usd(100_00)).build());
    world.fund(cnyDesk, 1_000_00);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    assertThat(sumOf(CNY)).isZero();
    assertThat(sumOf(USD)).isZero();
    world.close();
  }

  /** $10.07 are worth ¥71.732638: she gets ¥71.73, as the desk settles; nothing is left over. */
  @Test
  void givesAnExactAmountForARoundedOne() {
    Exchange exchange = Exchange.giving(usd(10_07), DOLLAR, DOWN);
    assertThat(exchange.gets()).isEqualTo(cny(71_73));
    assertThat(exchange.residue()).isEqualTo(cny(0));

    assertThat(post(exchange, giving)).isInstanceOf(Posted.class);

    assertThat(posted(usdAlice, usdDesk)).containsExactly(89_93L, 10_07L);
    assertThat(posted(world.alice, cnyDesk, cnyResidues)).containsExactly(71_73L, 928_27L, 0L);
  }

  /** $10.01 are worth ¥71.305234. The desk settles at ¥71.31, she gets ¥71.30. */
  @Test
  void putsWhatRoundingKeepsIntoTheNamedAccountAndTakesAllOfItBack() {
    Exchange exchange = Exchange.giving(usd(10_01), DOLLAR, DOWN);
    assertThat(exchange.gets()).isEqualTo(cny(71_30));
    assertThat(exchange.residue()).isEqualTo(cny(1));
    Posting posting = exchange.posting(world.id(), "exchange", "fx_1", giving);

    PostResult first = ledger.post(posting);

    assertThat(((Posted) first).after())
        .extracting(Balance::account)
        .containsExactly(usdAlice, usdDesk, cnyDesk, world.alice, cnyResidues);
    assertThat(ledger.post(posting)).isEqualTo(new Replayed(first));
    assertThat(posted(usdAlice, usdDesk)).containsExactly(89_99L, 10_01L);
    assertThat(posted(world.alice, cnyDesk, cnyResidues)).containsExactly(71_30L, 928_69L, 1L);
    assertThat(ledger.posting(posting.id()).orElseThrow().attributes())
        .isEqualTo(Map.of("rate", "USD/CNY 7.1234", "rounding", "down"));

    Reversal part = reversal(posting, Optional.of(cny(1)));
    assertThat(ledger.reverse(part)).isEqualTo(new Refused(part.id(), Refusal.WHOLE_ONLY));
    Reversal whole = reversal(posting, Optional.empty());
    PostResult reversed = ledger.reverse(whole);
    assertThat(reversed).isInstanceOf(Posted.class);
    assertThat(ledger.reverse(whole)).isEqualTo(new Replayed(reversed));
    assertThat(posted(usdAlice, usdDesk)).containsExactly(100_00L, 0L);
    assertThat(posted(world.alice, cnyDesk, cnyResidues)).containsExactly(0L, 1_000_00L, 0L);
    Reversal again = reversal(posting, Optional.empty());
    assertThat(ledger.reverse(again)).isEqualTo(new Refused(again.id(), Refusal.ALREADY_REVERSED));
  }

  /** ¥71.73 cost $10.06963...; rounded down that is $10.06, and the desk settles at $10.07. */
  @Test
  void takesWhatRoundingGivesFromTheNamedAccount() {
    Exchange exchange = Exchange.getting(cny(71_73), DOLLAR, DOWN);
    assertThat(exchange.gives()).isEqualTo(usd(10_06));
    assertThat(exchange.residue()).isEqualTo(usd(-1));

    assertThat(post(exchange, getting)).isInstanceOf(Posted.class);

    assertThat(posted(usdAlice, usdDesk, usdResidues)).containsExactly(89_94L, 10_07L, -1L);
    assertThat(posted(world.alice, cnyDesk)).containsExactly(71_73L, 928_27L);
  }

  @Test
  void roundsEitherWayOnEitherSide() {
    assertThat(post(Exchange.giving(usd(10_07), DOLLAR, UP), giving)).isInstanceOf(Posted.class);
    assertThat(posted(world.alice, cnyDesk, cnyResidues)).containsExactly(71_74L, 928_27L, -1L);

    Exchange up = Exchange.getting(cny(71_30), DOLLAR, UP); // $10.00926...
    assertThat(up.residue()).isEqualTo(usd(0));
    up = Exchange.getting(cny(71_25), DOLLAR, UP); // $10.00224...: settled at $10.00
    assertThat(up.gives()).isEqualTo(usd(10_01));
    assertThat(post(up, getting)).isInstanceOf(Posted.class);
    assertThat(posted(usdAlice, usdDesk, usdResidues)).containsExactly(79_92L, 20_07L, 1L);
  }

  @Test
  void refusesAnExchangeOfNothingAndOneThatTheDeskCannotPay() {
    Rate tiny = Rate.of(USD, CNY, "0.001");
    assertRefused(Exchange.giving(usd(1), tiny, DOWN), giving, Refusal.AMOUNT_NOT_POSITIVE);
    Exchange free = Exchange.getting(cny(1), Rate.of(USD, CNY, "1000"), HALF_EVEN);
    assertRefused(free, getting, Refusal.AMOUNT_NOT_POSITIVE);
    Rate dear = Rate.of(USD, CNY, "10000");
    assertRefused(Exchange.giving(usd(50_00), dear, DOWN), giving, Refusal.INSUFFICIENT_FUNDS);
    assertRefused(Exchange.giving(usd(200_00), DOLLAR, DOWN), giving, Refusal.INSUFFICIENT_FUNDS);
    Exchange.Accounts mixed =
        new Exchange.Accounts(usdAlice, usdBank, usdDesk, cnyDesk, cnyResidues);
    assertRefused(Exchange.giving(usd(10_00), DOLLAR, DOWN), mixed, Refusal.UNIT_MISMATCH);

    assertThat(posted(usdAlice, usdDesk)).containsExactly(100_00L, 0L);
    assertThatThrownBy(() -> Exchange.giving(cny(1), DOLLAR, DOWN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Exchange.giving(usd(Money.MINOR_MAX), dear, DOWN))
        .isInstanceOf(ArithmeticException.class);
  }

  /** Where the desk would settle at nothing, the residues alone pay. */
  @Test
  void settlesAtNothingWhenThatIsNearest() {
    Exchange least = Exchange.giving(usd(1), Rate.of(USD, CNY, "0.001"), UP);
    assertThat(least.gets()).isEqualTo(cny(1));
    assertThat(post(least, giving)).isInstanceOf(Posted.class);

    assertThat(posted(world.alice, cnyDesk, cnyResidues)).containsExactly(1L, 1_000_00L, -1L);
  }

  /**
   * The desk's position follows the rate, and the residues are what customers' rounding came to.
   */
  @Test
  void leansNeitherWayOverManyExchanges() {
    Random random = new Random(20261128);
    long residues = 0;
    long settled = 0;
    Money given = usd(0);
    int runs = 20_000;
    for (int run = 0; run < runs; run++) {
      Money amount = usd(1 + random.nextInt(1_000_00));
      Exchange exchange = Exchange.giving(amount, DOLLAR, RoundingMode.DOWN);
      assertThat(exchange.residue().minor()).isBetween(0L, 1L);
      residues += exchange.residue().minor();
      settled += exchange.residue().minor() + exchange.gets().minor();
      given = given.plus(amount);
    }
    long exact = DOLLAR.convert(given, HALF_EVEN).to().minor();
    assertThat(Math.abs(settled - exact)).isLessThan(runs / 100);
    assertThat(residues).isBetween(runs * 48L / 100, runs * 52L / 100);
  }

  private PostResult post(Exchange exchange, Exchange.Accounts accounts) {
    return ledger.post(exchange.posting(world.id(), "exchange", "fx_1", accounts));
  }

  private void assertRefused(Exchange exchange, Exchange.Accounts accounts, Refusal reason) {
    Posting posting = exchange.posting(world.id(), "exchange", "fx_1", accounts);
    assertThat(ledger.post(posting)).isEqualTo(new Refused(posting.id(), reason));
  }

  private Reversal reversal(Posting of, Optional<Money> amount) {
    return new Reversal(world.id(), of.id(), amount, "fx_back");
  }

  private List<Long> posted(AccountId... accounts) {
    return ledger.balances(List.of(accounts)).stream().map(Balance::posted).toList();
  }

  private long sumOf(Unit unit) {
    return ledger.trialBalance().stream()
        .filter(row -> row.unit().equals(unit))
        .mapToLong(TrialRow::posted)
        .sum();
  }

  private static Money usd(long minor) {
    return Money.of(minor, USD);
  }
}
