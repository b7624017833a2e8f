package dev.facecore.evaluate;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Faces of known people, one for each picture that has one, in the order of the pictures.
 *
 * @param faces the face nearest to the centre of each picture
 * @param people a number for each face, the same for faces of one person
 * @param withoutFace how many pictures have none
 */
record LabelledFaces(List<Face> faces, int[] people, int withoutFace) {
  /** The pictures {@code folder/PERSON/FILE}, by ascending path. */
  static LabelledFaces inFolders(Path folder, FaceExtractor extractor) throws IOException {
    Map<String, String> personOf = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files
          .filter(file -> folder.relativize(file).getNameCount() == 2)
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .sorted()
          .forEach(file -> personOf.put(file.toString(), file.getName(0).toString()));
    }
    return of(folder, personOf, extractor);
  }

  /** The pictures of a list with the columns {@code image} and {@code identity}, in its order. */
  static LabelledFaces listed(Path folder, Path list, FaceExtractor extractor) throws IOException {
    Map<String, String> personOf = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.read(list)) {
      personOf.put(row.get("image"), row.get("identity"));
    }
    return of(folder, personOf, extractor);
  }

  private static LabelledFaces of(
      Path folder, Map<String, String> personOf, FaceExtractor extractor) {
    CentralFaces found = CentralFaces.in(folder, List.copyOf(personOf.keySet()), extractor);
    Map<String, Integer> numbers = new HashMap<>();
    List<Face> faces = new ArrayList<>();
    List<Integer> people = new ArrayList<>();
    for (Map.Entry<String, String> picture : personOf.entrySet()) {
      Optional<Face> face = found.of(picture.getKey());
      if (face.isEmpty()) continue;
      faces.add(face.get());
      people.add(numbers.computeIfAbsent(picture.getValue(), person -> numbers.size()));
    }
    return new LabelledFaces(
        List.copyOf(faces),
        people.stream().mapToInt(Integer::intValue).toArray(),
        found.without().size());
  }

  /** How many people there are. */
  int peopleCount() {
    return (int) Arrays.stream(people).distinct().count();
  }

  /** The same faces in another order. */
  LabelledFaces shuffled(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, people.length).boxed().toList());
    Collections.shuffle(order, random);
    return new LabelledFaces(
        order.stream().map(faces::get).toList(),
        order.stream().mapToInt(i -> people[i]).toArray(),
        withoutFace);
  }
}
