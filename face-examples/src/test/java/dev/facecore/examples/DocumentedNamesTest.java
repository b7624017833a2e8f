package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page names in code quotes is there: files, folders, packages, types and their members. */
class DocumentedNamesTest {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern FILE = Pattern.compile("[\\w…/-]+\\.java");
  private static final Pattern FOLDER = Pattern.compile("(?:internal|[\\w-]+/…)[\\w…/-]*/");
  private static final Pattern PACKAGE = Pattern.compile("dev(?:\\.[a-z]+)+");
  private static final Pattern TYPE =
      Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+)\\b(?!-).*)?");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");

  private static final Pattern THREAD =
      Pattern.compile("(?:new Thread|named)\\((?:[^;\"]*, )?\"(face-[a-z-]+)\"");

  /** Names of others, or of no type. */
  private static final Set<String> OTHERS =
      Set.of(
          "ArcFace",
          "BufferedImage",
          "Dockerfile",
          "Executors",
          "Killed",
          "OutOfMemoryError",
          "Range");

  private static final List<String> FILES = new ArrayList<>();
  private static final Set<String> FOLDERS = new TreeSet<>();
  private static final Map<String, String> SOURCES = new HashMap<>();

  @BeforeAll
  static void read_the_sources() throws IOException {
    Files.walkFileTree(
        Pages.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
            String name = folder.getFileName().toString();
            boolean generated = name.equals("target") || name.startsWith(".");
            return generated ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            if (file.toString().endsWith(".java")) add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    assertTrue(FILES.size() > 500, FILES.size() + " files");
  }

  private static void add(Path file) throws IOException {
    FILES.add(slashes(file));
    for (Path folder = file.getParent();
        folder.startsWith(Pages.ROOT);
        folder = folder.getParent()) {
      FOLDERS.add(slashes(folder) + "/");
    }
    String source = Files.readString(file);
    DECLARED
        .matcher(source)
        .results()
        .forEach(type -> SOURCES.merge(type.group(1), source, String::concat));
  }

  private static String slashes(Path file) {
    return "/" + Pages.ROOT.relativize(file).toString().replace('\\', '/');
  }

  @Test
  void what_a_page_names_is_there() throws IOException {
    Map<String, Set<String>> missing = new TreeMap<>();
    int checked = 0;
    for (Path page : Pages.all()) {
      // The changes tell of what there was.
      if (page.endsWith("CHANGELOG.md")) continue;
      for (String code : codes(page)) {
        Boolean there = isThere(code);
        if (there == null) continue;
        checked++;
        String name = page.getFileName().toString();
        if (!there) missing.computeIfAbsent(name, any -> new TreeSet<>()).add(code);
      }
    }
    assertEquals(Map.of(), missing);
    assertTrue(checked > 150, "only " + checked + " names were found");
  }

  /** Null for what is neither a file nor a folder, a package or a type. */
  private static Boolean isThere(String code) {
    if (FILE.matcher(code).matches()) return found(FILES, code);
    if (FOLDER.matcher(code).matches()) return found(FOLDERS, code);
    if (PACKAGE.matcher(code).matches()) return found(FOLDERS, code.replace('.', '/') + "/");
    MatchResult type = TYPE.matcher(code).results().findFirst().orElse(null);
    if (type == null || !type.group().equals(code)) return null;
    if (OTHERS.contains(type.group(1))) return null;
    String source = SOURCES.get(type.group(1));
    if (source == null) return false;
    if (type.group(2) == null) return true;
    return Pattern.compile("\\b" + type.group(2) + "\\b").matcher(source).find();
  }

  private static boolean found(Iterable<String> paths, String ending) {
    String parts =
        Arrays.stream(ending.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    Pattern path = Pattern.compile(".*/" + parts);
    for (String each : paths) {
      if (path.matcher(each).matches()) return true;
    }
    return false;
  }

  private static List<String> codes(Path page) throws IOException {
    String text = Pages.withoutCodeBlocks(page);
    // The first column is of the release before.
    if (page.endsWith("UPGRADING.md")) text = text.replaceAll("(?m)^\\|[^|]*\\|", "|");
    return CODE.matcher(text).results().map(code -> code.group(1)).toList();
  }

  @Test
  void every_thread_that_is_started_is_in_the_table() throws IOException {
    String page = Files.readString(Pages.ROOT.resolve("docs/architecture.md"));
    Set<String> started = new TreeSet<>();
    for (String file : FILES) {
      if (!file.contains("/src/main/")) continue;
      String source = Files.readString(Pages.ROOT.resolve(file.substring(1)));
      THREAD.matcher(source).results().forEach(thread -> started.add(thread.group(1)));
    }
    assertTrue(started.size() > 8, started + "");
    started.removeIf(name -> page.contains("`" + name + (name.endsWith("-") ? "N`" : "`")));
    assertEquals(Set.of(), started);
  }

  @ParameterizedTest
  @CsvSource({
    "Packages of face-core, face-core/src/main/java/dev/facecore/internal",
    "Packages of face-http, face-http/src/main/java/dev/facecore/http",
  })
  void the_table_of_packages_has_them_all_once(String heading, String folder) throws IOException {
    String page = Files.readString(Pages.ROOT.resolve("docs/architecture.md"));
    String section = page.split("\n## " + heading + "\n")[1].split("\n## ")[0];
    List<String> listed =
        Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .sorted()
            .toList();
    assertEquals(folders(Pages.ROOT.resolve(folder)), listed);
  }

  private static List<String> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
