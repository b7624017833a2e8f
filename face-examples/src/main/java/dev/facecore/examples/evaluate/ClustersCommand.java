package dev.facecore.examples.evaluate;

import dev.facecore.DedupMode;
import dev.facecore.FaceDeduplicator;
import dev.facecore.FaceExtractor;
import dev.facecore.Person;
import dev.facecore.Sighting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces evaluate clusters}: does every way of grouping find the people, and how fast? */
@Command(
    name = "clusters",
    description = "People found by each mode against the truth (CSV: image, identity).",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ClustersCommand implements Callable<Integer> {
  private static final int ROUNDS = 10;

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Parameters(
      index = "0",
      paramLabel = "IMAGES",
      description = "The folder that the pictures' names refer to.")
  private Path images;

  @Parameters(index = "1", paramLabel = "CLUSTERS.csv", description = "Who is in each picture.")
  private Path truth;

  @Option(
      names = "--threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "0.4",
      description = "Cosine similarity from which two faces are one person, 0 to 1.")
  private double threshold;

  @Option(
      names = "--min-f1",
      paramLabel = "F1",
      defaultValue = "0",
      description = "Exit status 1 if cluster stays below it.")
  private double minF1;

  private record Outcome(PairwiseScore score, int groups, double seconds) {}

  @Override
  public Integer call() throws IOException {
    LabelledFaces labelled;
    try (FaceExtractor extractor = models.open()) {
      labelled = LabelledFaces.listed(images, truth, extractor);
    }
    Map<DedupMode, Outcome> outcomes = new EnumMap<>(DedupMode.class);
    for (DedupMode mode : DedupMode.values()) outcomes.put(mode, measure(mode, labelled));
    print(labelled, outcomes);
    return outcomes.get(DedupMode.CLUSTER).score().f1() >= minF1 ? 0 : 1;
  }

  private Outcome measure(DedupMode mode, LabelledFaces labelled) {
    FaceDeduplicator deduplicator = FaceDeduplicator.of(mode, threshold, false);
    List<Person> people = List.of();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      people = deduplicator.group(labelled.faces());
      best = Math.min(best, System.nanoTime() - start);
    }
    int[] groups = groups(people, labelled.faces().size());
    return new Outcome(PairwiseScore.of(labelled.people(), groups), people.size(), best / 1e9);
  }

  private static int[] groups(List<Person> people, int faces) {
    int[] groups = new int[faces];
    for (int group = 0; group < people.size(); group++) {
      for (Sighting seen : people.get(group).sightings()) groups[seen.faceIndex()] = group;
    }
    return groups;
  }

  private void print(LabelledFaces labelled, Map<DedupMode, Outcome> outcomes) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d faces of %d people, %d pictures without a face; threshold %s, best of %d rounds%n",
        labelled.faces().size(),
        labelled.peopleCount(),
        labelled.withoutFace(),
        threshold,
        ROUNDS);
    out.println("mode     precision  recall     F1  people  seconds  seconds / first");
    double first = outcomes.get(DedupMode.FIRST).seconds();
    outcomes.forEach(
        (mode, outcome) ->
            out.printf(
                Locale.ROOT,
                "%-8s %9.4f %7.4f %6.4f %7d %8.4f %16.2f%n",
                mode.name().toLowerCase(Locale.ROOT),
                outcome.score().precision(),
                outcome.score().recall(),
                outcome.score().f1(),
                outcome.groups(),
                outcome.seconds(),
                outcome.seconds() / first));
  }
}
