package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code face-evaluate strangers}: how often unreadable strangers match, and what the rule does.
 */
@Command(
    name = "strangers",
    description =
        "How often strangers match, by the raw lengths of their embeddings, with and without the rule"
            + " for unreadable faces: pairs of faces in different subfolders of FOLDER, or in"
            + " different images outside any subfolder, in an album in which people do not recur.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class StrangersCommand implements Callable<Integer> {
  private static final double[] SHARES = {0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4};

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Parameters(paramLabel = "FOLDER", description = "Images in which no person recurs.")
  private Path folder;

  @Mixin private MatchingSimilarity matching;

  @Option(
      names = "--lengths",
      paramLabel = "LENGTH",
      split = ",",
      converter = Numbers.Real.class,
      description =
          "Borders of the bands, ascending, such as 1.5,1.8,2.1; by the album's own faces unless"
              + " given.")
  private Double[] lengths;

  @Option(
      names = "--readability",
      paramLabel = "NUMBER",
      split = ",",
      converter = Numbers.Real.class,
      description = "Tries a rule: its two lengths and its penalty; the model's own unless given.")
  private Double[] rule;

  @Option(
      names = "--min-events",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rows for the catalogue rest on at least so many false matches.")
  private long minEvents;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (FaceExtractor extractor = models.open()) {
      AlbumFaces album = AlbumFaces.in(folder, extractor, spec.commandLine());
      LengthBands bands = bands(album);
      Readability readability = rule == null ? extractor.readability() : tried();
      out.printf(
          Locale.ROOT,
          "%d images, %d faces; similarity %s; %s%n",
          album.files().size(),
          album.faces().size(),
          matching.threshold(),
          readability);
      for (StrangerPairs.Which which : StrangerPairs.Which.values()) {
        StrangerPairs pairs = StrangerPairs.of(album, bands, which, readability);
        print(out, which, bands, pairs);
        if (which == StrangerPairs.Which.BETTER) {
          out.printf(
              "%s.poor-pairs = %s%n",
              extractor.embedder(), PoorPairRows.print(bands, pairs, minEvents));
        }
      }
    }
    return 0;
  }

  private LengthBands bands(AlbumFaces album) {
    if (lengths == null) {
      double[] all =
          album.faces().stream().mapToDouble(face -> face.embedding().rawLength()).toArray();
      double[] borders =
          Arrays.stream(SHARES).map(share -> Quantiles.of(all, share)).distinct().toArray();
      return new LengthBands(borders);
    }
    try {
      return new LengthBands(Arrays.stream(lengths).mapToDouble(Double::doubleValue).toArray());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--lengths: " + e.getMessage(), e);
    }
  }

  private Readability tried() {
    try {
      if (rule.length != 3) throw new IllegalArgumentException("needs three numbers");
      return new Readability(rule[0], rule[1], rule[2]);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--readability: " + e.getMessage(), e);
    }
  }

  private void print(
      PrintWriter out, StrangerPairs.Which which, LengthBands bands, StrangerPairs pairs) {
    int step = (int) Math.round(matching.threshold() * PairCounts.STEPS);
    out.printf(
        "%-16s %12s %9s %9s %9s %9s%n",
        which.name().toLowerCase(Locale.ROOT) + " length",
        "pairs",
        "match",
        "rate",
        "by rule",
        "rate");
    for (int band = 0; band < bands.count(); band++) {
      long all = pairs.pairs(band);
      long plain = pairs.falseMatches(band, step);
      long ruled = pairs.falseMatchesByRule(band, step);
      out.printf(
          Locale.ROOT,
          "%-16s %12d %9d %9.1e %9d %9.1e%n",
          bands.name(band),
          all,
          plain,
          (double) plain / all,
          ruled,
          (double) ruled / all);
    }
  }
}
