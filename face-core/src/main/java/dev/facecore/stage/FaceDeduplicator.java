package dev.facecore.stage;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceLandmarks;
import dev.facecore.Person;
import dev.facecore.Point;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.FirstSeen;
import dev.facecore.internal.dedup.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps each person once. Pure Java: needs no models and no native code. Stateless and thread-safe.
 */
public final class FaceDeduplicator {
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
   * Groups by a cosine similarity.
   *
   * @param mode how faces are grouped and which one represents a person
   * @param similarity 0 to 1; two faces match when their similarity is at least this, or at most
   *     1e-6 below it
   * @param samePhotoDistinct whether two faces with the same {@link Face#imageIndex} are never one
   *     person. In {@link DedupMode#FIRST} and {@link DedupMode#BEST} a face then passes over the
   *     people already seen in its picture and, if no other is similar enough, is a new person; in
   *     {@link DedupMode#CLUSTER} two groups that share a picture are never joined. Right for
   *     photographs; wrong for collages, mirrors, screens and pictures of pictures, where one
   *     person does appear twice.
   */
  public static FaceDeduplicator of(DedupMode mode, double similarity, boolean samePhotoDistinct) {
    Require.present("mode", mode);
    Require.ratio("similarity", similarity);
    return new FaceDeduplicator(mode, similarity, samePhotoDistinct, Readability.NOT_MEASURED);
  }

  /**
   * The same, but {@link DedupMode#BEST} and {@link DedupMode#CLUSTER} take no high similarity of
   * two unreadable faces for evidence: they compare by {@link Readability#matchingSimilarity}. Two
   * equal embeddings match all the same: they are one picture of a face. {@link DedupMode#FIRST}
   * keeps the published rule.
   *
   * @param changed that of the model which embedded the faces: {@link FaceExtractor#readability}
   */
  public FaceDeduplicator withReadability(Readability changed) {
    Require.present("readability", changed);
    return new FaceDeduplicator(mode, similarity, samePhotoDistinct, changed);
  }

  /**
   * By which {@link #group} compares; {@link Readability#NOT_MEASURED} where it does so plainly.
   */
  public Readability readability() {
    return mode == DedupMode.FIRST ? Readability.NOT_MEASURED : readability;
  }

  /**
   * The people, by first appearance; none where there are no faces. Uses all cores, in the common
   * pool; the result does not depend on their number.
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
   * Groups whatever has an embedding, such as rows of a database. Each list is one person, in the
   * order of the items; the people stand by first appearance.
   *
   * @param toEmbedding called once for each item
   * @throws IllegalArgumentException if the embeddings are of different models
   * @throws IllegalStateException if faces of one photograph are kept apart, for an item has none
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
