package dev.qiao;

import dev.qiao.api.PlatformClock;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.bank.Safeguarding;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Authenticators;
import dev.qiao.identity.Hiring;
import dev.qiao.identity.OperatorMember;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Operators;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Pins;
import dev.qiao.identity.Registration;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffRole;
import dev.qiao.identity.Subject;
import dev.qiao.identity.Totp;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.merchant.Merchant;
import dev.qiao.merchant.Merchants;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Category;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PersonAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/**
 * The people and shops of a running server under test. Everybody in it is new, so tests do not meet
 * each other's.
 */
public final class Town {
  public static final String PASSWORD = "bridge-over-water";
  public static final String PIN = "258046";

  /** Of every operator's authenticator. */
  public static final byte[] SECRET = "twenty bytes of test".getBytes(StandardCharsets.US_ASCII);

  static final Unit CNY = Unit.of("CNY");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ApplicationContext server;
  private final int port;

  Town(ApplicationContext server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Somebody with this much in their wallet, who is signed in and has a PIN. */
  public Shopper shopper(String name, long minor) {
    Person person = register(name);
    // As far as it goes, so that limits are met only where a test is about them.
    the(Limits.class)
        .place(Subject.person(person.id().value()), Optional.of("class_3"), Optional.empty());
    the(Pins.class).setFirst(person, PIN);
    if (minor > 0) {
      fund(person, minor);
    }
    Shopper shopper = new Shopper(person, browser("wallet"));
    shopper.signIn();
    return shopper;
  }

  private Person register(String name) {
    Phone phone = Phone.parse("136%08d".formatted(NUMBERS.incrementAndGet() * 1009)).orElseThrow();
    return ((Registration.Registered)
            the(People.class).register(phone, name, Optional.of(PASSWORD)))
        .person();
  }

  /**
   * Puts money into a wallet as the sandbox bank would: from the account that stands for the bank.
   */
  public void fund(Person person, long minor) {
    UUID id = person.id().value();
    var bank = the(Safeguarding.class).at(the(LinkedAccounts.class).of(id).getFirst(), CNY);
    var posting =
        Posting.of(new PostingId(the(Ids.class).next()), "top_up", "test:" + id)
            .leg(bank, the(PersonAccounts.class).of(id), Money.of(minor, CNY))
            .build();
    if (!(the(Ledger.class).post(posting) instanceof PostResult.Posted)) {
      throw new IllegalStateException("Nothing was funded");
    }
  }

  /** A shop with one store, whose owner is signed in. */
  public Shop shop(String name, String nameEn) {
    Merchant merchant =
        the(Merchants.class)
            .open(
                null,
                new Names(name, nameEn),
                Category.CAFE,
                new Names(name + "一店", nameEn + " One"));
    the(Limits.class)
        .place(Subject.business(merchant.id().value()), Optional.of("licensed"), Optional.empty());
    Payee store = the(Payees.class).of(merchant.id()).getFirst();
    Shop shop =
        new Shop(
            merchant, store.store().text(), hire(merchant, StaffRole.OWNER), browser("merchant"));
    shop.signIn();
    return shop;
  }

  /** Somebody who works in a shop, signed in. */
  public TestBrowser staff(Merchant merchant, StaffRole role) {
    return signedIn("merchant", hire(merchant, role));
  }

  private String hire(Merchant merchant, StaffRole role) {
    String login = "staff-" + NUMBERS.incrementAndGet();
    Hiring<StaffMember> hired =
        the(StaffMembers.class).create(merchant.id().value(), "王掌柜", role, login, PASSWORD);
    if (!(hired instanceof Hiring.Hired<StaffMember>)) {
      throw new IllegalStateException(hired.toString());
    }
    return login;
  }

  /** Somebody who runs the platform, signed in. */
  public TestBrowser operator() {
    return operator(OperatorRole.ADMINISTRATOR);
  }

  /** Somebody with this role in running the platform, signed in. */
  public TestBrowser operator(OperatorRole role) {
    String login = "operator-" + NUMBERS.incrementAndGet();
    Hiring<OperatorMember> hired = the(Operators.class).create("Grace", role, login, PASSWORD);
    if (!(hired instanceof Hiring.Hired<OperatorMember>)) {
      throw new IllegalStateException(hired.toString());
    }
    the(Authenticators.class)
        .adopt(((Hiring.Hired<OperatorMember>) hired).member().id().value(), SECRET);
    TestBrowser browser = browser("console");
    var half = browser.signIn(login, PASSWORD);
    browser.post(
        "/v1/sessions",
        Map.of(
            "method", "totp",
            "second_factor_token", half.body().at("/second_factor/token").asString(),
            "code", Totp.code(SECRET, clock().instant())));
    return browser;
  }

  /** A browser in which nobody is signed in. */
  public TestBrowser browser(String app) {
    return new TestBrowser(port, app);
  }

  private TestBrowser signedIn(String app, String login) {
    TestBrowser browser = browser(app);
    browser.signIn(login, PASSWORD);
    return browser;
  }

  /** The address that browsers are at. */
  public String origin() {
    return "http://localhost:" + port;
  }

  public PlatformClock clock() {
    return the(PlatformClock.class);
  }

  /** A part of the server itself, for what no route shows or does. */
  public <T> T the(Class<T> type) {
    return server.getBean(type);
  }

  /** An amount as requests carry it. */
  public static Map<String, Object> cny(long minor) {
    return Map.of("amount", minor, "currency", "CNY");
  }
}
