package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What users read is plain technical English: pages, javadoc, messages, help, web pages. */
class WordsTest {
  private static final String SUBJECT =
      "(?:it|they|he|she|we|you|that|this|there|which|both|all|its|their|the|a|an|each|every|many"
          + "|such|one|two|these|those|most)(?: [\\w-]+){0,4}";
  private static final String VERB =
      "(?:is|are|was|were|has|have|can|cannot|does|do|would|will|had|may|must)";

  /** Phrases, each with what to write instead. */
  private static final List<String> AVOIDED =
      List.of(
          "anew", // again
          "once more", // again
          "go(?:es)? on (?:where|there)", // resumes
          "(?:is|was|are|be|been) had", // loaded, available
          "whoever|nobody|somebody|everybody", // callers, no person, a user
          "embedded (?:model|network|weight|detector)s?|embedded ones?", // bundled
          "taken? for one(?: person)?|takes? \\w+ for one(?: person)?", // match by mistake
          "told apart|tell \\w+ apart", // distinguished
          "defect of its own|its log tells", // internal error; see the log
          "mend(?:s|ed|ing)?", // fix
          "lies|lie (?:in|at|on|beside|below|under|outside)", // is in
          "before the law", // legal
          "costs a run", // needs one inference
          "(?<!there )(?:is|was|are) no (?!longer|more|less|larger|later)\\w+", // is not a
          "there (?:is|was|are) none|none but|nothing but", // no ... exists, only
          "pictures?|photographs?", // image; photo only for what a camera made
          "(?<=[,;:] )for " + SUBJECT + " " + VERB); // because

  private static final Pattern PHRASE =
      Pattern.compile(
          "\\b(?:" + String.join("|", AVOIDED) + ")\\b(?![\\w/(-])", Pattern.CASE_INSENSITIVE);
  private static final Pattern SINCE = Pattern.compile("(?:^|[.!?:] )Since ");

  private static final Pattern MARKDOWN_CODE =
      Pattern.compile("(?ms)^```(?:java|kotlin|json)$.*?^```$|]\\([^)]*\\)|`[^`\n]*`");
  private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*([\\s\\S]*?)\\*/");
  private static final Pattern TAG =
      Pattern.compile("\\{@\\w+\\s[^}]*\\}|@(?:param|throws) \\S+|<[^>]+>");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"([\\s\\S]*?)\"\"\"|\"((?:[^\"\\\\\n]++|\\\\.)*+)\"");
  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>([\\s\\S]*?)</script>");
  private static final Pattern SCRIPT_LITERAL =
      Pattern.compile("\"((?:[^\"\\\\\n]++|\\\\.)*+)\"|'((?:[^'\\\\\n]++|\\\\.)*+)'|`([^`]*)`");

  // What only programs read: attributes of elements, values in templates.
  private static final Pattern NAMES =
      Pattern.compile("\\b(?:id|class|for|className)(?:=|: )\"[^\"]*\"|\\$\\{[^}]*\\}");

  private final List<String> found = new ArrayList<>();
  private int read;

  @Test
  void phrases_of_the_list_are_found() {
    for (String text :
        List.of(
            "Start it anew.",
            "The image cannot be had.",
            "Mends nothing; it is no image.",
            "Larger, for the network is small.",
            "Where there is none, one picture is made.")) {
      assertTrue(PHRASE.matcher(text).find(), text);
    }
    for (String text :
        List.of("It is no longer used.", "There is no file x.", "Use it for all images.")) {
      assertFalse(PHRASE.matcher(text).find(), text);
    }
  }

  @Test
  void pages_are_plain_english() throws IOException {
    for (Path page : Pages.all()) {
      check(page, MARKDOWN_CODE.matcher(Files.readString(page)).replaceAll(""));
    }
    assertNothing(15);
  }

  @Test
  void messages_and_javadoc_are_plain_english() throws IOException {
    for (Path file : Sources.under("src/main/java", ".java")) {
      String source = Files.readString(file);
      if (isPublic(file)) {
        for (String comment : groups(JAVADOC, source)) {
          String text = comment.replaceAll("(?m)^\\s*\\* ?", " ").replaceAll("\\s+", " ");
          check(file, TAG.matcher(text).replaceAll("X"));
        }
      }
      String code = COMMENT.matcher(source).replaceAll("").replaceAll("\"\\s*\\+\\s*\"", "");
      for (String literal : groups(LITERAL, code)) if (literal.contains(" ")) check(file, literal);
    }
    assertNothing(400);
  }

  @Test
  void web_pages_and_descriptions_are_plain_english() throws IOException {
    for (String ending : List.of(".html", ".json", ".properties")) {
      for (Path file : Sources.under("src/main/resources", ending)) {
        String text = Files.readString(file);
        check(file, NAMES.matcher(SCRIPT.matcher(text).replaceAll("")).replaceAll(""));
        for (String script : groups(SCRIPT, text)) checkScript(file, script);
      }
    }
    for (Path file : Sources.under("src/main/resources", ".js")) {
      checkScript(file, Files.readString(file));
    }
    assertNothing(10);
  }

  private void checkScript(Path file, String script) {
    String code = NAMES.matcher(COMMENT.matcher(script).replaceAll("")).replaceAll("");
    for (String literal : groups(SCRIPT_LITERAL, code)) {
      if (literal.contains(" ")) check(file, literal);
    }
  }

  /** What other projects compile against. */
  private static boolean isPublic(Path file) {
    String path = Pages.ROOT.relativize(file).toString().replace('\\', '/');
    return path.matches("(?:face-core|face-fetch|integrations/gallery)\\b.*")
        && !path.contains("/internal/");
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(WordsTest::firstGroup).toList();
  }

  private static String firstGroup(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) return match.group(i);
    }
    return "";
  }

  private void check(Path file, String text) {
    read++;
    for (Pattern pattern : List.of(PHRASE, SINCE)) {
      pattern
          .matcher(text)
          .results()
          .map(hit -> text.substring(Math.max(0, hit.start() - 30), hit.end()).strip())
          .forEach(hit -> found.add(Pages.ROOT.relativize(file) + ": " + hit));
    }
  }

  private void assertNothing(int least) {
    assertTrue(read >= least, "only " + read + " texts were read");
    assertEquals("", String.join("\n", found));
  }
}
