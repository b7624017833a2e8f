package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What embeddings carry to say which weights and which recipe made them. */
class ModelIdentityTest {
  @Test
  void other_weights_another_recipe_or_another_name_are_another_model() {
    String shipped = identity("ArcFace", "sha256", null);
    assertTrue(shipped.matches("ArcFace@[0-9a-f]{8}"), shipped);
    assertEquals(shipped, identity("ArcFace", "accuracy", "better"));
    List<String> others =
        List.of(
            shipped,
            identity("ArcFace", "sha256", "0".repeat(64)),
            identity("ArcFace", "recipe", "RGB 127.5 127.5 127.5 / 127.5"),
            identity("ArcFace", "recipe", "BGR 127.5 127.5 127.5 / 128"),
            identity("Mine", "accuracy", "the same"));
    assertEquals(5, others.stream().distinct().count(), others.toString());
  }

  @Test
  void the_identity_of_the_shipped_model_does_not_change_unnoticed() {
    assertEquals("ArcFace@cbd7a8d4", identity("ArcFace", "accuracy", "any"));
  }

  private static String identity(String name, String key, String value) {
    Properties own = new Properties();
    Properties embedded = Catalogues.embedded();
    own.setProperty("models", name);
    for (String from : embedded.stringPropertyNames()) {
      if (from.startsWith("ArcFace.")) {
        own.setProperty(from.replace("ArcFace.", name + "."), embedded.getProperty(from));
      }
    }
    if (value != null) own.setProperty(name + "." + key, value);
    return CatalogueReader.read("here", own).get(0).identity();
  }
}
