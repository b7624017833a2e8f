package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class PeoplePageErrorsIT {
  private static final String MARKUP = "http://127.0.0.1/<img src=x onerror=alert(1)>";

  @TempDir private static Path scratch;
  private static PeoplePage page;
  private static Browser browser;

  @BeforeAll
  static void start() {
    page = PeoplePage.start(scratch, Map.of("MAX_IMAGES_PER_REQUEST", "6"));
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
  void a_file_that_is_no_photograph_is_told_beside_it() throws IOException {
    Path text = Files.writeString(scratch.resolve("notes.txt"), "not a photograph");
    page.findPeople(Photographs.path("obama.jpg"), text);
    assertEquals("1 person in 1 image; 1 could not be read", page.title());
    assertEquals(List.of("notes.txt"), browser.texts("#pictures .failed .name"));
    String words = browser.one("#pictures .failed .words").getText();
    assertTrue(words.contains("JPEG, PNG, BMP, TIFF or WebP"), words);
    browser.screenshot("image-error");
  }

  @Test
  void a_refused_request_is_told_with_its_id() {
    browser.choose(Photographs.ALL);
    browser.choose(Photographs.ALL);
    browser.one("#find").click();
    String error = page.awaitError();
    assertTrue(error.startsWith("Too many images: at most 6 are allowed"), error);
    assertTrue(error.matches("(?s).*Request req_\\d{13}"), error);
    assertFalse(browser.one("#result").isDisplayed());
    browser.screenshot("request-error");
  }

  @Test
  void nothing_chosen_is_told() {
    browser.one("#find").click();
    assertEquals("Choose at least one image first.", page.awaitError());
  }

  @Test
  void a_hostile_address_is_refused_and_stays_text() {
    browser.one("#by-address summary").click();
    browser.one("#addresses").sendKeys(MARKUP + "\n\n");
    page.findPeople(Photographs.path("biden.jpg"));
    assertEquals("1 person in 1 image; 1 could not be read", page.title());
    assertEquals(List.of(MARKUP), browser.texts("#pictures .failed .name"));
    assertEquals(0, browser.all("[onerror]").size());
  }
}
