package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Face;
import dev.facecore.ImageAnalysis;
import dev.facecore.Person;
import dev.facecore.Sighting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a result. An earlier result in the same folder is replaced. */
final class ResultFolder {
  static final String GALLERY = "index.html";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultFolder() {}

  static void write(Path out, List<ImageAnalysis> images, List<Face> faces, List<Person> people)
      throws IOException {
    Files.createDirectories(out);
    writeHeadshots(out, people);
    writePeople(out.resolve("people.json"), images, people);
    writeFaces(out.resolve("faces.jsonl"), images, people);
    writeImages(out.resolve("images.jsonl"), images);
    GalleryPage.write(out.resolve(GALLERY), images, faces, people);
  }

  static String headshot(int person) {
    return "headshots/person-%05d.jpg".formatted(person);
  }

  private static void writeHeadshots(Path out, List<Person> people) throws IOException {
    Path folder = out.resolve("headshots");
    Files.createDirectories(folder);
    try (var old = Files.newDirectoryStream(folder, "person-*.jpg")) {
      for (Path file : old) Files.delete(file);
    }
    for (int person = 0; person < people.size(); person++) {
      Files.write(out.resolve(headshot(person)), people.get(person).face().headshot().jpeg());
    }
  }

  private static void writePeople(Path file, List<ImageAnalysis> images, List<Person> people)
      throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("person", i);
      row.put("face_id", person.id().toString());
      row.put("image", images.get(person.face().imageIndex()).source());
      row.put("sightings", person.sightings().size());
      row.put("headshot", headshot(i));
      rows.add(row);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
  }

  private static void writeFaces(Path file, List<ImageAnalysis> images, List<Person> people)
      throws IOException {
    int[] personOf = personOfEachFace(images, people);
    int next = 0;
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (ImageAnalysis image : images) {
        for (Face face : image.faces()) {
          lines.write(FaceLine.of(image.source(), face, personOf[next++]));
          lines.write('\n');
        }
      }
    }
  }

  private static int[] personOfEachFace(List<ImageAnalysis> images, List<Person> people) {
    int[] personOf = new int[images.stream().mapToInt(image -> image.faces().size()).sum()];
    for (int person = 0; person < people.size(); person++) {
      for (Sighting sighting : people.get(person).sightings()) {
        personOf[sighting.faceIndex()] = person;
      }
    }
    return personOf;
  }

  private static void writeImages(Path file, List<ImageAnalysis> images) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (ImageAnalysis image : images) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("image", image.source());
        row.put("width", image.width());
        row.put("height", image.height());
        row.put("faces", image.faces().size());
        row.put("error", image.failure().map(Throwable::getMessage).orElse(null));
        lines.write(JSON.writeValueAsString(row));
        lines.write('\n');
      }
    }
  }
}
