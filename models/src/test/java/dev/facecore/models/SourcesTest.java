package dev.facecore.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file that was taken from a package is the one that sources.json pins. */
class SourcesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path MODELS = Path.of("src/main/resources/dev/facecore/models");
  private static final Pattern ENTRY =
      Pattern.compile("\"to\": \"([^\"]+)\"[^}]*\"sha256\": \"([0-9a-f]{64})\"");

  @Test
  void files_are_as_pinned() throws Exception {
    Map<String, String> pins = pins();
    int models = 0;
    int photos = 0;
    for (Map.Entry<String, String> pin : pins.entrySet()) {
      assertEquals(pin.getValue(), sha256(ROOT.resolve(pin.getKey())), pin.getKey());
      if (pin.getKey().startsWith("models/")) models++;
      if (pin.getKey().startsWith("face-examples/photos/")) photos++;
    }
    assertEquals(13, models);
    assertEquals(5, photos);
    assertEquals(18, pins.size());
  }

  @Test
  void no_weights_and_no_picture_lack_a_pin() throws IOException {
    Map<String, String> pins = pins();
    int checked = 0;
    for (Path folder : new Path[] {MODELS, ROOT.resolve("face-examples/photos")}) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(SourcesTest::isTaken).toList()) {
          String name = file.getFileName().toString();
          assertTrue(
              pins.keySet().stream().anyMatch(path -> path.endsWith("/" + name)),
              name + " is not in sources.json");
          checked++;
        }
      }
    }
    assertEquals(18, checked);
  }

  @Test
  void the_catalogue_has_the_same_pins_and_sizes_and_a_licence_lies_beside_each_model()
      throws IOException {
    Map<String, String> pins = pins();
    Properties catalogue = new Properties();
    try (InputStream stream =
        SourcesTest.class.getResourceAsStream("/dev/facecore/models/catalogue.properties")) {
      catalogue.load(stream);
    }
    String[] names = catalogue.getProperty("models").split(",\\s*");
    int checked = 0;
    for (String name : names) {
      String[] files = catalogue.getProperty(name + ".file").split("\\s+");
      String[] digests = catalogue.getProperty(name + ".sha256").split("\\s+");
      String[] sizes = catalogue.getProperty(name + ".bytes").split("\\s+");
      for (int i = 0; i < files.length; i++) {
        Path file = MODELS.resolve(files[i]);
        assertEquals(pins.get("models/" + file.toString().replace('\\', '/')), digests[i], name);
        assertEquals(Files.size(file), Long.parseLong(sizes[i]), name);
        checked++;
      }
      // The cascade carries its licence in its heading.
      Path licence = MODELS.resolve(files[0].replace(".onnx", ".LICENSE.txt"));
      String expected = files[0].endsWith(".xml") ? "Intel License Agreement" : "MIT License";
      assertTrue(Files.readString(licence).contains(expected), licence::toString);
    }
    assertEquals(6, names.length);
    assertEquals(8, checked);
  }

  private static boolean isTaken(Path file) {
    return file.toString().matches(".*\\.(onnx|xml|LICENSE\\.txt|jpg|png)");
  }

  private static Map<String, String> pins() throws IOException {
    Map<String, String> pins = new TreeMap<>();
    Matcher entries = ENTRY.matcher(Files.readString(Path.of("sources.json")));
    while (entries.find()) pins.put(entries.group(1), entries.group(2));
    return pins;
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
