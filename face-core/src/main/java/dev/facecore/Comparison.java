package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** Compares one face with each of several others. Immutable and thread-safe. */
public final class Comparison {
  private final Face face;
  private final List<Match> matches;
  private final double threshold;

  private Comparison(Face face, List<Match> matches, double threshold) {
    this.face = face;
    this.matches = matches;
    this.threshold = threshold;
  }

  /**
   * One of the other faces.
   *
   * @param face the other face
   * @param similarity the cosine similarity, -1 to 1
   * @param falseMatchRate the share of pairs of different people that reach this similarity; empty
   *     outside the similarities that were measured for the model
   * @param samePerson whether the two are one person: the similarity reaches the threshold, and the
   *     model can read at least one of the faces ({@link Readability})
   */
  public record Match(
      Face face, double similarity, OptionalDouble falseMatchRate, boolean samePerson) {
    /** Refuses missing parts. */
    public Match {
      Require.present("face", face);
      Require.present("falseMatchRate", falseMatchRate);
    }
  }

  /**
   * Compares faces that were found before.
   *
   * @param others at least one
   * @param threshold the similarity that two faces of one person reach at least, 0 to 1
   * @param table of the model that embedded the faces: {@link FaceExtractor#thresholds}
   * @param readability of that model: {@link FaceExtractor#readability}
   * @throws IllegalArgumentException if there are no others, or faces of different models
   */
  public static Comparison of(
      Face face,
      List<Face> others,
      double threshold,
      ThresholdTable table,
      Readability readability) {
    Require.present("face", face);
    Require.all("others", others);
    Require.present("table", table);
    if (others.isEmpty()) throw new IllegalArgumentException("others must not be empty");
    FaceDeduplicator rule =
        FaceDeduplicator.of(DedupMode.BEST, threshold, false).withReadability(readability);
    return new Comparison(
        face,
        others.stream()
            .map(other -> match(face, other, table, rule))
            .sorted(Comparator.comparingDouble(Match::similarity).reversed())
            .toList(),
        threshold);
  }

  // Whether two faces are one person is for the rule that groups them to say.
  private static Match match(Face face, Face other, ThresholdTable table, FaceDeduplicator rule) {
    double similarity = face.embedding().similarity(other.embedding());
    boolean samePerson = rule.group(List.of(face, other)).size() == 1;
    return new Match(other, similarity, table.falseMatchRateAt(similarity), samePerson);
  }

  /** Returns the face that the others were compared with. */
  public Face face() {
    return face;
  }

  /** Returns the other faces, the most similar first. */
  public List<Match> matches() {
    return matches;
  }

  /** Returns the similarity that two faces of one person reach at least. */
  public double threshold() {
    return threshold;
  }

  /** Returns whether any of the other faces is the same person. */
  public boolean samePerson() {
    return matches.stream().anyMatch(Match::samePerson);
  }

  /** Returns the highest cosine similarity, -1 to 1. */
  public double similarity() {
    return matches.get(0).similarity();
  }

  /** Returns the false match rate at the highest similarity; empty where it was not measured. */
  public OptionalDouble falseMatchRate() {
    return matches.get(0).falseMatchRate();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Comparison that
        && face.equals(that.face)
        && matches.equals(that.matches)
        && threshold == that.threshold;
  }

  @Override
  public int hashCode() {
    return Objects.hash(face, matches, threshold);
  }

  @Override
  public String toString() {
    return "Comparison[similarity="
        + similarity()
        + ", samePerson="
        + samePerson()
        + ", faces="
        + matches.size()
        + "]";
  }
}
