package dev.facecore.stage;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceLandmarks;
import dev.facecore.Person;
import dev.facecore.Point;
import dev.facecore.Sighting;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.dedup.AlikeGroups;
import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.FirstSeen;
import dev.facecore.internal.dedup.Grouping;
import dev.facecore.internal.dedup.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Keeps each person once. Pure Java: needs no models and no native code. Stateless and thread-safe.
 *
 * <pre>{@code
 * FaceDeduplicator deduplicator =
 *     FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false).withReadability(faces.readability());
 * List<List<Row>> people = deduplicator.group(rows, Row::embedding);
 * }</pre>
 */
public final class FaceDeduplicator {
  private static final int MOST_SUGGESTIONS = 1_000_000;
  private static final Point ANY_POINT = new Point(0, 0);
  private static final FaceLandmarks ANY_POINTS =
      new FaceLandmarks(ANY_POINT, ANY_POINT, ANY_POINT, ANY_POINT, ANY_POINT);
  private static final Box ANY_BOX = new Box(0, 0, 1, 1);

  private final DedupMode mode;
  private final double similarity;
  private final boolean samePhotoDistinct;
  private final Readability readability;

  private FaceDeduplicator(
      DedupMode mode, double similarity, boolean samePhotoDistinct, Readability readability) {
    this.mode = mode;
    this.similarity = similarity;
    this.samePhotoDistinct = samePhotoDistinct;
    this.readability = readability;
  }

  /**
   * Two faces, by their positions in the list that is grouped, in any order.
   *
   * @param a 0 or more
   * @param b 0 or more, another one
   */
  public record Pair(int a, int b) {
    /** Checks the positions. */
    public Pair {
      Require.atLeast("a", a, 0);
      Require.atLeast("b", b, 0);
      if (a == b) throw new IllegalArgumentException("a and b must be two faces, got " + a);
    }
  }

  /**
   * Two people who may be one, by their positions in the list of people.
   *
   * @param similarity the mean of all pairs of their faces
   */
  public record Suggestion(int a, int b, double similarity) {}

  /**
   * Groups by a cosine similarity.
   *
   * @param mode how faces are grouped and which one represents a person
   * @param similarity 0 to 1; two faces match when their similarity is at least this, or at most
   *     1e-6 below it
   * @param samePhotoDistinct whether two faces with the same {@link Face#imageIndex} are never one
   *     person. In {@link DedupMode#FIRST} and {@link DedupMode#BEST} a face then passes over the
   *     people already seen in its image and, if no other is similar enough, is a new person; in
   *     {@link DedupMode#CLUSTER} two groups that share an image are never joined. Right for
   *     photos; wrong for collages, mirrors, screens and images of images, where one person does
   *     appear twice.
   */
  public static FaceDeduplicator of(DedupMode mode, double similarity, boolean samePhotoDistinct) {
    Require.present("mode", mode);
    Require.ratio("similarity", similarity);
    return new FaceDeduplicator(mode, similarity, samePhotoDistinct, Readability.NOT_MEASURED);
  }

  /**
   * Returns the same deduplicator, except that {@link DedupMode#BEST} and {@link DedupMode#CLUSTER}
   * do not trust a high similarity of two unreadable faces: they compare by {@link
   * Readability#matchingSimilarity}. Two equal embeddings match all the same: they are one image of
   * a face. {@link DedupMode#FIRST} keeps the published rule.
   *
   * @param changed that of the model which embedded the faces: {@link FaceExtractor#readability}
   */
  public FaceDeduplicator withReadability(Readability changed) {
    Require.present("readability", changed);
    return new FaceDeduplicator(mode, similarity, samePhotoDistinct, changed);
  }

  /**
   * Returns the rule by which {@link #group} compares; {@link Readability#NOT_MEASURED} where it
   * uses the cosine similarity alone.
   */
  public Readability readability() {
    return mode == DedupMode.FIRST ? Readability.NOT_MEASURED : readability;
  }

  /**
   * Returns the people, by first appearance; an empty list for no faces. Uses all cores, in the
   * common pool; the result does not depend on their number.
   *
   * <p>Exact: the people of the plain loop over all pairs of faces, in time that grows with the
   * number of faces times the number of people ({@link DedupMode#CLUSTER}: faces squared) and
   * memory that grows with the number of people (faces). A person's best-quality face is, on a tie
   * of quality, the most confident one, then one chosen by the content of the faces.
   *
   * @throws IllegalArgumentException if the faces were embedded by different models
   * @throws NullPointerException if one is null, by its position; nothing is grouped then
   */
  public List<Person> group(List<Face> faces) {
    Require.all("faces", faces);
    Grouping groups = grouping(faces);
    return mode == DedupMode.FIRST ? groups.peopleByFirst(faces) : groups.peopleByQuality(faces);
  }

  /**
   * Returns the people as {@link #group(List)} does, under corrections: the faces of a pair in
   * {@code same} are one person whatever their similarity (must-link), those of a pair in {@code
   * different} never are (cannot-link), also where others would join them. Both hold before {@code
   * samePhotoDistinct} does.
   *
   * @throws IllegalArgumentException also if a pair names a position outside the list, or two faces
   *     are said to be different and, perhaps through others, the same
   * @throws IllegalStateException if the mode is not {@link DedupMode#CLUSTER}: the others group in
   *     the order of the faces, which corrections cannot keep
   */
  public List<Person> group(List<Face> faces, List<Pair> same, List<Pair> different) {
    requireCluster("corrections");
    Require.all("faces", faces);
    Links links =
        new Links(links("same", same, faces.size()), links("different", different, faces.size()));
    return Clusters.group(faces, similarity, samePhotoDistinct, readability, links)
        .peopleByQuality(faces);
  }

  /**
   * Returns pairs of people whose faces are on average nearly similar enough to be one person, most
   * likely first. People who are known to be different are left out: by a pair in {@code different}
   * or, with {@code samePhotoDistinct}, by an image that shows both.
   *
   * @param people what {@link #group} returned for the faces
   * @param different pairs of faces of two people
   * @param least 0 to 1: the least mean similarity
   * @param limit how many at most, 1 to 1,000,000
   * @throws IllegalStateException if the mode is not {@link DedupMode#CLUSTER}
   */
  public List<Suggestion> suggestions(
      List<Face> faces, List<Person> people, List<Pair> different, double least, int limit) {
    requireCluster("suggestions");
    Require.all("faces", faces);
    Require.ratio("least", least);
    Require.between("limit", limit, 1, MOST_SUGGESTIONS);
    List<List<Integer>> marks = new ArrayList<>(faces.size());
    for (Face face : faces) {
      marks.add(new ArrayList<>(samePhotoDistinct ? List.of(face.imageIndex()) : List.of()));
    }
    int number = 0;
    for (Links.Pair pair : links("different", different, faces.size())) {
      number--;
      marks.get(pair.a()).add(number);
      marks.get(pair.b()).add(number);
    }
    List<int[]> members = new ArrayList<>(people.size());
    List<int[]> apart = new ArrayList<>(people.size());
    for (Person person : Require.all("people", people)) {
      int[] seen = person.sightings().stream().mapToInt(Sighting::faceIndex).toArray();
      members.add(seen);
      apart.add(
          IntStream.of(seen)
              .boxed()
              .flatMap(i -> marks.get(i).stream())
              .mapToInt(i -> i)
              .toArray());
    }
    return AlikeGroups.find(faces, members, apart, least, readability, limit).stream()
        .map(found -> new Suggestion(found.a(), found.b(), found.similarity()))
        .toList();
  }

  private void requireCluster(String what) {
    if (mode != DedupMode.CLUSTER) {
      throw new IllegalStateException(what + " need DedupMode.CLUSTER, the mode is " + mode);
    }
  }

  private static List<Links.Pair> links(String name, List<Pair> pairs, int faces) {
    List<Links.Pair> links = new ArrayList<>();
    for (Pair pair : Require.all(name, pairs)) {
      Require.between(name, Math.max(pair.a, pair.b), 0, faces - 1);
      links.add(new Links.Pair(pair.a, pair.b));
    }
    return links;
  }

  /**
   * Groups whatever has an embedding, such as rows of a database. Each list is one person, in the
   * order of the items; the people stand by first appearance.
   *
   * @param toEmbedding called once for each item
   * @throws IllegalArgumentException if the embeddings are of different models
   * @throws IllegalStateException if {@code samePhotoDistinct} is set, because an item has no image
   */
  public <T> List<List<T>> group(List<T> items, Function<? super T, Embedding> toEmbedding) {
    Require.all("items", items);
    if (samePhotoDistinct) {
      throw new IllegalStateException("samePhotoDistinct needs faces; use group(List<Face>)");
    }
    List<Face> faces = new ArrayList<>(items.size());
    for (T item : items) faces.add(bare(toEmbedding.apply(item)));
    return grouping(faces).of(items);
  }

  // Only its embedding is compared.
  private static Face bare(Embedding embedding) {
    return new Face(0, ANY_BOX, ANY_POINTS, 1, 1, embedding, null);
  }

  private Grouping grouping(List<Face> faces) {
    return mode == DedupMode.CLUSTER
        ? Clusters.group(faces, similarity, samePhotoDistinct, readability)
        : FirstSeen.group(faces, similarity, samePhotoDistinct, readability());
  }
}
