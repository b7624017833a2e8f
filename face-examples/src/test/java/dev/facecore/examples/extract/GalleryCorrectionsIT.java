package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.examples.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a user says about people in the page, saved there and applied by the next run. */
class GalleryCorrectionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE_FILE = "<script>document.title='harm'<script> & co.png";
  private static final String HOSTILE_NAME = "</script><script>document.title='harm'</script>";

  @TempDir private static Path scratch;
  private static GalleryBrowser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = GalleryBrowser.open(scratch);
    Path photos = Files.createDirectory(scratch.resolve("photos"));
    for (String name : List.of("biden.jpg", "obama.jpg", "obama2.jpg")) {
      Files.copy(Path.of("photos", name), photos.resolve(name));
    }
    Files.copy(Path.of("photos", "astronaut.png"), photos.resolve(HOSTILE_FILE));
    Files.createDirectory(scratch.resolve("saved"));
    browser.saveInto(scratch.resolve("saved"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  private static void extract(Path out, String... options) {
    String[] all = new String[4 + options.length];
    all[0] = "extract";
    all[1] = scratch.resolve("photos").toString();
    all[2] = "--out";
    all[3] = out.toString();
    System.arraycopy(options, 0, all, 4, options.length);
    Cli.Result result = Cli.run(all);
    assertEquals(0, result.status(), result.errors());
    browser.visit(out.resolve("index.html"), 1280, 800);
  }

  private static JsonNode saved() throws IOException {
    Path file = scratch.resolve("saved/corrections.json");
    Files.deleteIfExists(file);
    browser.one("#save").click();
    browser.await("the saved file", () -> Files.exists(file));
    return JSON.readTree(Files.readString(file));
  }

  private static WebElement button(String label) {
    return browser.all("button").stream()
        .filter(b -> label.equals(b.getDomAttribute("aria-label")) || label.equals(b.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label));
  }

  private static WebElement field(String label) {
    return browser.one("input[aria-label='" + label + "']");
  }

  @Test
  void marks_are_saved_and_applied_by_the_next_run() throws IOException {
    Path out = scratch.resolve("marked");
    extract(out);
    assertEquals(List.of("Person 2", "Person 0", "Person 1"), browser.texts("h2"));
    assertFalse(browser.one("#marks").isDisplayed());
    browser.one("#correct").click();
    field("Name of Person 2").sendKeys(HOSTILE_NAME, Keys.TAB);
    browser.click(button("Another person: the face in " + scratch.resolve("photos/obama2.jpg")));
    browser.click(field("Select Person 0"));
    browser.click(field("Select Person 1"));
    browser.click(button("The 2 selected are one person"));
    assertEquals("Person 0 and Person 1 are one person.", browser.one("#said").getText());
    assertEquals(HOSTILE_NAME, browser.one("h2").getText());

    JsonNode file = saved();
    assertEquals(1, file.get("version").asInt());
    assertEquals(1, file.get("same").size());
    assertTrue(file.get("same").get(0).get(0).get("image").asText().endsWith(HOSTILE_FILE));
    assertEquals(1, file.get("different").size());
    assertEquals(HOSTILE_NAME, file.get("names").get(0).get("name").asText());

    extract(out, "--corrections", scratch.resolve("saved/corrections.json").toString());
    JsonNode people = JSON.readTree(out.resolve("people.json").toFile());
    assertEquals(3, people.size());
    assertEquals(2, people.get(0).get("sightings").asInt());
    assertEquals(1, people.findValuesAsText("name").stream().filter(HOSTILE_NAME::equals).count());
    assertEquals("3 people in 4 images", browser.script("return document.title"));
    assertEquals(1, browser.texts("h2").stream().filter(HOSTILE_NAME::equals).count());
    assertEquals(0, browser.all("main script").size());
    browser.click(browser.one("#made summary"));
    browser.await("the corrections", () -> browser.all("#made li").size() == 3);
    for (String text : browser.texts("#made li span")) {
      assertTrue(text.endsWith("(applied here)"), text);
    }
    assertEquals(file, saved(), "what was said before is saved again");
    assertEquals(List.of(), browser.consoleLines());
    browser.screenshot("corrections-applied");
  }

  @Test
  void suggested_pairs_are_answered_once() throws IOException {
    Path out = scratch.resolve("suggested");
    extract(out, "--threshold", "0.9");
    assertEquals(4, browser.all(".person").size());
    assertEquals("Same person? 1 pair of people may be one", browser.one("#pairs").getText());
    WebElement fold = browser.one("#pairs summary");
    fold.sendKeys(Keys.ENTER);
    browser.await("the pair", () -> browser.all("#pairs li").size() == 1);
    assertEquals(
        "Is Person 2 the same person as Person 3?",
        browser.one("#pairs li").getDomAttribute("aria-label"));
    browser.screenshot("suggestion");
    browser.prefer("dark");
    browser.screenshot("suggestion-dark");
    browser.prefer("light");
    fold.sendKeys(Keys.TAB);
    assertEquals("Yes", browser.focused().getText());
    browser.focused().sendKeys(Keys.TAB);
    browser.focused().sendKeys(Keys.SPACE);
    assertFalse(browser.one("#pairs").isDisplayed());
    assertEquals("save", browser.focused().getDomAttribute("id"));
    assertEquals("Person 2 and Person 3 are two people.", browser.one("#said").getText());
    assertEquals(1, saved().get("different").size());

    extract(
        out,
        "--threshold",
        "0.9",
        "--corrections",
        scratch.resolve("saved/corrections.json").toString());
    assertFalse(browser.one("#pairs").isDisplayed());
    assertEquals(1, browser.all("#made").size());
    assertEquals(0L, browser.script("return album.suggestions.length"));
  }

  @Test
  void a_contradiction_is_refused_and_a_mark_can_be_removed() throws IOException {
    extract(scratch.resolve("contradiction"), "--threshold", "0.9");
    browser.one("#correct").click();
    browser.click(browser.one("#pairs summary"));
    browser.await("the pair", () -> browser.all("#pairs li").size() == 1);
    browser.click(button("No"));
    browser.click(field("Select Person 2"));
    browser.click(field("Select Person 3"));
    browser.click(button("The 2 selected are one person"));
    assertEquals(
        "Person 2 and Person 3 were marked as different people: remove that mark first.",
        browser.one("#said").getText());
    assertEquals("1 correction, 1 for the next run", browser.one("#made summary").getText());
    browser.click(browser.one("#made summary"));
    browser.await("the mark", () -> browser.all("#made li").size() == 1);
    browser.click(browser.one("#made li button"));
    assertEquals("0 corrections", browser.one("#made summary").getText());
    assertTrue(browser.one("#pairs").isDisplayed(), "the pair is open again");
    browser.click(button("Yes"));
    assertEquals("Person 2 and Person 3 are one person.", browser.one("#said").getText());
    assertEquals(1, saved().get("same").size());
  }

  @Test
  void fits_a_telephone_and_groups_in_order_take_names_only() {
    Path out = scratch.resolve("first");
    extract(out, "--dedup", "first");
    browser.visit(out.resolve("index.html"), 390, 800);
    browser.one("#correct").click();
    assertTrue(field("Name of Person 2").isDisplayed());
    assertEquals(0, browser.all("input[aria-label^=Select], .seen button").size());
    assertEquals(
        true, browser.script("return document.scrollingElement.scrollWidth <= innerWidth"));
    extract(out);
    browser.visit(out.resolve("index.html"), 390, 800);
    browser.one("#correct").click();
    browser.click(field("Select Person 0"));
    browser.click(field("Select Person 2"));
    assertTrue(browser.one("#one").isDisplayed());
    assertEquals(
        true, browser.script("return document.scrollingElement.scrollWidth <= innerWidth"));
    browser.screenshot("corrections-narrow");
    for (String control : List.of("input", "button")) {
      assertEquals(
          0L,
          browser.script(
              "return [...document.querySelectorAll('"
                  + control
                  + "')].filter(c => !c.labels?.length && !c.textContent.trim()"
                  + " && !c.getAttribute('aria-label')).length"),
          control + " without a label");
    }
  }

  @Test
  void sample_photographs_as_the_documentation_shows_them() throws IOException {
    Path out = scratch.resolve("sample");
    assertEquals(
        0, Cli.run("extract", "photos", "--out", out.toString(), "--threshold", "0.9").status());
    browser.visit(out.resolve("index.html"), 860, 780, 0.85);
    browser.one("#correct").click();
    field("Name of Person 1").sendKeys("Joe", Keys.TAB);
    browser.click(browser.one("#pairs summary"));
    browser.await("the pair", () -> browser.all("#pairs li").size() == 1);
    browser.script("scrollTo(0, 0)");
    browser.screenshotOfScreen("documentation-corrections");
  }
}
