package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.internal.dedup.FirstSeen;
import dev.facecore.internal.dedup.Grouping;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * People found in faces that come one by one: a stream, a folder that grows. At any moment the
 * people are those of {@link DedupMode#FIRST} for all faces so far, however these were split into
 * calls. The index keeps each face's {@link Face#imageIndex} as it is; number the pictures yourself
 * with {@link Face#withImageIndex} where they come in several batches.
 *
 * <p>As that mode does, it compares by the plain similarity: {@link
 * FaceDeduplicator#withReadability} changes nothing here. Leave unreadable faces out ({@link
 * ExtractionOptions#minQuality}) where they would gather strangers.
 *
 * <p>Holds one whole {@link Face} per person and one {@link Sighting} per face. Not thread-safe:
 * guard it where several threads add. A saved index is biometric data.
 */
public final class FaceIndex {
  private final double similarity;
  private final boolean samePhotoDistinct;
  private final FirstSeen walk;
  private final List<Entry> entries = new ArrayList<>();
  private int size;

  private FaceIndex(double similarity, boolean samePhotoDistinct) {
    this.similarity = similarity;
    this.samePhotoDistinct = samePhotoDistinct;
    walk = new FirstSeen(similarity, samePhotoDistinct);
  }

  /**
   * An empty index; the arguments are those of {@link FaceDeduplicator#of}. Its first face decides
   * whose model's embeddings it takes.
   */
  public static FaceIndex of(double similarity, boolean samePhotoDistinct) {
    Require.ratio("similarity", similarity);
    return new FaceIndex(similarity, samePhotoDistinct);
  }

  /**
   * What became of a face.
   *
   * @param person the position of its person in {@link #people}, which never changes
   * @param isNew whether it is the first of this person, and therefore kept
   * @param similarity its similarity to the person's kept face; 1 for that face itself
   */
  public record Placement(int person, boolean isNew, double similarity) {}

  /**
   * Adds one face.
   *
   * @throws IllegalArgumentException if it was embedded by another model than those before it
   */
  public Placement add(Face face) {
    return addAll(List.of(Require.present("face", face))).get(0);
  }

  /**
   * Adds faces in order: the same as one by one, only faster.
   *
   * @throws IllegalArgumentException if one was embedded by another model than those before it;
   *     then none of these faces is added
   */
  public List<Placement> addAll(List<Face> faces) {
    Require.all("faces", faces);
    int[] people = walk.add(faces);
    List<Placement> placements = new ArrayList<>(people.length);
    for (int i = 0; i < people.length; i++) placements.add(place(faces.get(i), people[i]));
    return placements;
  }

  /** How many faces were added. */
  public int size() {
    return size;
  }

  /** The similarity from which on faces match. */
  public double similarity() {
    return similarity;
  }

  /** Whether two faces of one photograph are never one person. */
  public boolean samePhotoDistinct() {
    return samePhotoDistinct;
  }

  /**
   * The people so far, by first appearance. Their identifiers stay the same from call to call and
   * when the index is saved and loaded.
   */
  public List<Person> people() {
    return entries.stream()
        .map(entry -> new Person(entry.id, entry.kept, entry.sightings))
        .toList();
  }

  /**
   * Saves the index without loss. An older file of that name is replaced at once, when the new one
   * is complete and on the disk; until then it stays as it was.
   */
  public void save(Path file) throws IOException {
    FaceIndexFile.save(this, file);
  }

  /**
   * Loads an index that was saved.
   *
   * @throws IndexException if the file is no index, is damaged, or is of a newer version
   * @throws IOException if it cannot be read
   */
  public static FaceIndex load(Path file) throws IOException {
    return FaceIndexFile.load(file);
  }

  /** Takes a person from a file. */
  void restore(Person person) {
    walk.keep(person.face());
    for (Sighting seen : person.sightings()) walk.appears(entries.size(), seen.imageIndex());
    size += person.sightings().size();
    entries.add(new Entry(person.id(), person.face(), new ArrayList<>(person.sightings())));
  }

  private Placement place(Face face, int person) {
    boolean isNew = person == entries.size();
    if (isNew) entries.add(new Entry(UUID.randomUUID(), face, new ArrayList<>(1)));
    Entry entry = entries.get(person);
    Sighting seen = Grouping.sighting(size++, face, entry.kept);
    entry.sightings.add(seen);
    return new Placement(person, isNew, seen.similarity());
  }

  private record Entry(UUID id, Face kept, List<Sighting> sightings) {}
}
