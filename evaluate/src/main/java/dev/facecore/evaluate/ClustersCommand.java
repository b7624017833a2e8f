package dev.facecore.evaluate;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate clusters}: does every way of grouping find the people, and how fast? */
@Command(
    name = "clusters",
    description = "People found by each mode against the truth (CSV: image, identity).",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ClustersCommand implements Callable<Integer> {
  private static final int ROUNDS = 30;
  private static final int ORDERS = 20;
  private static final long SEED = 1;

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Mixin private ListedPictures pictures;

  @Parameters(index = "1", paramLabel = "CLUSTERS.csv", description = "Who is in each image.")
  private Path truth;

  @Mixin private MatchingSimilarity matching;

  @Option(
      names = "--min-f1",
      paramLabel = "F1",
      defaultValue = "0",
      description = "Exit status 1 if cluster stays below it.")
  private double minF1;

  private Readability readability;

  @Override
  public Integer call() throws IOException {
    LabelledFaces labelled;
    try (FaceExtractor extractor = models.open()) {
      readability = extractor.readability();
      labelled = LabelledFaces.listed(pictures.folder(), truth, extractor);
    }
    Map<DedupMode, Double> seconds = seconds(labelled.faces());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d faces of %d people, %d images without a face; threshold %s%n",
        labelled.faces().size(),
        labelled.peopleCount(),
        labelled.withoutFace(),
        matching.threshold());
    out.println(
        "mode     precision  recall      F1  F1 in random orders  people  seconds  of first's");
    for (DedupMode mode : DedupMode.values()) {
      Grouped asListed = group(mode, labelled);
      DoubleSummaryStatistics shuffled = shuffled(mode, labelled);
      out.printf(
          Locale.ROOT,
          "%-8s %9.4f %7.4f  %6.4f   %6.4f to %6.4f   %6d  %7.4f  %10.2f%n",
          mode.name().toLowerCase(Locale.ROOT),
          asListed.score().precision(),
          asListed.score().recall(),
          asListed.score().f1(),
          shuffled.getMin(),
          shuffled.getMax(),
          asListed.people(),
          seconds.get(mode),
          seconds.get(mode) / seconds.get(DedupMode.FIRST));
    }
    return group(DedupMode.CLUSTER, labelled).score().f1() >= minF1 ? 0 : 1;
  }

  // Mode after mode in every round, so that a busy machine and a cold JVM slow all of them.
  private Map<DedupMode, Double> seconds(List<Face> faces) {
    Map<DedupMode, Double> best = new EnumMap<>(DedupMode.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (DedupMode mode : DedupMode.values()) {
        long start = System.nanoTime();
        deduplicator(mode).group(faces);
        best.merge(mode, (System.nanoTime() - start) / 1e9, Math::min);
      }
    }
    return best;
  }

  private FaceDeduplicator deduplicator(DedupMode mode) {
    return FaceDeduplicator.of(mode, matching.threshold(), false).withReadability(readability);
  }

  private DoubleSummaryStatistics shuffled(DedupMode mode, LabelledFaces labelled) {
    Random random = new Random(SEED);
    return IntStream.range(0, ORDERS)
        .mapToDouble(order -> group(mode, labelled.shuffled(random)).score().f1())
        .summaryStatistics();
  }

  private record Grouped(PairwiseScore score, int people) {}

  private Grouped group(DedupMode mode, LabelledFaces labelled) {
    List<Person> people = deduplicator(mode).group(labelled.faces());
    int[] groups = groups(people, labelled.faces().size());
    return new Grouped(PairwiseScore.of(labelled.people(), groups), people.size());
  }

  private static int[] groups(List<Person> people, int faces) {
    int[] groups = new int[faces];
    for (int group = 0; group < people.size(); group++) {
      for (Sighting seen : people.get(group).sightings()) groups[seen.faceIndex()] = group;
    }
    return groups;
  }
}
