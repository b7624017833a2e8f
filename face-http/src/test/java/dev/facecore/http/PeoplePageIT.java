package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

class PeoplePageIT {
  @TempDir private static Path scratch;
  private static PeoplePage page;
  private static Browser browser;

  @BeforeAll
  static void start() {
    page = PeoplePage.start(scratch, Map.of());
    browser = page.browser;
  }

  @AfterAll
  static void stop() {
    if (page != null) page.close();
  }

  @BeforeEach
  void visit() {
    page.visit();
  }

  @Test
  void shows_each_person_with_every_place() {
    page.findPeople(Photographs.ALL);
    assertEquals("3 people in 5 images", page.title());
    assertEquals(List.of("Person 1", "Person 2", "Person 3"), browser.texts(".person .who"));
    assertTrue(browser.texts(".person .help").get(0).contains("Seen in 2 images"));
    assertEquals(
        List.of("1 face", "1 face", "No face", "1 face", "1 face"),
        browser.texts("#pictures .words"));
    browser.screenshot("people");
    browser.prefer("dark");
    browser.screenshot("people-dark");
    browser.prefer("light");
    browser.screenshotFrom("body", "documentation", 0.8);
    browser.one(".person:nth-child(1) .card").click();
    String obama = browser.one("#large").getText();
    assertTrue(obama.contains("obama.jpg") && obama.contains("obama2.jpg"), obama);
    assertEquals(2, browser.all("#large figure .box").size());
    browser.screenshotOfView("person");
    browser.press(Keys.ESCAPE);
    assertFalse(browser.one("#large").isDisplayed());
    assertEquals(List.of(), browser.consoleLines());
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "360, 740"})
  void one_click_shows_samples_with_the_answer_in_view(int width, int height) {
    page.visit(width, height);
    assertTrue(browser.isInView("#samples"));
    browser.one("#samples").click();
    page.awaitTitle("3 people in 5 images");
    browser.await("the answer in view", () -> browser.isInView("#result-title"));
    assertTrue(browser.isInView(".person:nth-child(1) .headshot"));
    assertTrue(browser.isInView(".person:nth-child(2) .headshot"));
    assertEquals(5, browser.all("#pictures li").size());
    browser.screenshotOfView("samples-" + width);
    browser.prefer("dark");
    browser.screenshotOfView("samples-dark-" + width);
  }

  @Test
  void a_photograph_opens_large_with_the_names_of_people() {
    page.findPeople(Photographs.ALL);
    browser.one("#pictures li:nth-child(4) .open").click();
    assertTrue(browser.isInView("#large .photograph"));
    assertEquals("obama.jpg", browser.one("#large-title").getText());
    assertEquals(List.of("Person 1"), browser.texts("#large .names li"));
    assertEquals(List.of("Person 1"), browser.texts("#large svg text"));
    browser.screenshotOfView("large");
    browser.one("#large .close").click();
    assertFalse(browser.one("#large").isDisplayed());
  }

  @Test
  void a_box_lies_on_the_face() {
    page.findPeople(Photographs.path("astronaut.png"));
    browser.one(".card").click();
    Rectangle photograph = browser.one("#large figure svg").getRect();
    WebElement box = browser.one("#large figure .box");
    // The photograph is square, 512 pixels wide, and fits into its frame in the middle.
    double side = Math.min(photograph.width, photograph.height);
    double left = photograph.x + (photograph.width - side) / 2;
    double inPhotograph = (box.getRect().x + box.getRect().width / 2.0 - left) / side * 512;
    assertEquals(224, inPhotograph, 12, "the middle of the astronaut's face");
  }

  @Test
  void a_moved_threshold_or_another_mode_groups_again_without_sending() {
    page.findPeople(Photographs.ALL);
    page.openSettings();
    browser.script(
        "XMLHttpRequest.prototype.send = () => { throw new Error('sent'); };"
            + "window.fetch = XMLHttpRequest.prototype.send;"
            + "const slider = document.getElementById('threshold'); slider.value = 0.9;"
            + "slider.dispatchEvent(new Event('input', {bubbles: true}));");
    page.awaitTitle("4 people in 5 images");
    assertEquals("0.9", browser.one("#threshold-number").getDomProperty("value"));
    assertEquals("Settings: similarity 0.90, first", browser.one("#settings-words").getText());
    browser.one("input[value=cluster]").click();
    browser.one("#threshold-number").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.4");
    page.awaitTitle("3 people in 5 images");
    assertEquals("0.4", browser.one("#threshold").getDomProperty("value"));
    assertEquals(List.of(), browser.consoleLines());
  }

  @Test
  void who_can_hardly_be_recognised_is_folded_away_at_the_end() throws IOException {
    page.findPeople(blurred(Photographs.path("biden.jpg")), Photographs.path("obama.jpg"));
    assertEquals("2 people in 2 images", page.title());
    assertEquals(List.of("Person 1"), browser.texts("#people .who"));
    WebElement fold = browser.one("#unclear");
    assertEquals("1 person whose face can hardly be recognised", fold.getText());
    browser.one("#unclear summary").click();
    assertEquals(List.of("Person 2"), browser.texts("#unclear .who"));
    page.openSettings();
    browser.one("#quality").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.05");
    page.awaitTitle("1 person in 2 images");
    assertFalse(browser.one("#unclear").isDisplayed());
    assertEquals(List.of("Person 1"), browser.texts("#people .who"));
  }

  // Reduced to so few pixels that a face is left, but nobody's, and enlarged again.
  private static Path blurred(Path photograph) throws IOException {
    BufferedImage reduced = scaled(ImageIO.read(photograph.toFile()), 40);
    Path file = scratch.resolve("blurred.png");
    ImageIO.write(scaled(reduced, 300), "png", file.toFile());
    return file;
  }

  private static BufferedImage scaled(BufferedImage image, int width) {
    int height = image.getHeight() * width / image.getWidth();
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Image pixels = image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    scaled.getGraphics().drawImage(pixels, 0, 0, null);
    return scaled;
  }

  @Test
  void photographs_can_be_dropped_anywhere() {
    browser.script(
        "const dropped = new DataTransfer(); dropped.items.add(new File(['x'], 'dropped.png'));"
            + "document.dispatchEvent(new DragEvent('drop', {dataTransfer: dropped}));");
    assertEquals(List.of("dropped.png"), browser.texts("#pictures .name"));
  }

  @Test
  void a_removed_photograph_is_gone() {
    page.findPeople(Photographs.ALL);
    browser.one("#pictures li:nth-child(1) .remove").click();
    assertEquals("The images have changed. Press “Find people”.", browser.one("#status").getText());
    assertEquals("Remove biden.jpg", browser.focused().getDomAttribute("aria-label"));
    browser.one("#find").click();
    page.awaitTitle("2 people in 4 images");
    browser.one("#clear").click();
    assertFalse(browser.one("#result").isDisplayed());
    assertEquals(0, browser.all("#pictures li").size());
  }

  @Test
  void downloads_the_answer_and_headshots() throws IOException {
    page.findPeople(Photographs.path("biden.jpg"), Photographs.path("obama.jpg"));
    browser.one("#download-json").click();
    browser.one("#download-headshots").click();
    browser.one(".card").click();
    browser.one("#large .about button").click();
    Path json = browser.downloads.resolve("faces.json");
    Path headshots = browser.downloads.resolve("headshots.zip");
    Path headshot = browser.downloads.resolve("person-1.jpg");
    browser.await(
        "the downloads",
        () -> Files.exists(json) && Files.exists(headshots) && Files.exists(headshot));
    JsonNode answer = new ObjectMapper().readTree(json.toFile());
    assertEquals(512, answer.at("/faces/0/embedding").size());
    ApiDocument document = ApiDocument.read();
    assertEquals(
        List.of(), document.violations("/components/schemas/ExtractResponse", answer.toString()));
    assertEquals(160, ImageIO.read(headshot.toFile()).getWidth());
    try (ZipFile archive = new ZipFile(headshots.toFile())) {
      assertEquals(
          List.of("person-1.jpg", "person-2.jpg"),
          archive.stream().map(ZipEntry::getName).toList());
      ZipEntry first = archive.getEntry("person-1.jpg");
      assertArrayEquals(Files.readAllBytes(headshot), archive.getInputStream(first).readAllBytes());
    }
  }
}
