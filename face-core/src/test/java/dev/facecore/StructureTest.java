package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Direction, size and dependencies. */
class StructureTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/facecore");
  private static final List<String> FLOW =
      List.of(
          "log",
          "natives",
          "fetch",
          "image",
          "onnx",
          "models",
          "detect",
          "search",
          "align",
          "embed",
          "dedup",
          "pipeline");
  private static final Pattern USED = Pattern.compile("dev\\.facecore\\.internal\\.(\\w+)");
  private static final int MOST_LINES = 250;

  @Test
  void stages_use_only_earlier_stages() throws IOException {
    Set<String> stages = new TreeSet<>();
    int uses = 0;
    for (Path file : sources(SOURCES.resolve("internal"))) {
      String stage = SOURCES.resolve("internal").relativize(file).getName(0).toString();
      assertTrue(FLOW.contains(stage), () -> file + " is of no known stage");
      stages.add(stage);
      Matcher used = USED.matcher(Files.readString(file));
      while (used.find()) {
        String other = used.group(1);
        assertTrue(
            FLOW.contains(other) && FLOW.indexOf(other) <= FLOW.indexOf(stage),
            () -> file + " must not use " + other);
        uses++;
      }
    }
    assertEquals(new TreeSet<>(FLOW), stages);
    assertTrue(uses > 50, "only " + uses + " uses were found");
  }

  @Test
  void files_stay_small() throws IOException {
    List<Path> files = sources(SOURCES);
    assertTrue(files.size() > 50, "only " + files.size() + " files were found");
    for (Path file : files) {
      int lines = Files.readAllLines(file).size();
      assertTrue(lines <= MOST_LINES, () -> file + " has " + lines + " lines");
    }
  }

  @Test
  void only_three_libraries_are_needed() throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("dependency");
    Set<String> needed = new TreeSet<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element dependency = (Element) found.item(i);
      if (!isOfPlugin(dependency) && !text(dependency, "scope").equals("test")) {
        needed.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
      }
    }
    assertEquals(
        Set.of(
            "com.microsoft.onnxruntime:onnxruntime", "org.openpnp:opencv", "org.slf4j:slf4j-api"),
        needed);
  }

  private static boolean isOfPlugin(Node node) {
    for (Node at = node; at != null; at = at.getParentNode()) {
      if (at.getNodeName().equals("plugin")) return true;
    }
    return false;
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
    }
  }
}
