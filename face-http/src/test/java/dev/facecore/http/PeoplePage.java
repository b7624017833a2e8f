package dev.facecore.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page at / of the real service, in a real browser. */
final class PeoplePage implements AutoCloseable {
  final Browser browser;
  private final RunningService service;

  private PeoplePage(Browser browser, RunningService service) {
    this.browser = browser;
    this.service = service;
  }

  /** Skips the tests of a class where no browser is installed. */
  static PeoplePage start(Path scratch, Map<String, String> environment) {
    Browser browser = Browser.open(scratch);
    try {
      return new PeoplePage(browser, RunningService.start(environment));
    } catch (RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  /** Opens the page anew. */
  void visit() {
    visit(1200, 900);
  }

  /** Opens the page anew on a screen of some size. */
  void visit(int width, int height) {
    browser.prefer("light");
    browser.visit(service.at("/"), width, height);
  }

  RunningService service() {
    return service;
  }

  /** Shows the settings, which are folded away. */
  void openSettings() {
    browser.one("#settings summary").click();
  }

  void findPeople(Path... photographs) {
    findPeople(List.of(photographs));
  }

  void findPeople(List<Path> photographs) {
    browser.choose(photographs);
    browser.one("#find").click();
    browser.await("the result", () -> browser.one("#result").isDisplayed());
  }

  String title() {
    return browser.one("#result-title").getText();
  }

  void awaitTitle(String title) {
    browser.await(title, () -> title().equals(title));
  }

  /** The words of the next refusal. */
  String awaitError() {
    browser.await("an error", () -> browser.one("#error").isDisplayed());
    return browser.one("#error").getText();
  }

  @Override
  public void close() {
    service.close();
    browser.close();
  }
}
