package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of a result aside, then puts each in place of an earlier one as a whole. */
final class ResultFolder {
  static final String GALLERY = "index.html";

  /**
   * Of how many faces the page holds the pictures itself: some 60 MB, which browsers still like.
   */
  static final int FACES_IN_PAGE = 5000;

  private static final String HEADSHOTS = "headshots";
  private static final String THUMBNAILS = "thumbnails";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final Path staging;
  private final int facesInPage;

  /**
   * A folder of results.
   *
   * @param staging a folder beside them, for files that are not whole yet
   * @param facesInPage with more faces than this the page shows files that lie beside it
   */
  ResultFolder(Path out, Path staging, int facesInPage) {
    this.out = out;
    this.staging = staging;
    this.facesInPage = facesInPage;
  }

  void write(Album album) throws IOException {
    delete(staging);
    Files.createDirectories(staging.resolve(HEADSHOTS));
    Files.createDirectories(staging.resolve(THUMBNAILS));
    writePeople(album);
    try (ResultWriter files = new ResultWriter(out, staging, album, album.faces() <= facesInPage)) {
      album.visit(files);
    }
    Set<Path> written = filesBelow(staging);
    for (Path file : written) putInPlace(file);
    removeSurplus(HEADSHOTS, "person-*.jpg", written);
    removeSurplus(THUMBNAILS, "face-*.jpg", written);
    delete(staging);
  }

  static String headshot(int person) {
    return HEADSHOTS + "/person-%05d.jpg".formatted(person);
  }

  static String thumbnail(int face) {
    return THUMBNAILS + "/face-%07d.jpg".formatted(face);
  }

  private void writePeople(Album album) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < album.people().size(); i++) {
      Person person = album.people().get(i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("person", i);
      row.put("face_id", person.id().toString());
      row.put("image", album.image(person.face().imageIndex()));
      row.put("sightings", person.sightings().size());
      row.put("headshot", headshot(i));
      rows.add(row);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(staging.resolve("people.json").toFile(), rows);
  }

  private void putInPlace(Path file) throws IOException {
    Path target = out.resolve(staging.relativize(file));
    Files.createDirectories(target.getParent());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  // The folders may hold files of the user's own.
  private void removeSurplus(String folder, String names, Set<Path> written) throws IOException {
    if (!Files.isDirectory(out.resolve(folder))) return;
    try (var files = Files.newDirectoryStream(out.resolve(folder), names)) {
      for (Path file : files) {
        if (!written.contains(staging.resolve(out.relativize(file)))) Files.delete(file);
      }
    }
  }

  // Pictures first: no page is there before what it shows.
  private static Set<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::getNameCount).reversed())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
