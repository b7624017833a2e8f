package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with models of {@code MODEL_DIR}. */
class FolderModelsIT {
  private static final String RESOURCES = "/dev/facecore/models/";

  @TempDir Path folder;

  @Test
  void a_model_that_was_not_accepted_or_not_fetched_ends_the_start_with_what_to_do()
      throws Exception {
    assertRefused(Map.of("FACE_MODEL", "w600k_mbf"), "models fetch w600k_mbf --accept-licence");
    assertRefused(Map.of("FACE_MODEL", "glintr100"), "faces models fetch glintr100");
    assertRefused(Map.of("DETECTOR_BACKEND", "yunet"), "faces models fetch yunet");
  }

  private void assertRefused(Map<String, String> choice, String remedy) throws Exception {
    try (MainProcess main = new MainProcess(environment(choice))) {
      main.rest();
      assertEquals(2, main.exitStatus());
      List<String> errors = main.errors();
      assertEquals(1, errors.size(), errors::toString);
      assertTrue(errors.get(0).contains(remedy), errors::toString);
    }
  }

  @Test
  void an_acceptance_in_the_folder_is_honoured() throws Exception {
    describeModelForResearch();
    assertRefused(Map.of("FACE_MODEL", "Research"), "models fetch Research --accept-licence");
    Files.writeString(folder.resolve("Research.licence-accepted"), "for research only\n");
    try (MainProcess main = new MainProcess(environment(Map.of("FACE_MODEL", "Research")))) {
      String line = main.readLine();
      while (line != null && !line.contains("Ready with Research + retinaface")) {
        line = main.readLine();
      }
      assertTrue(line != null, () -> main.errors().toString());
      main.terminate();
      assertEquals(0, main.exitStatus());
    }
  }

  private Map<String, String> environment(Map<String, String> choice) {
    Properties all = new Properties();
    all.putAll(Map.of("HOST", "127.0.0.1", "PORT", "0", "MODEL_DIR", folder.toString()));
    all.putAll(choice);
    return all.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, all::getProperty));
  }

  /** A copy of the embedded model under another name and licence. */
  private void describeModelForResearch() throws IOException {
    Properties own = new Properties();
    Properties shipped = new Properties();
    shipped.load(resource("catalogue.properties"));
    for (String key : shipped.stringPropertyNames()) {
      if (key.startsWith("ArcFace.")) {
        own.setProperty(key.replace("ArcFace.", "Research."), shipped.getProperty(key));
      }
    }
    own.setProperty("models", "Research");
    own.setProperty("Research.commercial-use", "false");
    own.setProperty("Research.licence", "for research only");
    try (OutputStream stream = Files.newOutputStream(folder.resolve("catalogue.properties"))) {
      own.store(stream, null);
    }
    String file = own.getProperty("Research.file");
    Files.copy(resource(file), folder.resolve(file));
  }

  private static InputStream resource(String name) {
    return FolderModelsIT.class.getResourceAsStream(RESOURCES + name);
  }
}
