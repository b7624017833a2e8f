package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertEquals("3 people in 5 photographs", page.title());
    assertEquals(3, browser.all(".person").size());
    assertEquals(4, browser.all(".person figure").size());
    String obama = browser.one(".person:nth-child(3)").getText();
    assertTrue(obama.contains("Seen in 2 photographs"), obama);
    assertTrue(obama.contains("obama.jpg") && obama.contains("obama2.jpg"), obama);
    assertEquals(2, browser.all(".person:nth-child(3) figure .box").size());
    assertEquals(
        List.of("1 face", "1 face", "No face", "1 face", "1 face"),
        browser.texts("#pictures .words"));
    assertEquals(List.of(), browser.consoleLines());
    browser.screenshot("people");
    browser.prefer("dark");
    browser.screenshot("people-dark");
    browser.prefer("light");
    browser.screenshotFrom("#find", "documentation", 0.6);
  }

  @Test
  void a_box_lies_on_the_face() {
    page.findPeople(Photographs.path("astronaut.png"));
    Rectangle photograph = browser.one(".person figure svg").getRect();
    WebElement box = browser.one(".person figure .box");
    // The photograph is square, 512 pixels wide, and fits into its frame in the middle.
    double side = Math.min(photograph.width, photograph.height);
    double left = photograph.x + (photograph.width - side) / 2;
    double inPhotograph = (box.getRect().x + box.getRect().width / 2.0 - left) / side * 512;
    assertEquals(224, inPhotograph, 12, "the middle of the astronaut's face");
  }

  @Test
  void a_moved_threshold_or_another_mode_asks_again() {
    page.findPeople(Photographs.ALL);
    browser.script(
        "const slider = document.getElementById('threshold'); slider.value = 0.9;"
            + "slider.dispatchEvent(new Event('input', {bubbles: true}));");
    page.awaitTitle("4 people in 5 photographs");
    assertEquals("0.9", browser.one("#threshold-number").getDomProperty("value"));
    browser.one("input[value=cluster]").click();
    browser.one("#threshold-number").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.4");
    page.awaitTitle("3 people in 5 photographs");
    assertEquals("0.4", browser.one("#threshold").getDomProperty("value"));
  }

  @Test
  void who_can_hardly_be_recognised_is_folded_away_at_the_end() throws IOException {
    page.findPeople(blurred(Photographs.path("biden.jpg")), Photographs.path("obama.jpg"));
    assertEquals("2 people in 2 photographs", page.title());
    assertEquals(List.of("Person 2"), browser.texts("#people h3"));
    WebElement fold = browser.one("#unclear");
    assertEquals("1 person whose face can hardly be recognised", fold.getText());
    browser.one("#unclear summary").click();
    assertEquals(List.of("Person 1"), browser.texts("#unclear h3"));
    browser.one("#quality").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.05");
    page.awaitTitle("1 person in 2 photographs");
    assertFalse(browser.one("#unclear").isDisplayed());
    assertEquals(List.of("Person 1"), browser.texts("#people h3"));
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
    assertEquals(
        "The photographs have changed: press “Find people”.", browser.one("#status").getText());
    assertEquals("Remove biden.jpg", browser.focused().getDomAttribute("aria-label"));
    browser.one("#find").click();
    page.awaitTitle("2 people in 4 photographs");
    browser.one("#clear").click();
    assertFalse(browser.one("#result").isDisplayed());
    assertEquals(0, browser.all("#pictures li").size());
  }

  @Test
  void downloads_the_answer_and_a_headshot() throws IOException {
    page.findPeople(Photographs.path("biden.jpg"));
    browser.one("#download-json").click();
    browser.one(".person button").click();
    Path json = browser.downloads.resolve("faces.json");
    Path headshot = browser.downloads.resolve("person-1.jpg");
    browser.await("the downloads", () -> Files.exists(json) && Files.exists(headshot));
    assertEquals(512, new ObjectMapper().readTree(json.toFile()).at("/faces/0/embedding").size());
    assertEquals(160, ImageIO.read(headshot.toFile()).getWidth());
  }
}
