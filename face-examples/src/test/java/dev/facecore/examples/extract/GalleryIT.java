package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.examples.Cli;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;

/** The page as people see it, opened from the disk. */
class GalleryIT {
  private static final List<String> PHOTOS =
      List.of("astronaut.png", "biden.jpg", "coffee.png", "obama.jpg", "obama2.jpg");
  private static final String HOSTILE = "<img src=x onerror=\"document.title='harm'\"> & co.jpg";

  @TempDir private static Path scratch;
  private static GalleryBrowser browser;

  @BeforeAll
  static void extract() throws IOException {
    browser = GalleryBrowser.open(scratch);
    Path photos = Files.createDirectory(scratch.resolve("photos"));
    for (String name : PHOTOS) Files.copy(Path.of("photos", name), photos.resolve(name));
    Files.copy(Path.of("photos", "obama.jpg"), photos.resolve(HOSTILE));
    Files.writeString(photos.resolve("bad.jpg"), "no picture");
    assertEquals(1, Cli.run("extract", photos + "", "--out", scratch + "/out").status());
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  @BeforeEach
  void visit() {
    browser.visit(scratch.resolve("out/index.html"), 1200, 900);
  }

  @Test
  void shows_people_by_how_often_they_were_seen() {
    assertEquals("3 people in 7 images", browser.one("h1").getText());
    assertEquals(List.of("Person 0", "Person 1", "Person 2"), browser.texts("h2"));
    assertEquals(List.of("seen 3 times", "seen 1 time", "seen 1 time"), browser.texts(".who p"));
    assertEquals(
        List.of(HOSTILE, "obama.jpg", "obama2.jpg"),
        browser.texts(".person:first-child .seen p:not(.soft)"));
    assertEquals(1, browser.all("#failures li").size());
    assertEquals(
        5L,
        browser.script(
            "return [...document.querySelectorAll('.place img')]"
                + ".filter(i => i.complete && i.naturalWidth > 0).length"));
    assertEquals(List.of(), browser.consoleLines());
    browser.screenshot("gallery");
    browser.prefer("dark");
    browser.screenshot("gallery-dark");
    browser.prefer("light");
    browser.visit(scratch.resolve("out/index.html"), 400, 900);
    browser.screenshot("gallery-narrow");
  }

  @Test
  void sample_photographs_as_the_documentation_shows_them() {
    assertEquals(0, Cli.run("extract", "photos", "--out", scratch + "/sample").status());
    browser.visit(scratch.resolve("sample/index.html"), 860, 880, 0.85);
    assertEquals("3 people in 5 images", browser.one("h1").getText());
    browser.screenshot("documentation");
  }

  @Test
  void a_file_name_is_text_whatever_it_holds() {
    assertEquals("3 people in 7 images", browser.script("return document.title"));
    assertEquals(0, browser.all("img[src=x]").size());
    assertEquals(HOSTILE, browser.one(".person:first-child .seen p").getText());
  }

  @Test
  void a_link_leads_to_the_photograph() {
    String address = browser.one(".person:first-child li a").getDomProperty("href");
    assertEquals(scratch.resolve("photos").resolve(HOSTILE), Path.of(URI.create(address)));
  }

  @Test
  void a_box_lies_on_the_face() {
    browser.one("#name").sendKeys("astronaut");
    assertEquals(1, browser.all(".person").size());
    Rectangle seen = browser.one(".place img").getRect();
    Rectangle box = browser.one(".box").getRect();
    assertTrue(box.width > 0.2 * seen.width && box.width < 0.5 * seen.width, "a third wide");
    // Her face is in the middle at (224, 117) of 512 pixels; the thumbnail shows a part around it.
    List<?> part =
        (List<?>)
            browser.script(
                "const face = album.faces.find(f => f.image.endsWith('astronaut.png'));"
                    + "return face.shape");
    double scale = ((Number) part.get(0)).doubleValue() / seen.width;
    assertEquals(1, scale * seen.height / ((Number) part.get(1)).doubleValue(), 0.02, "shape");
    // The part begins at the picture's top edge, above which there is nothing.
    double inPicture = (box.y + box.height / 2.0 - seen.y) * scale;
    assertEquals(117, inPicture, 12, "the middle of the astronaut's face");
    assertEquals(seen.x + seen.width / 2.0, box.x + box.width / 2.0, 2);
  }

  @Test
  void filters_by_file_name_and_number_of_sightings() {
    browser.one("#name").sendKeys("OBAMA2");
    assertEquals(1, browser.all(".person").size());
    assertEquals(List.of("obama2.jpg"), browser.texts(".seen p:not(.soft)"));
    assertEquals("seen 1 of 3 times", browser.one(".who p").getText());
    assertEquals("1 person of 3", browser.one("#shown").getText());
    browser.one("#name").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    assertEquals(3, browser.all(".person").size());
    browser.one("#least").sendKeys(Keys.ARROW_UP);
    assertEquals(1, browser.all(".person").size());
    assertEquals("1 person of 3", browser.one("#shown").getText());
  }

  @Test
  void many_faces_lie_beside_the_page() throws IOException {
    Path out = scratch.resolve("many");
    try (WorkFolder folder = WorkFolder.open(scratch.resolve("out")).orElseThrow();
        var files = Files.newDirectoryStream(scratch.resolve("out/.faces"), "*.jsonl");
        WorkFile work = WorkFile.open(files.iterator().next())) {
      List<Path> photos = PHOTOS.stream().map(scratch.resolve("photos")::resolve).toList();
      FaceDeduplicator groups = FaceDeduplicator.of(DedupMode.FIRST, 0.4, false);
      new ResultFolder(out, folder, 3).write(TestAlbum.of(photos, work, groups));
    }
    assertTrue(Files.size(out.resolve("index.html")) < 40_000);
    browser.visit(out.resolve("index.html"), 1200, 900);
    assertEquals(3, browser.all(".person").size());
    assertEquals(
        7L,
        browser.script(
            "return [...document.querySelectorAll('.person img')]"
                + ".filter(i => i.complete && i.naturalWidth > 0).length"));
    assertEquals(List.of(), browser.consoleLines());
  }

  @Test
  void the_keyboard_reaches_the_filter_and_every_sighting() {
    int links = 0;
    browser.one("body").sendKeys(Keys.TAB);
    assertEquals("name", browser.focused().getDomAttribute("id"));
    browser.focused().sendKeys(Keys.TAB);
    assertEquals("least", browser.focused().getDomAttribute("id"));
    browser.focused().sendKeys(Keys.TAB);
    assertEquals("correct", browser.focused().getDomAttribute("id"));
    browser.focused().sendKeys(Keys.TAB);
    while (browser.focused().getTagName().equals("a")) {
      links++;
      browser.focused().sendKeys(Keys.TAB);
    }
    assertEquals(5, links);
  }
}
