package dev.facecore.examples.extract;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.internal.natives.ProgramMemory;
import dev.facecore.stage.FaceDeduplicator.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The pictures of a command line, some of which failed, and who is in them. */
final class Album {
  /** The quality below which a face can hardly be recognised. */
  private static final double RECOGNISABLE = 0.05;

  private final List<String> images;
  private final Map<String, String> failures;
  private final WorkFile work;
  private final ExtractionOptions options;
  private final boolean[] isUnclear;
  private final AlbumPeople known;
  private final double[] similarityOf;
  private final int[] keptFaceOf;
  private final double[] rawLengths;

  /**
   * An album.
   *
   * @param all its faces, in order, of the least quality that was chosen
   * @param work has every image that did not fail
   */
  Album(AlbumFaces all, WorkFile work, ExtractionOptions options, AlbumPeople known) {
    images = all.images();
    failures = all.failures();
    this.work = work;
    this.options = options;
    this.known = known;
    List<Face> faces = all.faces();
    List<Person> people = known.people();
    rawLengths = faces.stream().mapToDouble(face -> face.embedding().rawLength()).toArray();
    similarityOf = new double[faces.size()];
    keptFaceOf = new int[people.size()];
    isUnclear = new boolean[people.size()];
    for (int person = 0; person < people.size(); person++) {
      isUnclear[person] =
          people.get(person).sightings().stream()
              .allMatch(seen -> faces.get(seen.faceIndex()).quality() < RECOGNISABLE);
      for (Sighting seen : people.get(person).sightings()) {
        similarityOf[seen.faceIndex()] = seen.similarity();
        if (faces.get(seen.faceIndex()) == people.get(person).face()) {
          keptFaceOf[person] = seen.faceIndex();
        }
      }
    }
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
        StoredPicture picture = work.read(image).without(options);
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
    return known.personOf().length;
  }

  /** The lengths of the faces' raw embeddings. */
  double[] rawLengths() {
    return rawLengths.clone();
  }

  /** Without headshots: those are in the work file. */
  List<Person> people() {
    return known.people();
  }

  int personOf(int face) {
    return known.personOf()[face];
  }

  /** Null where none was given. */
  String name(int person) {
    return known.names().of(person);
  }

  /** Whether the groups keep what a user says about pairs of faces. */
  boolean canKeepPairs() {
    return known.canKeepPairs();
  }

  /** What a user said so far. */
  Corrections corrections() {
    return known.corrections();
  }

  /** Pairs of people who may be one and whose faces can be recognised, most likely first. */
  List<Suggestion> suggestions() {
    return known.suggestions().stream()
        .filter(pair -> !isUnclear[pair.a()] && !isUnclear[pair.b()])
        .toList();
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
    return keptFaceOf[personOf(face)] == face;
  }
}
