package dev.facecore.examples.extract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Box;
import dev.facecore.examples.corrections.FacePlace;
import dev.facecore.examples.corrections.PlacedFaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The people whom an earlier run wrote into a folder, and where their faces are. Immutable.
 *
 * @param people in the order of {@code people.json}
 * @param faces numbered by their people
 */
record EarlierPeople(List<Known> people, PlacedFaces faces) {
  static final EarlierPeople NONE = new EarlierPeople(List.of(), new PlacedFaces());

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A person.
   *
   * @param name null where none was given
   */
  record Known(UUID id, String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record PersonRow(
      @JsonProperty("person") int person,
      @JsonProperty("face_id") UUID id,
      @JsonProperty("sightings") int sightings,
      @JsonProperty("name") String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record FaceRow(
      @JsonProperty("image") String image,
      @JsonProperty("box") double[] box,
      @JsonProperty("person") int person) {}

  /**
   * Reads them; none if the folder has no results.
   *
   * @throws IOException if the results are damaged or their files are of two runs
   */
  static EarlierPeople read(Path out) throws IOException {
    Path peopleFile = out.resolve(MadeFiles.PEOPLE);
    Path facesFile = out.resolve(MadeFiles.FACES);
    if (!MadeFiles.areResults(out) || !Files.isRegularFile(peopleFile)) return NONE;
    if (!Files.isRegularFile(facesFile)) return NONE;
    try {
      List<PersonRow> rows = people(peopleFile);
      return new EarlierPeople(
          rows.stream().map(row -> new Known(row.id, row.name)).toList(), faces(facesFile, rows));
    } catch (RuntimeException e) {
      // Jackson reports a damaged line within an iterator so, and a box refuses what is none.
      throw new IOException("damaged", e);
    }
  }

  private static List<PersonRow> people(Path file) throws IOException {
    List<PersonRow> rows = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    try (InputStream stream = Files.newInputStream(file);
        MappingIterator<PersonRow> people = JSON.readerFor(PersonRow.class).readValues(stream)) {
      while (people.hasNext()) {
        PersonRow row = people.next();
        boolean fits = row.person == rows.size() && row.id != null && ids.add(row.id);
        if (!fits) throw new IOException("damaged");
        rows.add(row);
      }
    }
    return rows;
  }

  private static PlacedFaces faces(Path file, List<PersonRow> people) throws IOException {
    PlacedFaces placed = new PlacedFaces();
    int[] sightings = new int[people.size()];
    try (InputStream stream = Files.newInputStream(file);
        MappingIterator<FaceRow> faces = JSON.readerFor(FaceRow.class).readValues(stream)) {
      while (faces.hasNext()) {
        FaceRow row = faces.next();
        Box box = new Box(row.box[0], row.box[1], row.box[2], row.box[3]);
        sightings[row.person]++;
        placed.add(new FacePlace(row.image, box), row.person);
      }
    }
    int[] said = people.stream().mapToInt(PersonRow::sightings).toArray();
    // A run that is killed while it puts its files in place leaves some of two runs.
    if (!Arrays.equals(said, sightings)) throw new IOException("of two runs");
    return placed;
  }
}
