package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-evaluate quality}: which measure knows the faces that will not be recognised? */
@Command(
    name = "quality",
    description = "Error versus discard for every candidate measure, images in IMAGES/PERSON/.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class QualityCommand implements Callable<Integer> {
  private static final double[] SHARES = {0.05, 0.1, 0.2};

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Mixin private PersonFolders pictures;

  @Mixin private MatchingSimilarity matching;

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes the curves, 0 to 50 %%.")
  private Path csv;

  @Override
  public Integer call() throws IOException {
    LabelledFaces labelled;
    try (FaceExtractor extractor = models.open()) {
      labelled =
          pictures.only().isPresent()
              ? LabelledFaces.listed(pictures.images(), pictures.only().get(), extractor)
              : LabelledFaces.inFolders(pictures.images(), extractor);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%s.quality = %s%n", extractor.embedder(), quantiles(labelled));
    }
    DiscardCurve curve = new DiscardCurve(labelled, matching.threshold());
    print(labelled, curve);
    if (csv != null) Files.write(csv, curves(labelled, curve));
    return 0;
  }

  private static String quantiles(LabelledFaces labelled) {
    double[] lengths = values(FaceMeasure.RAW_LENGTH, labelled);
    return String.format(
        Locale.ROOT,
        "%.2f %.2f %.2f",
        Quantiles.of(lengths, 0.05),
        Quantiles.of(lengths, 0.5),
        Quantiles.of(lengths, 0.95));
  }

  private static double[] values(FaceMeasure measure, LabelledFaces labelled) {
    return labelled.faces().stream().parallel().mapToDouble(measure::of).toArray();
  }

  private void print(LabelledFaces labelled, DiscardCurve curve) {
    PrintWriter out = spec.commandLine().getOut();
    DiscardCurve.Rest whole = curve.whole();
    out.printf(
        Locale.ROOT,
        "%d faces, %d pairs of one person, %d of them below %s (FNMR %.4f)%n",
        labelled.faces().size(),
        whole.pairs(),
        whole.misses(),
        matching.threshold(),
        whole.falseNonMatchRate());
    out.println("share of these misses left (FNMR of the pairs left) without the worst");
    out.println("measure                 5 %            10 %            20 %");
    for (FaceMeasure measure : FaceMeasure.values()) {
      double[] values = values(measure, labelled);
      StringBuilder line = new StringBuilder(String.format("%-12s", measure.label()));
      for (double share : SHARES) {
        DiscardCurve.Rest rest = curve.without(values, share);
        line.append(
            String.format(
                Locale.ROOT,
                "%7.3f (%.4f)",
                (double) rest.misses() / whole.misses(),
                rest.falseNonMatchRate()));
      }
      out.println(line);
    }
  }

  private static List<String> curves(LabelledFaces labelled, DiscardCurve curve) {
    long misses = curve.whole().misses();
    List<String> lines = new ArrayList<>(List.of("measure,dropped,misses_left,fnmr"));
    for (FaceMeasure measure : FaceMeasure.values()) {
      double[] values = values(measure, labelled);
      for (int percent = 0; percent <= 50; percent++) {
        DiscardCurve.Rest rest = curve.without(values, percent / 100.0);
        lines.add(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.4f,%.6f",
                measure.label(),
                percent / 100.0,
                (double) rest.misses() / misses,
                rest.falseNonMatchRate()));
      }
    }
    return lines;
  }
}
