package dev.qiao.ledger;

import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The whole state that the core decides on, as bytes: a version, the time since when ids are taken,
 * then accounts, allowances, holds and past postings, each in the order of their ids, so that equal
 * states have equal bytes. Numbers are big-endian, texts as {@link DataOutputStream#writeUTF},
 * lists led by their length.
 */
final class Snapshot {
  private static final int MAGIC = 0x514c4447; // QLDG
  private static final int VERSION = 3;

  private Snapshot() {}

  static void write(World world, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(world.idsSince);
    list(out, sorted(world.accounts, state -> state.number), Snapshot::account);
    list(out, sorted(world.allowances, AllowanceState::number), Snapshot::allowance);
    list(out, sortedById(world.holds, HoldId::value), Snapshot::hold);
    out.writeInt(world.past.size());
    for (var past : world.past.entrySet().stream().sorted(byId(PostingId::value)).toList()) {
      uuid(out, past.getKey().value());
      past(out, past.getValue());
    }
  }

  /** Throws IOException for bytes that are no snapshot, or of a version that is not known. */
  static World read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("Not a snapshot of a ledger");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("A snapshot of version " + version + ", not " + VERSION);
    }
    World world = new World();
    world.idsSince = in.readLong();
    list(in, Snapshot::account).forEach(world::add);
    list(in, Snapshot::allowance).forEach(world::add);
    list(in, Snapshot::hold).forEach(hold -> world.holds.put(hold.id(), hold));
    for (int left = in.readInt(); left > 0; left--) {
      world.past.put(new PostingId(uuid(in)), past(in));
    }
    return world;
  }

  private static void account(DataOutputStream out, AccountState state) throws IOException {
    out.writeLong(state.number);
    unit(out, state.unit);
    out.writeLong(state.floor);
    out.writeLong(state.ceiling);
    out.writeBoolean(state.frozenForDebit);
    out.writeBoolean(state.frozenForCredit);
    out.writeBoolean(state.closed);
    out.writeLong(state.posted);
    out.writeLong(state.held);
    out.writeLong(state.sequence);
    out.writeLong(state.version);
    out.writeLong(state.touchedAt);
  }

  private static AccountState account(DataInputStream in) throws IOException {
    return new AccountState(
            in.readLong(),
            unit(in),
            in.readLong(),
            in.readLong(),
            in.readBoolean(),
            in.readBoolean(),
            in.readBoolean())
        .at(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  private static void allowance(DataOutputStream out, AllowanceState state) throws IOException {
    out.writeLong(state.number());
    unit(out, state.unit());
    out.writeLong(state.cap());
    out.writeUTF(state.window().code());
    out.writeUTF(state.zone().getId());
    out.writeUTF(state.nextZone().map(ZoneId::getId).orElse(""));
    out.writeBoolean(state.restored());
    out.writeLong(state.windowStart());
    out.writeLong(state.windowEnd());
    for (long slot : state.slots()) {
      out.writeLong(slot);
    }
    out.writeLong(state.version());
    out.writeLong(state.touchedAt());
  }

  private static AllowanceState allowance(DataInputStream in) throws IOException {
    long number = in.readLong();
    Unit unit = unit(in);
    long cap = in.readLong();
    Window window = Window.ofCode(in.readUTF());
    ZoneId zone = ZoneId.of(in.readUTF());
    Optional<ZoneId> nextZone =
        Optional.of(in.readUTF()).filter(text -> !text.isEmpty()).map(ZoneId::of);
    boolean restored = in.readBoolean();
    long windowStart = in.readLong();
    long windowEnd = in.readLong();
    long[] slots = new long[window.slots()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = in.readLong();
    }
    return new AllowanceState(
        number,
        unit,
        cap,
        window,
        zone,
        nextZone,
        restored,
        windowStart,
        windowEnd,
        slots,
        in.readLong(),
        in.readLong());
  }

  private static void hold(DataOutputStream out, HoldState state) throws IOException {
    uuid(out, state.id().value());
    out.writeLong(state.account());
    out.writeLong(state.amount());
    out.writeLong(state.captured());
    out.writeLong(state.released());
    out.writeLong(state.version());
    out.writeLong(state.expiresAt());
    out.writeUTF(state.ended().map(End::name).orElse(""));
    out.writeUTF(state.reference());
    list(out, state.used(), Snapshot::used);
  }

  private static HoldState hold(DataInputStream in) throws IOException {
    return new HoldState(
        new HoldId(uuid(in)),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        Optional.of(in.readUTF()).filter(text -> !text.isEmpty()).map(End::valueOf),
        in.readUTF(),
        list(in, Snapshot::used));
  }

  private static void past(DataOutputStream out, PastPosting past) throws IOException {
    out.writeBoolean(past.reversal());
    out.writeBoolean(past.refused());
    list(out, past.legs(), Snapshot::leg);
    out.writeLong(past.reversed());
    out.writeBoolean(past.channel().isPresent());
    if (past.channel().isPresent()) {
      uuid(out, past.channel().get());
    }
    out.writeUTF(past.scene().orElse(""));
    out.writeBoolean(past.hold().isPresent());
    if (past.hold().isPresent()) {
      uuid(out, past.hold().get().value());
    }
    list(out, past.used(), Snapshot::used);
    out.writeLong(past.usedFor());
  }

  private static PastPosting past(DataInputStream in) throws IOException {
    return new PastPosting(
        in.readBoolean(),
        in.readBoolean(),
        list(in, Snapshot::leg),
        in.readLong(),
        in.readBoolean() ? Optional.of(uuid(in)) : Optional.empty(),
        Optional.of(in.readUTF()).filter(text -> !text.isEmpty()),
        in.readBoolean() ? Optional.of(new HoldId(uuid(in))) : Optional.empty(),
        list(in, Snapshot::used),
        in.readLong());
  }

  private static void leg(DataOutputStream out, Leg leg) throws IOException {
    out.writeLong(leg.debit().number());
    out.writeLong(leg.credit().number());
    out.writeLong(leg.amount().minor());
    unit(out, leg.amount().unit());
  }

  private static Leg leg(DataInputStream in) throws IOException {
    AccountId debit = new AccountId(in.readLong());
    AccountId credit = new AccountId(in.readLong());
    long minor = in.readLong();
    return new Leg(debit, credit, Money.of(minor, unit(in)));
  }

  private static void used(DataOutputStream out, Used used) throws IOException {
    out.writeLong(used.allowance());
    out.writeLong(used.windowStart());
    out.writeLong(used.amount());
    out.writeBoolean(used.hold() != null);
    if (used.hold() != null) {
      uuid(out, used.hold().value());
    }
  }

  private static Used used(DataInputStream in) throws IOException {
    return new Used(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean() ? new HoldId(uuid(in)) : null);
  }

  private static void unit(DataOutputStream out, Unit unit) throws IOException {
    out.writeUTF(unit.code());
    out.writeByte(unit.exponent());
  }

  private static Unit unit(DataInputStream in) throws IOException {
    return Units.of(in.readUTF(), in.readByte());
  }

  private static void uuid(DataOutputStream out, UUID uuid) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }

  private static UUID uuid(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private interface Writing<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static <T> void list(DataOutputStream out, List<T> values, Writing<T> writing)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writing.write(out, value);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reading<T> reading) throws IOException {
    List<T> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(reading.read(in));
    }
    return List.copyOf(values);
  }

  private static <T> List<T> sorted(LongMap<T> map, ToLongFunction<T> key) {
    List<T> values = new ArrayList<>(map.size());
    map.forEach(values::add);
    values.sort(Comparator.comparingLong(key));
    return values;
  }

  private static <K, V> List<V> sortedById(Map<K, V> map, Function<K, UUID> key) {
    return map.entrySet().stream().sorted(byId(key)).map(Map.Entry::getValue).toList();
  }

  private static <K, V> Comparator<Map.Entry<K, V>> byId(Function<K, UUID> key) {
    return Comparator.comparing(entry -> key.apply(entry.getKey()));
  }
}
