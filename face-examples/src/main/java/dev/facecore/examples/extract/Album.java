package dev.facecore.examples.extract;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.console.files.PathText;
import dev.facecore.internal.natives.ProgramMemory;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pictures of a command line, some of which failed, and who is in them. */
final class Album {
  /** The quality below which a face can hardly be recognised. */
  private static final double RECOGNISABLE = 0.05;

  private final List<String> images;
  private final Map<String, String> failures;
  private final WorkFile work;
  private final double minQuality;
  private final boolean[] isUnclear;
  private final List<Person> people;
  private final int[] personOf;
  private final double[] similarityOf;
  private final int[] keptFaceOf;
  private final double[] rawLengths;

  private Album(
      List<String> images,
      Map<String, String> failures,
      WorkFile work,
      double minQuality,
      List<Face> faces,
      List<Person> people) {
    this.images = images;
    this.failures = failures;
    this.work = work;
    this.minQuality = minQuality;
    this.people = people;
    rawLengths = faces.stream().mapToDouble(face -> face.embedding().rawLength()).toArray();
    personOf = new int[faces.size()];
    similarityOf = new double[faces.size()];
    keptFaceOf = new int[people.size()];
    isUnclear = new boolean[people.size()];
    for (int person = 0; person < people.size(); person++) {
      isUnclear[person] =
          people.get(person).sightings().stream()
              .allMatch(seen -> faces.get(seen.faceIndex()).quality() < RECOGNISABLE);
      for (Sighting seen : people.get(person).sightings()) {
        personOf[seen.faceIndex()] = person;
        similarityOf[seen.faceIndex()] = seen.similarity();
        if (faces.get(seen.faceIndex()) == people.get(person).face()) {
          keptFaceOf[person] = seen.faceIndex();
        }
      }
    }
  }

  /**
   * Groups the faces of the pictures.
   *
   * @param failures by path; all other pictures are in the work file
   * @param minQuality faces of a lower quality are left out
   */
  static Album of(
      List<Path> files,
      Map<String, String> failures,
      WorkFile work,
      double minQuality,
      FaceDeduplicator groups)
      throws IOException {
    List<String> images = files.stream().map(PathText::of).toList();
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      if (failures.containsKey(images.get(i))) continue;
      StoredPicture picture = work.read(images.get(i)).withFacesFrom(minQuality);
      for (StoredFace face : picture.faces()) faces.add(face.forGrouping(i));
      ProgramMemory.trim();
    }
    return new Album(images, failures, work, minQuality, faces, groups.group(faces));
  }

  /** What is told about each picture, in order. */
  interface Visitor {
    void failed(String image, String why) throws IOException;

    /**
     * A picture that was searched.
     *
     * @param firstFace the number of its first face among all faces
     */
    void searched(StoredPicture picture, int firstFace) throws IOException;
  }

  /** Reads the pictures one after another, without keeping them. */
  void visit(Visitor visitor) throws IOException {
    int nextFace = 0;
    for (String image : images) {
      String failure = failures.get(image);
      if (failure == null) {
        StoredPicture picture = work.read(image).withFacesFrom(minQuality);
        visitor.searched(picture, nextFace);
        nextFace += picture.faces().size();
      } else {
        visitor.failed(image, failure);
      }
      ProgramMemory.trim();
    }
  }

  String image(int index) {
    return images.get(index);
  }

  int images() {
    return images.size();
  }

  int faces() {
    return personOf.length;
  }

  /** The lengths of the faces' raw embeddings. */
  double[] rawLengths() {
    return rawLengths.clone();
  }

  /** Without headshots: those are in the work file. */
  List<Person> people() {
    return people;
  }

  int personOf(int face) {
    return personOf[face];
  }

  /** How similar a face is to the one that was kept of its person. */
  double similarityOf(int face) {
    return similarityOf[face];
  }

  /** Whether no sighting of a person can be recognised. */
  boolean isUnclear(int person) {
    return isUnclear[person];
  }

  boolean isKept(int face) {
    return keptFaceOf[personOf[face]] == face;
  }
}
