package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Window[] WINDOWS = {
    Window.PAYMENT,
    Window.DAY,
    Window.MONTH,
    Window.YEAR,
    Window.LIFE,
    Window.rolling(Duration.ofHours(6))
  };

  private final Random random = new Random(20261121);
  private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(1));
  private final List<HoldId> holds = new ArrayList<>();
  private final List<PostingId> postings = new ArrayList<>();

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws IOException {
    World one = world();
    Core first = new Core(one);
    List<Command> before = commands(one, 2_000);
    before.forEach(command -> first.decide(command, false, clock()));

    World two = Snapshot.read(in(bytes(one)));
    Core second = new Core(two);
    two.wanted.addAll(one.wanted);

    assertThat(bytes(two)).isEqualTo(bytes(one));
    int accepted = 0;
    for (Command command : commands(one, 2_000)) {
      two.wanted.add(command.id());
      Decision decision = first.decide(command, false, clock());
      assertThat(second.decide(command, false, clock())).isEqualTo(decision);
      accepted += decision instanceof Decision.Accepted ? 1 : 0;
    }
    assertThat(accepted).isBetween(500, 1_900);
    assertThat(bytes(two)).isEqualTo(bytes(one));
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    byte[] bytes = bytes(world());
    bytes[7]++;
    assertThatThrownBy(() -> Snapshot.read(in(bytes))).hasMessageContaining("version 4");
    bytes[0]++;
    assertThatThrownBy(() -> Snapshot.read(in(bytes))).hasMessageContaining("Not a snapshot");
  }

  private World world() {
    World world = new World();
    for (int i = 1; i <= 20; i++) {
      long floor = i == 1 ? AccountState.NO_FLOOR : 0;
      long ceiling = i == 2 ? 500 : AccountState.NO_CEILING;
      world.add(new AccountState(i, CNY, floor, ceiling, i == 19, i == 20, i == 18));
    }
    for (int i = 0; i < WINDOWS.length; i++) {
      world.add(
          new AllowanceState(
              i + 1,
              CNY,
              5_000,
              WINDOWS[i],
              ZoneId.of("Asia/Shanghai"),
              i == 1 ? Optional.of(ZoneId.of("UTC")) : Optional.empty(),
              i % 2 == 0,
              0,
              0,
              new long[WINDOWS[i].slots()],
              0,
              0));
    }
    return world;
  }

  private List<Command> commands(World world, int count) {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Command command = command();
      commands.add(command);
      world.wanted.add(command.id());
    }
    return commands;
  }

  private Command command() {
    PostingId id = new PostingId(ids.next());
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> {
        postings.add(id);
        AccountId from = random.nextInt(3) == 0 ? new AccountId(1) : account();
        yield new Posting(
            id,
            "k",
            List.of(new Leg(from, account(), amount())),
            "r",
            Optional.of(new UUID(1, random.nextLong())),
            Optional.of("app"),
            Map.of(),
            uses());
      }
      case 4 -> {
        holds.add(new HoldId(ids.next()));
        yield new Hold(id, holds.getLast(), account(), amount(), NOW.plusSeconds(60), "h", uses());
      }
      case 5 -> new Increase(id, hold(), amount(), uses());
      case 6 ->
          new Capture(
              id,
              hold(),
              List.of(new Share(account(), amount())),
              "k",
              "r",
              random.nextBoolean(),
              Optional.empty(),
              Optional.empty());
      case 7 -> new Release(id, hold());
      default ->
          new Reversal(
              id,
              postings.isEmpty() ? id : postings.get(random.nextInt(postings.size())),
              random.nextBoolean() ? Optional.of(amount()) : Optional.empty(),
              "v");
    };
  }

  private List<Use> uses() {
    return random.nextInt(3) > 0
        ? List.of()
        : List.of(new Use(new AllowanceId(random.nextInt(1, 7)), amount()));
  }

  private AccountId account() {
    return new AccountId(random.nextInt(1, 21));
  }

  private HoldId hold() {
    return holds.isEmpty() ? new HoldId(ids.next()) : holds.get(random.nextInt(holds.size()));
  }

  private Money amount() {
    return cny(random.nextInt(1, 200));
  }

  private static long clock() {
    return Micros.of(NOW);
  }

  private static byte[] bytes(World world) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Snapshot.write(world, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte... bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
