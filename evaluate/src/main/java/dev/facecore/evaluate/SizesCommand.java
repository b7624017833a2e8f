package dev.facecore.evaluate;

import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.StageTimes.Stage;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate sizes}: what a larger detection size finds, and what it costs. */
@Command(
    name = "sizes",
    description = "Recall, false faces and time over detection sizes, as a Markdown table.",
    mixinStandardHelpOptions = true)
final class SizesCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;

  @Spec private CommandSpec spec;

  @Mixin private ListedPictures pictures;

  @Parameters(
      index = "1",
      paramLabel = "GT.csv",
      description = "All their faces (CSV with the columns image, x, y, w, h).")
  private Path truthFile;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "320,480,640,960,1280,2048,auto",
      description = "Pixels or auto (default: ${DEFAULT-VALUE}).")
  private List<String> sizes;

  @Option(
      names = "--only",
      defaultValue = "",
      description = "Only images whose names begin so (default: all).")
  private String prefix;

  @Mixin private ModelChoice models;

  @Override
  public Integer call() throws IOException {
    List<Map<String, String>> rows =
        Csv.read(truthFile).stream().filter(row -> row.get("image").startsWith(prefix)).toList();
    List<String> names = rows.stream().map(row -> row.get("image")).distinct().toList();
    List<ImageSource> sources = pictures.sources(names);
    PrintWriter out = spec.commandLine().getOut();
    out.println("| size | faces ≥ 8 px | ≥ 16 px | ≥ 32 px | false faces | ms per image |");
    out.println("|---|---|---|---|---|---|");
    try (FaceExtractor extractor = OrderlyStop.open(models.builder().threads(1))) {
      extractor.warmUp();
      for (String size : sizes) out.println(row(extractor, sources, names, rows, size));
    }
    return 0;
  }

  private static String row(
      FaceExtractor extractor,
      List<ImageSource> sources,
      List<String> names,
      List<Map<String, String>> truth,
      String size) {
    OptionalInt chosen =
        size.equals("auto") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(size));
    ExtractionOptions options =
        ExtractionOptions.DEFAULTS.withMinFaceSize(1).withDetectionSize(chosen);
    BoxMatches matches = new BoxMatches(truth);
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean first = round == 0;
      long[] detecting = new long[1];
      extractor.analyze(
          sources,
          options,
          OrderlyStop.deadline(),
          image -> {
            detecting[0] += image.times().of(Stage.DETECT).toNanos();
            if (first) matches.add(names.get(image.index()), image.faces());
          });
      nanos.add(detecting[0]);
    }
    double best = nanos.stream().mapToLong(Long::longValue).min().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %.0f |",
        size,
        matches.share(8),
        matches.share(16),
        matches.share(32),
        matches.falseFaces(),
        best / 1e6 / sources.size());
  }
}
