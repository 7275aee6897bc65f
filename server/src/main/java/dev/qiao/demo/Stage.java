package dev.qiao.demo;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.PlatformClock;
import dev.qiao.channel.Channel;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Packs;
import dev.qiao.demo.Cast.Role;
import dev.qiao.demo.Cast.Shop;
import dev.qiao.identity.Authenticators;
import dev.qiao.identity.FactorPolicy;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.Hiring;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Operators;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Pins;
import dev.qiao.identity.Registration;
import dev.qiao.identity.StaffBounds;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffRole;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.merchant.Merchant;
import dev.qiao.merchant.Merchants;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.verification.DocumentType;
import dev.qiao.verification.Reviews;
import dev.qiao.verification.VerificationId;
import dev.qiao.verification.Verifications;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the cast to life: channels, people, shops with their staff, operators. Knows who is who
 * afterwards.
 */
@Component
class Stage {
  /** A shop that has been opened, and who works there. */
  record Open(List<Payee> stores, Caller owner, Caller manager, Caller cashier) {}

  private static final String HERE = "127.0.0.1";

  private final Channels channels;
  private final People people;
  private final Limits limits;
  private final Pins pins;
  private final Merchants merchants;
  private final Payees payees;
  private final Packs packs;
  private final Verifications verifications;
  private final Reviews reviews;
  private final StaffMembers staff;
  private final Operators operators;
  private final Authenticators authenticators;
  private final FactorPolicy policy;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final PlatformClock clock;
  private final Map<Role, Caller> callers = new ConcurrentHashMap<>();
  private final Map<String, Open> shops = new ConcurrentHashMap<>();
  private ChannelId miniProgram;
  private ChannelId mall;

  Stage(
      Channels channels,
      People people,
      Limits limits,
      Pins pins,
      Merchants merchants,
      Payees payees,
      Packs packs,
      Verifications verifications,
      Reviews reviews,
      StaffMembers staff,
      Operators operators,
      Authenticators authenticators,
      FactorPolicy policy,
      TransactionOperations transaction,
      Ids ids,
      PlatformClock clock) {
    this.channels = channels;
    this.people = people;
    this.limits = limits;
    this.pins = pins;
    this.merchants = merchants;
    this.payees = payees;
    this.packs = packs;
    this.verifications = verifications;
    this.reviews = reviews;
    this.staff = staff;
    this.operators = operators;
    this.authenticators = authenticators;
    this.policy = policy;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  boolean isEmpty() {
    return people.count() == 0 && merchants.count() == 0 && operators.isEmpty();
  }

  /**
   * Makes everybody and everything, at the time that the clock stands at. Passwords take long: so
   * several at once.
   */
  void build() {
    letIn();
    channels.openOwn();
    miniProgram =
        channels
            .open("拾光小程序", "Shiguang mini-program", Channel.Kind.SOCIAL, EnumSet.of(Scene.LINK))
            .id();
    mall = channels.open("云杉商城", "Spruce Mall", Channel.Kind.ECOMMERCE, EnumSet.of(Scene.WEB)).id();
    Cast.people().parallelStream().forEach(role -> callers.put(role, register(role)));
    Cast.shops().parallelStream().forEach(shop -> shops.put(shop.login(), open(shop)));
    hire("梁桥生", OperatorRole.ADMINISTRATOR, "admin");
    hire("乔安", OperatorRole.SUPPORT, "support");
    hire("宁知微", OperatorRole.RISK, "risk");
    hire("金如初", OperatorRole.FINANCE, "finance");
    Caller compliance = hire("严守拙", OperatorRole.COMPLIANCE, "compliance");
    Cast.shops().forEach(shop -> verify(shop, compliance));
  }

  /** Visitors come in by a tap on a demo login: only operators show a second factor there. */
  private void letIn() {
    transaction.executeWithoutResult(
        status ->
            policy.rules().stream()
                .filter(rule -> !rule.isFixed())
                .filter(rule -> rule.secondFactor() != SecondFactor.IF_ENROLLED)
                .forEach(
                    rule ->
                        policy.change(rule.role(), rule.secondFactor(), SecondFactor.IF_ENROLLED)));
  }

  private Caller register(Role role) {
    Optional<String> password = role.lead() ? Optional.of(Cast.PASSWORD) : Optional.empty();
    Phone phone = Phone.parse(role.phone()).orElseThrow();
    if (!(people.register(phone, role.name(), password)
        instanceof Registration.Registered(Person person))) {
      throw new IllegalStateException("A demo person could not be registered");
    }
    limits.place(
        Subject.person(person.id().value()),
        Optional.of(role.lead() ? "class_3" : "class_2"),
        Optional.empty());
    if (role.lead() && !(pins.setFirst(person, Cast.PIN) instanceof Pins.PinSetting.PinSet)) {
      throw new IllegalStateException("The demo PIN is refused");
    }
    return caller(
        App.WALLET, Caller.Kind.PERSON, person.id().value(), Optional.empty(), Optional.empty());
  }

  private Open open(Shop shop) {
    Merchant merchant =
        merchants.open(null, shop.names(), shop.category(), shop.stores().getFirst());
    shop.stores().stream().skip(1).forEach(store -> merchants.addStore(merchant, store));
    List<Payee> stores = payees.of(merchant.id());
    var cashier =
        new StaffBounds(
            Optional.of(stores.getFirst().store().value()), Optional.of(Cast.CASHIER_REFUNDS));
    return new Open(
        stores,
        hire(merchant, shop.crew().get(0), StaffRole.OWNER, StaffBounds.NONE, shop.login()),
        hire(
            merchant,
            shop.crew().get(1),
            StaffRole.MANAGER,
            StaffBounds.NONE,
            shop.login() + ".manager"),
        hire(merchant, shop.crew().get(2), StaffRole.CASHIER, cashier, shop.login() + ".cashier"));
  }

  private Caller hire(
      Merchant merchant, String name, StaffRole role, StaffBounds bounds, String login) {
    UUID shop = merchant.id().value();
    StaffMember member = hired(staff.create(shop, name, role, bounds, login, Cast.PASSWORD));
    return caller(
        App.MERCHANT,
        Caller.Kind.STAFF,
        member.id().value(),
        Optional.of(shop),
        Optional.of(role.text()));
  }

  private Caller hire(String name, OperatorRole role, String login) {
    var member = hired(operators.create(name, role, login, Cast.PASSWORD));
    authenticators.adopt(member.id().value(), Cast.authenticator());
    return caller(
        App.CONSOLE,
        Caller.Kind.OPERATOR,
        member.id().value(),
        Optional.empty(),
        Optional.of(role.text()));
  }

  /** The owner hands in what the level needs; compliance looks at it, or has not yet. */
  private void verify(Shop shop, Caller reviewer) {
    Caller owner = shop(shop).owner();
    Subject business = Subject.of(owner);
    require(verifications.aim(owner, shop.level()));
    packs
        .now(business.kind())
        .tier(shop.level())
        .orElseThrow()
        .documents()
        .forEach(
            kind -> require(verifications.put(owner, kind, DocumentType.PNG, Papers.of(kind))));
    require(verifications.submit(owner));
    VerificationId request = verifications.open(business).orElseThrow();
    if (shop.waits()) {
      return;
    }
    if (!(reviews.take(reviewer, request) instanceof Reviews.Taking.Taken)) {
      throw new IllegalStateException("A demo shop's request cannot be reviewed");
    }
    reviews
        .decide(reviewer, request, new Reviews.Verdict.Approve(shop.level(), Optional.empty()))
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
  }

  private static void require(Verifications.Doing doing) {
    switch (doing) {
      case Verifications.Doing.Done() -> {}
      case Verifications.Doing.Refused(var problem) -> throw problem.thrown();
    }
  }

  private static <T> T hired(Hiring<T> hiring) {
    if (hiring instanceof Hiring.Hired<T>(T member)) {
      return member;
    }
    throw new IllegalStateException("A demo login is refused: " + hiring);
  }

  private Caller caller(
      App app, Caller.Kind kind, UUID party, Optional<UUID> merchant, Optional<String> role) {
    return new Caller(app, kind, party, ids.next(), merchant, role, HERE);
  }

  Caller caller(Role role) {
    return callers.get(role);
  }

  Open shop(Shop shop) {
    return shops.get(shop.login());
  }

  ChannelId miniProgram() {
    return miniProgram;
  }

  ChannelId mall() {
    return mall;
  }

  PlatformClock clock() {
    return clock;
  }
}
