package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final PostingId ID = new PostingId(new UUID(1, 1));
  private static final HoldId HOLD = new HoldId(new UUID(2, 2));
  private static final AccountId A = new AccountId(1);
  private static final AccountId B = new AccountId(2);
  private static final Instant SOON = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void tellsApartWhateverDiffers() {
    List<Leg> legs = List.of(new Leg(A, B, cny(1)));
    Optional<UUID> channel = Optional.of(new UUID(3, 3));
    Optional<UUID> none = Optional.empty();
    Optional<String> scene = Optional.of("app");
    Optional<String> nowhere = Optional.empty();
    List<Share> shares = List.of(new Share(A, cny(1)));
    Stream<Command> commands =
        Stream.of(
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of()),
            new Posting(ID, "l", legs, "r", none, nowhere, Map.of()),
            new Posting(ID, "k", legs, "s", none, nowhere, Map.of()),
            new Posting(ID, "k", legs, "r", channel, nowhere, Map.of()),
            new Posting(ID, "k", legs, "r", none, scene, Map.of()),
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of("a", "b")),
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of("a", "c")),
            new Posting(ID, "k", List.of(), "r", none, nowhere, Map.of()),
            posting(new Leg(B, A, cny(1))),
            posting(new Leg(A, B, cny(2))),
            posting(new Leg(A, B, Money.of(1, Unit.of("USD")))),
            posting(new Leg(A, B, cny(1)), new Leg(A, B, cny(1))),
            new Hold(ID, HOLD, A, cny(1), SOON, "r"),
            new Hold(ID, new HoldId(new UUID(2, 3)), A, cny(1), SOON, "r"),
            new Hold(ID, HOLD, B, cny(1), SOON, "r"),
            new Hold(ID, HOLD, A, cny(2), SOON, "r"),
            new Hold(ID, HOLD, A, cny(1), SOON.plusMillis(1), "r"),
            new Hold(ID, HOLD, A, cny(1), SOON, "s"),
            new Increase(ID, HOLD, cny(1)),
            new Increase(ID, HOLD, cny(2)),
            new Capture(ID, HOLD, shares, "k", "r", true, none, nowhere),
            new Capture(ID, HOLD, shares, "k", "r", false, none, nowhere),
            new Capture(ID, HOLD, List.of(new Share(B, cny(1))), "k", "r", true, none, nowhere),
            new Release(ID, HOLD),
            new Expiry(ID, HOLD),
            new Reversal(ID, ID, Optional.empty(), "r"),
            new Reversal(ID, ID, Optional.of(cny(1)), "r"),
            new Reversal(ID, ID, Optional.empty(), "s"),
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of(), uses(1, 1)),
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of(), uses(1, 2)),
            new Posting(ID, "k", legs, "r", none, nowhere, Map.of(), uses(2, 1)),
            new Hold(ID, HOLD, A, cny(1), SOON, "r", uses(1, 1)),
            new Increase(ID, HOLD, cny(1), uses(1, 1)));

    assertThat(commands.map(DigestTest::hex)).doesNotHaveDuplicates().hasSize(33);
  }

  /**
   * Digests are stored for ever: when this fails, no replay of an old posting is known any more.
   */
  @Test
  void neverChanges() {
    Posting posting =
        Posting.of(ID, "payment", "pay_1")
            .leg(A, B, Money.of(1250, CNY))
            .channel(new UUID(3, 3))
            .scene("qr_static")
            .attribute("b", "2")
            .attribute("a", "1")
            .build();

    assertThat(hex(posting)).isEqualTo("b58db735a83e695f6910aafd0647acb4");
  }

  private static List<Use> uses(long allowance, long minor) {
    return List.of(new Use(new AllowanceId(allowance), cny(minor)));
  }

  private static Posting posting(Leg... legs) {
    return new Posting(ID, "k", List.of(legs), "r", Optional.empty(), Optional.empty(), Map.of());
  }

  private static String hex(Command command) {
    return HexFormat.of().formatHex(Digest.of(command));
  }
}
