package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One page in one browser, as a person uses it: by the names of what they see. */
final class Screen {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static int taken;

  private final Page page;
  private final Speech speech;

  Screen(Page page, Speech speech) {
    this.page = page;
    this.speech = speech;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return page.context();
  }

  /** Another page of the same browser. */
  Screen another() {
    return new Screen(page.context().newPage(), speech);
  }

  String say(String zh, String en) {
    return speech.say(zh, en);
  }

  void open(String path) {
    page.navigate(path);
  }

  /** A button or link of exactly this name. */
  Locator key(String zh, String en) {
    String name = say(zh, en);
    var button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    var link =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    return button.or(link).first();
  }

  void press(String zh, String en) {
    key(zh, en).click();
  }

  /** Presses the first button whose name has this in it. */
  void pressLike(String part) {
    buttonLike(part).click();
  }

  Locator buttonLike(String part) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(part)).first();
  }

  void fill(String zh, String en, String text) {
    page.getByLabel(say(zh, en)).first().fill(text);
  }

  /** Types on the keys of the page itself: amounts and PINs have no fields. */
  void type(String keys) {
    page.keyboard().type(keys);
  }

  void sees(String zh, String en) {
    seesText(say(zh, en));
  }

  void seesText(String text) {
    assertThat(page.getByText(text).filter(new Locator.FilterOptions().setVisible(true)).first())
        .isVisible();
  }

  /** Sees these words by themselves, not within a longer text. */
  void seesExactly(String zh, String en) {
    assertThat(page.getByText(say(zh, en), new Page.GetByTextOptions().setExact(true)).first())
        .isVisible();
  }

  void doesNotSee(String zh, String en) {
    assertThat(page.getByText(say(zh, en))).not().isVisible();
  }

  void seesHeading(String zh, String en) {
    assertThat(
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(say(zh, en)))
                .first())
        .isVisible();
  }

  void isAt(String pattern) {
    assertThat(page).hasURL(Pattern.compile(pattern));
  }

  /** The last part of the address: an id. */
  String idInAddress() {
    String path = page.url().replaceFirst("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The digits of a PIN, typed one after another where the sheet is open. */
  void enterPin(String pin) {
    seesHeading("输入支付密码", "Enter your PIN");
    type(pin);
  }

  /** A picture of the drawn code on this page. */
  byte[] pictureOfCode() {
    Locator code =
        page.locator("svg[role=img]").filter(new Locator.FilterOptions().setVisible(true)).last();
    return code.screenshot();
  }

  /** Hands a picture to the scanner. */
  void uploadCode(byte[] picture) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("code.png", "image/png", picture));
  }

  /** Keeps a picture of the page for people to look at. */
  void picture(String name) {
    synchronized (Screen.class) {
      taken++;
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("%s-%02d-%s.png".formatted(speech.tag(), taken, name))));
  }
}
