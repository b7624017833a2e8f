package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class PeoplePageAccessIT {
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

  @Test
  void the_keyboard_is_enough() {
    page.visit();
    browser.tabTo("files");
    browser.choose(Photographs.ALL); // stands for the system's own dialog
    browser.tabTo("settings-words");
    assertEquals("solid", browser.focused().getCssValue("outline-style"), "a visible focus");
    browser.press(Keys.ENTER);
    browser.tabTo("threshold");
    browser.press(Keys.END);
    browser.tabTo("distinct");
    browser.press(Keys.SPACE);
    browser.script("document.getElementById('pictures').focus()");
    browser.tabTo("find");
    browser.press(Keys.ENTER);
    page.awaitTitle("4 people in 5 images");
    browser.await(
        "the focus on the result",
        () -> "result-title".equals(browser.focused().getDomAttribute("id")));
    assertTrue(browser.one("#distinct").isSelected());
    browser.tabTo("download-json");
    browser.press(Keys.TAB);
    browser.press(Keys.ENTER);
    assertEquals("Person 1", browser.one("#large-title").getText());
    browser.press(Keys.ESCAPE);
    assertEquals("card", browser.focused().getDomAttribute("class"));
  }

  @Test
  void everything_to_use_has_a_name() {
    page.visit();
    page.findPeople(Photographs.ALL);
    assertEquals("status", browser.one("#status").getAriaRole());
    assertEquals("alert", browser.one("#error").getDomAttribute("role"));
    browser.one(".card").click();
    long controls = (Long) browser.script("return document.querySelectorAll('input').length");
    assertEquals(9, controls);
    assertEquals(
        0L,
        browser.script(
            "return [...document.querySelectorAll('input, textarea')].filter(field =>"
                + " !field.labels.length && !field.ariaLabel).length"));
    assertEquals(
        0L,
        browser.script(
            "return [...document.querySelectorAll('img')].filter(image => !image.alt).length"));
  }

  @Test
  void a_phone_shows_all_without_scrolling_sideways() {
    page.visit(360, 740);
    for (WebElement summary : browser.all("summary")) {
      if (summary.isDisplayed()) summary.click();
    }
    page.findPeople(Photographs.ALL);
    assertEquals(3, browser.all(".person").size());
    long width = (Long) browser.script("return document.documentElement.scrollWidth");
    assertTrue(width <= 360, "the page is " + width + " pixels wide");
    browser.screenshot("phone");
  }
}
