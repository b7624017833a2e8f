package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page at / in a real browser with the real service. */
class PeoplePageIT {
  @TempDir private static Path scratch;
  private static Browser browser;
  private static RunningService service;

  @BeforeAll
  static void start() {
    browser = Browser.open(scratch);
    service = RunningService.start(Map.of("MAX_IMAGES_PER_REQUEST", "6"));
  }

  @AfterAll
  static void stop() {
    if (service != null) service.close();
    if (browser != null) browser.close();
  }

  @BeforeEach
  void visit() {
    browser.prefer("light");
    browser.visit(service.at("/"), 1200, 900);
  }

  @Test
  void shows_each_person_with_every_place() {
    findPeople(Photographs.ALL);
    assertEquals("3 people in 5 photographs", browser.one("#result-title").getText());
    assertEquals(3, browser.all(".person").size());
    assertEquals(4, browser.all(".person figure").size());
    WebElement obama = browser.all(".person").get(2);
    assertTrue(obama.getText().contains("Seen in 2 photographs"), obama.getText());
    assertTrue(obama.getText().contains("obama2.jpg"), obama.getText());
    assertEquals(2, browser.all(".person:nth-child(3) figure .box").size());
    assertEquals(
        List.of("1 face", "1 face", "No face", "1 face", "1 face"),
        browser.texts("#pictures .words"));
    assertEquals(List.of(), browser.consoleLines());
    browser.screenshot("people");
    browser.prefer("dark");
    browser.screenshot("people-dark");
  }

  @Test
  void a_box_lies_on_the_face() {
    findPeople(List.of(Photographs.path("astronaut.png")));
    WebElement image = browser.one(".person figure img");
    WebElement box = browser.one(".person figure .box");
    double scale = image.getSize().height / 512.0;
    double left =
        image.getLocation().x + image.getSize().width / 2.0 + (centreX("x") - 256) * scale;
    double middle = box.getRect().x + box.getRect().width / 2.0;
    assertEquals(left, middle, 3, "the middle of the box on the screen");
    assertTrue(centreX("x") > 150 && centreX("x") < 300, "the astronaut's face");
  }

  /** The middle of the drawn box in pixels of the photograph. */
  private static double centreX(String edge) {
    WebElement box = browser.one(".person figure .box");
    return Double.parseDouble(box.getDomAttribute(edge))
        + Double.parseDouble(box.getDomAttribute("width")) / 2;
  }

  @Test
  void a_moved_threshold_asks_again() {
    findPeople(Photographs.ALL);
    browser.script(
        "const slider = document.getElementById('threshold'); slider.value = 0.9;"
            + "slider.dispatchEvent(new Event('input', {bubbles: true}));");
    awaitTitle("4 people in 5 photographs");
    assertEquals("0.9", browser.one("#threshold-number").getDomProperty("value"));
    browser.one("input[value=cluster]").click();
    browser.one("#threshold-number").clear();
    browser.one("#threshold-number").sendKeys("0.4");
    awaitTitle("3 people in 5 photographs");
  }

  @Test
  void an_image_that_is_none_is_told_beside_it() throws IOException {
    Path text = Files.writeString(scratch.resolve("notes.txt"), "not a photograph");
    findPeople(List.of(Photographs.path("obama.jpg"), text));
    assertEquals("1 person in 1 photograph", browser.one("#result-title").getText());
    List<WebElement> failed = browser.all("#pictures li.failed");
    assertEquals(1, failed.size());
    assertTrue(failed.get(0).getText().startsWith("No preview\nnotes.txt\n"), "the name");
    assertFalse(browser.one("#pictures li.failed .words").getText().isEmpty(), "the reason");
    browser.screenshot("image-error");
  }

  @Test
  void a_refused_request_is_told_with_its_id() {
    browser.choose(Photographs.ALL);
    browser.choose(Photographs.ALL);
    browser.one("#find").click();
    awaitError();
    String error = browser.one("#error").getText();
    assertTrue(error.startsWith("Too many images: at most 6 are allowed"), error);
    assertTrue(error.matches("(?s).*Request req_\\d{13}"), error);
    assertFalse(browser.one("#result").isDisplayed());
    browser.screenshot("request-error");
  }

  @Test
  void nothing_chosen_is_told() {
    browser.one("#find").click();
    awaitError();
    assertEquals("Choose at least one photograph first.", browser.one("#error").getText());
  }

  @Test
  void an_address_is_asked_about_and_shown_as_text() {
    browser.one("details summary").click();
    browser.one("#addresses").sendKeys("http://127.0.0.1/<img src=x onerror=alert(1)>\n\n");
    browser.choose(List.of(Photographs.path("biden.jpg")));
    browser.one("#find").click();
    awaitTitle("1 person in 1 photograph");
    assertEquals(
        "http://127.0.0.1/<img src=x onerror=alert(1)>",
        browser.one("#pictures li.failed .name").getText());
    assertEquals(1, browser.all("#pictures li.failed").size());
    assertEquals(0, browser.all("#pictures [onerror]").size());
  }

  @Test
  void downloads_the_answer_and_a_headshot() throws IOException {
    findPeople(List.of(Photographs.path("biden.jpg")));
    browser.one("#download-json").click();
    browser.one(".person button").click();
    Path json = browser.downloads.resolve("faces.json");
    Path headshot = browser.downloads.resolve("person-1.jpg");
    browser.await("the downloads", () -> Files.exists(json) && Files.exists(headshot));
    assertEquals(512, new ObjectMapper().readTree(json.toFile()).at("/faces/0/embedding").size());
    assertEquals(160, javax.imageio.ImageIO.read(headshot.toFile()).getWidth());
  }

  @Test
  void the_keyboard_is_enough() {
    browser.tabTo("files");
    browser.choose(Photographs.ALL); // stands for the system's own dialog
    browser.tabTo("threshold");
    assertEquals("solid", browser.focused().getCssValue("outline-style"));
    browser.press(Keys.END);
    browser.tabTo("distinct");
    browser.press(Keys.SPACE);
    browser.tabTo("find");
    browser.press(Keys.ENTER);
    awaitTitle("4 people in 5 photographs");
    browser.await(
        "the focus on the result",
        () -> "result-title".equals(browser.focused().getDomAttribute("id")));
    assertTrue(browser.one("#distinct").isSelected());
    browser.tabTo("download-json");
    browser.press(Keys.TAB);
    assertEquals("Download headshot of person 1", browser.focused().getDomAttribute("aria-label"));
  }

  @Test
  void a_removed_photograph_is_gone() {
    findPeople(Photographs.ALL);
    browser.one("#pictures li:nth-child(1) .remove").click();
    assertEquals(
        "The photographs have changed: press “Find people”.", browser.one("#status").getText());
    assertEquals("Remove biden.jpg", browser.focused().getDomAttribute("aria-label"));
    browser.one("#find").click();
    awaitTitle("2 people in 4 photographs");
    browser.one("#clear").click();
    assertFalse(browser.one("#result").isDisplayed());
    assertEquals(0, browser.all("#pictures li").size());
  }

  @Test
  void a_phone_shows_all_without_scrolling_sideways() {
    browser.visit(service.at("/"), 360, 740);
    for (WebElement summary : browser.all("summary")) summary.click();
    findPeople(Photographs.ALL);
    assertEquals(3, browser.all(".person").size());
    long width = (Long) browser.script("return document.documentElement.scrollWidth");
    assertTrue(width <= 360, "the page is " + width + " pixels wide");
    browser.screenshot("phone");
  }

  @Test
  void a_token_is_asked_for_and_sent() {
    // The page of one service asks another path of its own; the token's header is what is tested.
    browser.script(
        "window.sent = []; const set = XMLHttpRequest.prototype.setRequestHeader;"
            + "XMLHttpRequest.prototype.setRequestHeader = function (name, value) {"
            + " window.sent.push(name + ': ' + value); return set.call(this, name, value); };");
    browser.all("details summary").get(1).click();
    browser.one("#token").sendKeys(" secret ");
    findPeople(List.of(Photographs.path("coffee.png")));
    assertEquals("No face found", browser.one("#result-title").getText());
    assertEquals(
        "Content-Type: application/json,Authorization: Bearer secret",
        browser.script("return window.sent.join()"));
  }

  private static void findPeople(List<Path> photographs) {
    browser.choose(photographs);
    browser.one("#find").click();
    browser.await("the result", () -> browser.one("#result").isDisplayed());
  }

  private static void awaitTitle(String title) {
    browser.await(title, () -> browser.one("#result-title").getText().equals(title));
  }

  private static void awaitError() {
    browser.await("an error", () -> browser.one("#error").isDisplayed());
  }
}
