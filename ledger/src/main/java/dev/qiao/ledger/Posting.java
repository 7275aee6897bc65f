package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One atomic change of one or more legs, applied in their order: all or none.
 *
 * @param kind where it falls in the books, such as {@code payment}
 * @param reference what it is for, such as the id of a payment
 * @param channel the channel by which it arrived
 * @param scene how it arrived inside the channel
 * @param attributes further facts of at most 200 characters each, no personal data; they are kept
 *     for ever
 * @param uses what it takes from allowances, all or nothing with its legs
 */
public record Posting(
    PostingId id,
    String kind,
    List<Leg> legs,
    String reference,
    Optional<UUID> channel,
    Optional<String> scene,
    Map<String, String> attributes,
    List<Use> uses)
    implements Command {

  public Posting {
    requireNonNull(id, "id");
    Texts.require(kind, "kind");
    legs = List.copyOf(legs);
    Texts.require(reference, "reference");
    requireNonNull(channel, "channel");
    scene.ifPresent(text -> Texts.require(text, "scene"));
    attributes = Map.copyOf(attributes);
    attributes.forEach(
        (key, value) -> {
          Texts.require(key, "attribute");
          Texts.require(value, key);
        });
    uses = Texts.requireFew(uses);
  }

  /** Without allowances. */
  public Posting(
      PostingId id,
      String kind,
      List<Leg> legs,
      String reference,
      Optional<UUID> channel,
      Optional<String> scene,
      Map<String, String> attributes) {
    this(id, kind, legs, reference, channel, scene, attributes, List.of());
  }

  public static Builder of(PostingId id, String kind, String reference) {
    return new Builder(id, kind, reference);
  }

  /** Gathers the parts of a posting. */
  public static final class Builder {
    private final PostingId id;
    private final String kind;
    private final String reference;
    private final List<Leg> legs = new ArrayList<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private final List<Use> uses = new ArrayList<>();
    private Optional<UUID> channel = Optional.empty();
    private Optional<String> scene = Optional.empty();

    private Builder(PostingId id, String kind, String reference) {
      this.id = id;
      this.kind = kind;
      this.reference = reference;
    }

    public Builder leg(AccountId debit, AccountId credit, Money amount) {
      legs.add(new Leg(debit, credit, amount));
      return this;
    }

    public Builder channel(UUID channel) {
      this.channel = Optional.of(channel);
      return this;
    }

    public Builder scene(String scene) {
      this.scene = Optional.of(scene);
      return this;
    }

    public Builder attribute(String key, String value) {
      attributes.put(key, value);
      return this;
    }

    public Builder use(AllowanceId allowance, Money amount) {
      uses.add(new Use(allowance, amount));
      return this;
    }

    public Posting build() {
      return new Posting(id, kind, legs, reference, channel, scene, attributes, uses);
    }
  }
}
