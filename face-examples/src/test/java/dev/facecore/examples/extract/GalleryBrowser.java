package dev.facecore.examples.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real headless Chromium that shows a gallery from the disk. */
final class GalleryBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String SKIPPED =
      "[skipped] gallery tests: no chromium installed (Debian packages chromium, chromium-driver)";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private GalleryBrowser(Path scratch) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--user-data-dir=" + scratch.resolve("profile"));
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  /** Skips the tests of a class where no browser is installed. */
  static GalleryBrowser open(Path scratch) {
    boolean isInstalled = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isInstalled) System.out.println(SKIPPED);
    Assumptions.assumeTrue(isInstalled, SKIPPED);
    // Its warning of an unknown version concerns what these tests do not use.
    SELENIUM.setLevel(Level.SEVERE);
    return new GalleryBrowser(scratch);
  }

  void visit(Path page, int width, int height) {
    visit(page, width, height, 1);
  }

  /** Opens a page on a screen of some size in CSS pixels, shown with so many pixels for each. */
  void visit(Path page, int width, int height, double scale) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
    driver.get(page.toUri().toString());
  }

  void prefer(String colourScheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
  }

  /** Clicks on something, in the middle of the screen: bars may cover the edges. */
  void click(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
    element.click();
  }

  /** Lets pages save files into a folder. */
  void saveInto(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Waits until a condition is true, as long as a busy machine may need. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError(what);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
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

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object script(String body) {
    return driver.executeScript(body);
  }

  /** What the console says since it was last asked, such as violations of the page's policy. */
  List<String> consoleLines() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The whole page as an image, for people to look at. */
  void screenshot(String name) {
    screenshot(name, true);
  }

  /** What is seen without scrolling. */
  void screenshotOfScreen(String name) {
    screenshot(name, false);
  }

  private void screenshot(String name, boolean isWhole) {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", isWhole));
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
