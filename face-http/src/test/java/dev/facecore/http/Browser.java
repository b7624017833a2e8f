package dev.facecore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real headless Chromium with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String SKIPPED =
      "[skipped] browser tests: no chromium installed (Debian packages chromium, chromium-driver)";
  private static final boolean IS_INSTALLED = isInstalled();
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  final Path downloads;
  private final ChromeDriver driver;

  private Browser(Path scratch) {
    downloads = scratch.resolve("downloads");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads + ""));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + scratch.resolve("profile"),
        "--window-size=1200,900");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  private static boolean isInstalled() {
    boolean isInstalled = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isInstalled) System.out.println(SKIPPED);
    return isInstalled;
  }

  /** Skips the tests of a class where no browser is installed. */
  static Browser open(Path scratch) {
    Assumptions.assumeTrue(IS_INSTALLED, SKIPPED);
    // Its warning of an unknown version concerns what these tests do not use.
    SELENIUM.setLevel(Level.SEVERE);
    return new Browser(scratch);
  }

  /** Opens a page as if for the first time, on a screen of some size in CSS pixels. */
  void visit(URI address, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    consoleLines();
    driver.get(address.toString());
  }

  void prefer(String colourScheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  void choose(List<Path> photographs) {
    one("#files").sendKeys(String.join("\n", photographs.stream().map(Path::toString).toList()));
  }

  /** Presses keys with whatever has the focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses the tabulator until the element with this id has the focus. */
  void tabTo(String id) {
    for (int presses = 0; presses < 60; presses++) {
      press(Keys.TAB);
      if (id.equals(focused().getDomAttribute("id"))) return;
    }
    throw new AssertionError("the keyboard does not reach " + id);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object script(String body, Object... arguments) {
    return driver.executeScript(body, arguments);
  }

  /** Waits until a fact is there; fails with its name otherwise. */
  void await(String fact, Supplier<Boolean> isThere) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isThere.get()) {
      if (System.nanoTime() > end) {
        screenshot("failed");
        throw new AssertionError("still waiting for " + fact + "; console: " + consoleLines());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** What the console says since it was last asked, such as violations of the page's policy. */
  List<String> consoleLines() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What is in view, as a picture for people to look at. */
  void screenshotOfView(String name) {
    screenshot(name, Map.of());
  }

  /** Whether an element is whole within the view. */
  boolean isInView(String selector) {
    return (Boolean)
        script(
            "const {top, left, bottom, right} ="
                + " document.querySelector(arguments[0]).getBoundingClientRect();"
                + "return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;",
            selector);
  }

  /** The whole page as a picture, for people to look at. */
  void screenshot(String name) {
    screenshot(name, Map.of("captureBeyondViewport", true));
  }

  /** The page from the top of an element down, made smaller by a factor. */
  void screenshotFrom(String selector, String name, double factor) {
    Object clip =
        script(
            "const page = document.documentElement;"
                + "const top = document.querySelector(arguments[0]).getBoundingClientRect().top;"
                + "const y = Math.floor(top + scrollY - 16);"
                + "return {x: 0, y, width: innerWidth, height: page.scrollHeight - y,"
                + " scale: arguments[1]};",
            selector,
            factor);
    screenshot(name, Map.of("captureBeyondViewport", true, "clip", clip));
  }

  private void screenshot(String name, Map<String, Object> options) {
    Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot", options);
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(
          SCREENSHOTS.resolve(name + ".png"),
          OutputType.BYTES.convertFromBase64Png((String) shot.get("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
