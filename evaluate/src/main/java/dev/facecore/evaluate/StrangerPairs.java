package dev.facecore.evaluate;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How many pairs of strangers reach a similarity, by how readable the worse or the better of the
 * two is. Immutable.
 */
final class StrangerPairs {
  /** Which of a pair's two lengths says how readable it is. */
  enum Which implements ToDoubleBiFunction<Embedding, Embedding> {
    WORSE {
      @Override
      public double applyAsDouble(Embedding a, Embedding b) {
        return Math.min(a.rawLength(), b.rawLength());
      }
    },
    BETTER {
      @Override
      public double applyAsDouble(Embedding a, Embedding b) {
        return Math.max(a.rawLength(), b.rawLength());
      }
    }
  }

  // By band and slot of the grid of similarities: see PairCounts.
  private final long[][] plain;
  private final long[][] matching;

  private StrangerPairs(long[][] plain, long[][] matching) {
    this.plain = plain;
    this.matching = matching;
  }

  private static StrangerPairs none(LengthBands bands) {
    return new StrangerPairs(
        new long[bands.count()][PairCounts.STEPS + 2],
        new long[bands.count()][PairCounts.STEPS + 2]);
  }

  /**
   * Compares all faces of different owners, on all cores.
   *
   * @param readability what the similarity is lowered by
   */
  static StrangerPairs of(
      AlbumFaces album, LengthBands bands, Which which, Readability readability) {
    List<Face> faces = album.faces();
    return IntStream.range(0, faces.size())
        .parallel()
        .mapToObj(
            i -> {
              StrangerPairs counts = none(bands);
              Embedding one = faces.get(i).embedding();
              for (Face other : faces.subList(0, i)) {
                if (album.owner(other).equals(album.owner(faces.get(i)))) continue;
                int band = bands.of(which.applyAsDouble(one, other.embedding()));
                double cosine = one.similarity(other.embedding());
                double lowered =
                    cosine
                        - readability.penalty()
                            * readability.weight(one)
                            * readability.weight(other.embedding());
                counts.plain[band][PairCounts.slot(cosine)]++;
                counts.matching[band][PairCounts.slot(lowered)]++;
              }
              return counts;
            })
        .reduce(none(bands), StrangerPairs::plus);
  }

  private StrangerPairs plus(StrangerPairs other) {
    return new StrangerPairs(sum(plain, other.plain), sum(matching, other.matching));
  }

  private static long[][] sum(long[][] a, long[][] b) {
    return IntStream.range(0, a.length)
        .mapToObj(band -> PairCounts.sum(a[band], b[band]))
        .toArray(long[][]::new);
  }

  /** The pairs of a band. */
  long pairs(int band) {
    return PairCounts.from(plain[band], 0);
  }

  /** Those whose cosine similarity reaches a step. */
  long falseMatches(int band, int step) {
    return PairCounts.from(plain[band], step + 1);
  }

  /** Those whose matching similarity does. */
  long falseMatchesByRule(int band, int step) {
    return PairCounts.from(matching[band], step + 1);
  }
}
