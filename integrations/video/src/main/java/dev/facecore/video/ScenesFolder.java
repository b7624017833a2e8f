package dev.facecore.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes who is in which scene. An earlier result in the same folder is replaced. */
final class ScenesFolder {
  static final String SCENES = "scenes.json";

  private ScenesFolder() {}

  /**
   * Writes the people once each, and their numbers by scene.
   *
   * @param sceneOf the scene of each picture that was asked about
   */
  static void write(
      Path out, List<Scene> scenes, List<Integer> sceneOf, List<FaceService.Person> people)
      throws IOException {
    List<SortedSet<Integer>> peopleOf = new ArrayList<>();
    for (int scene = 0; scene < scenes.size(); scene++) peopleOf.add(new TreeSet<>());
    for (int person = 0; person < people.size(); person++) {
      for (int picture : people.get(person).pictures()) {
        peopleOf.get(sceneOf.get(picture)).add(person);
      }
    }
    Headshots.write(out, people.stream().map(person -> jpeg(person.headshotBase64())).toList());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("scenes", sceneRows(scenes, peopleOf));
    result.put("people", personRows(people));
    Web.JSON.writerWithDefaultPrettyPrinter().writeValue(out.resolve(SCENES).toFile(), result);
  }

  private static List<Map<String, Object>> sceneRows(
      List<Scene> scenes, List<SortedSet<Integer>> peopleOf) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("start", scenes.get(i).start());
      row.put("end", scenes.get(i).end());
      row.put("people", peopleOf.get(i));
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> personRows(List<FaceService.Person> people) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FaceService.Person person : people) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("person", rows.size());
      row.put("face_id", person.faceId());
      row.put("sightings", person.pictures().size());
      row.put("headshot", Headshots.name(rows.size()));
      rows.add(row);
    }
    return rows;
  }

  private static byte[] jpeg(String dataUri) {
    return Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
  }
}
