package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Face;
import dev.facecore.ImageAnalysis;
import dev.facecore.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page that shows the people and where each was seen; works from the disk, without internet. */
final class GalleryPage {
  private static final String DATA = "\"PEOPLE\"";

  private GalleryPage() {}

  static void write(Path file, List<ImageAnalysis> images, List<Face> faces, List<Person> people)
      throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Person person : people) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("headshot", person.face().headshot().dataUri());
      row.put("sightings", sightings(person, images, faces));
      rows.add(row);
    }
    // Inside a script element only "</" could end it; JSON allows the escape.
    String data = new ObjectMapper().writeValueAsString(rows).replace("</", "<\\/");
    Files.writeString(file, template().replace(DATA, data));
  }

  private static List<Map<String, Object>> sightings(
      Person person, List<ImageAnalysis> images, List<Face> faces) {
    List<Map<String, Object>> rows = new ArrayList<>();
    person
        .sightings()
        .forEach(
            seen -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("image", images.get(seen.imageIndex()).source());
              row.put("headshot", faces.get(seen.faceIndex()).headshot().dataUri());
              row.put("similarity", seen.similarity());
              row.put("confidence", seen.confidence());
              rows.add(row);
            });
    return rows;
  }

  private static String template() throws IOException {
    try (InputStream stream =
        GalleryPage.class.getResourceAsStream("/dev/facecore/examples/gallery.html")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
