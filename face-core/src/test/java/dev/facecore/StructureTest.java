package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
          "check",
          "log",
          "natives",
          "image",
          "onnx",
          "models",
          "detect",
          "looks",
          "align",
          "embed",
          "dedup",
          "album",
          "pipeline");
  private static final Set<String> PUBLIC = Set.of("", "stage", "model");

  /**
   * The files of the public packages that use the inside, and what of it. A type that an
   * application implements, such as {@link dev.facecore.stage.FaceDetector}, is not among them.
   */
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          // Puts the parts together.
          "FaceExtractorBuilder.java", Set.of("pipeline"),
          // Factories on the type that they make.
          "Headshot.java", Set.of("align"),
          "stage/Picture.java", Set.of("image"),
          "stage/AlignedFace.java", Set.of("align"),
          "model/FaceModels.java", Set.of("models", "pipeline"),
          "model/ModelInfo.java", Set.of("models"),
          // Pure Java that lies apart for its size.
          "stage/FaceDeduplicator.java", Set.of("dedup"),
          "FaceAlbum.java", Set.of("album"));

  private static final Pattern USED = Pattern.compile("dev\\.facecore\\.internal\\.(\\w+)");
  // Not URLConnection, by which entries of jars are read.
  private static final List<String> NETWORK =
      List.of(
          "java/net/Socket",
          "java/net/ServerSocket",
          "java/net/DatagramSocket",
          "java/net/InetAddress",
          "java/net/InetSocketAddress",
          "java/net/HttpURLConnection",
          "java/net/http/",
          "javax/net/",
          "java/nio/channels/SocketChannel",
          "java/nio/channels/ServerSocketChannel",
          "java/nio/channels/AsynchronousSocketChannel",
          "java/nio/channels/DatagramChannel");
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
  void only_these_public_files_use_the_inside() throws IOException {
    Map<String, Set<String>> doors = new TreeMap<>();
    for (Path file : sources(SOURCES)) {
      String name = SOURCES.relativize(file).toString().replace(File.separatorChar, '/');
      if (name.startsWith("internal/")) continue;
      Matcher used = USED.matcher(Files.readString(file));
      while (used.find()) {
        if (used.group(1).equals("check")) continue;
        doors.computeIfAbsent(name, door -> new TreeSet<>()).add(used.group(1));
      }
    }
    assertEquals(new TreeMap<>(DOORS), doors);
  }

  /**
   * The public packages are one API in three drawers, and use each other: values and exceptions are
   * in the first, its door takes stages and models. Nothing else goes in a circle.
   */
  @Test
  void every_package_is_public_or_of_a_stage() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path file : sources(SOURCES)) {
      Path folder = SOURCES.relativize(file).getParent();
      String name = folder == null ? "" : folder.getName(0).toString();
      if (!name.equals("internal")) packages.add(name);
    }
    assertEquals(new TreeSet<>(PUBLIC), packages);
  }

  /** What opens connections is the module face-fetch; the class files tell of every reference. */
  @Test
  void no_class_can_open_a_connection() throws IOException {
    int classes = 0;
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String network : NETWORK) {
          assertFalse(constants.contains(network), () -> file + " refers to " + network);
        }
        classes++;
      }
    }
    assertTrue(classes > 200, "only " + classes + " classes were read");
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
  void only_three_libraries_and_annotations_are_needed() throws Exception {
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
            "com.microsoft.onnxruntime:onnxruntime",
            "org.jspecify:jspecify",
            "org.openpnp:opencv",
            "org.slf4j:slf4j-api"),
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
