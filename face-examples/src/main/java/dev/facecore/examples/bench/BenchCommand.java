package dev.facecore.examples.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.examples.extract.Progress;
import dev.facecore.examples.options.DetectionSizeOption;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces bench}: measures the whole pipeline on the user's images. */
@Command(
    name = "bench",
    header = "Measures images per second and where the time goes.",
    description = {
      "",
      "Searches all images once without measuring, then R times, and prints one line of JSON:"
          + " the best round, the median, the stages' seconds of one core, the peak memory.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  faces bench photos",
      "  faces bench photos --detector mtcnn --rounds 5 --threads 2"
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class BenchCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "An image, or a folder of images.")
  private Path path;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Numbers.Threads.class,
      description = "Images at once, 1 to 1024; one per core by default.")
  private Integer threads;

  @Option(
      names = "--rounds",
      paramLabel = "R",
      converter = Numbers.Count.class,
      defaultValue = "3",
      description = "Measured rounds over all images, after one that is not measured.")
  private int rounds;

  @Mixin private DetectionSizeOption detectionSize;

  @Mixin private ModelChoice models;

  private record Round(
      double seconds, int faces, int faceless, long pixels, StageTimes times, StageTimes empty) {}

  @Override
  public Integer call() throws IOException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    List<ImageSource> pictures = pictures();
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withDetectionSize(detectionSize.value());
    PrintWriter errors = spec.commandLine().getErr();
    try (FaceExtractor extractor = OrderlyStop.open(models.builder().threads(workers));
        Progress progress = Progress.over((rounds + 1) * pictures.size(), 0, errors)) {
      round(extractor, pictures, options, progress);
      List<Round> measured = new ArrayList<>();
      for (int i = 0; i < rounds; i++) measured.add(round(extractor, pictures, options, progress));
      print(report(pictures.size(), workers, measured));
    }
    return CommandLine.ExitCode.OK;
  }

  private List<ImageSource> pictures() throws IOException {
    List<Path> files = PictureFiles.below(List.of(path), spec.commandLine());
    return files.stream().map(ImageSource::file).toList();
  }

  private static Round round(
      FaceExtractor extractor,
      List<ImageSource> pictures,
      ExtractionOptions options,
      Progress progress) {
    List<Face> faces = new ArrayList<>();
    StageTimes[] times = {StageTimes.NONE, StageTimes.NONE};
    int[] faceless = {0};
    long[] pixels = {0};
    long start = System.nanoTime();
    extractor.analyze(
        pictures,
        options,
        OrderlyStop.deadline(),
        image -> {
          faces.addAll(image.faces());
          times[0] = times[0].plus(image.times());
          progress.step();
          pixels[0] += (long) image.width() * image.height();
          if (image.failure().isPresent() || !image.faces().isEmpty()) return;
          faceless[0]++;
          times[1] = times[1].plus(image.times());
        });
    long grouping = System.nanoTime();
    double similarity = options.threshold().similarity(extractor.thresholds());
    FaceDeduplicator.of(options.dedup(), similarity, options.samePhotoDistinct())
        .withReadability(extractor.readability())
        .group(faces);
    long end = System.nanoTime();
    StageTimes dedup = StageTimes.NONE.with(Stage.DEDUP, Duration.ofNanos(end - grouping));
    return new Round(
        (end - start) / NANOS,
        faces.size(),
        faceless[0],
        pixels[0],
        times[0].plus(dedup),
        times[1]);
  }

  private static Map<String, Object> report(int images, int workers, List<Round> measured) {
    List<Round> sorted =
        measured.stream().sorted(Comparator.comparingDouble(Round::seconds)).toList();
    Round best = sorted.get(0);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("images", images);
    report.put("faces", best.faces());
    report.put("images_without_face", best.faceless());
    report.put("megapixels_per_image", rounded(best.pixels() / 1e6 / images));
    report.put("looks_per_image", rounded(looks(best.times())));
    report.put("looks_per_image_without_face", rounded(looks(best.empty())));
    report.put("threads", workers);
    report.put("rounds", measured.size());
    report.put("seconds", rounded(best.seconds()));
    report.put("images_per_second", rounded(images / best.seconds()));
    report.put("median_seconds", rounded(median(sorted)));
    report.put("stages", stages(best.times()));
    report.put("outside_networks_and_codec", rounded(outside(best.times())));
    report.putAll(Machine.describe());
    return report;
  }

  private static double median(List<Round> sorted) {
    int middle = sorted.size() / 2;
    double upper = sorted.get(middle).seconds();
    return sorted.size() % 2 == 1 ? upper : (sorted.get(middle - 1).seconds() + upper) / 2;
  }

  private static Map<String, Object> stages(StageTimes times) {
    Map<String, Object> stages = new LinkedHashMap<>();
    stages.put("decode", seconds(times.of(Stage.LOAD, Stage.DECODE)));
    stages.put("detect", seconds(times.of(Stage.DETECT)));
    stages.put("align", seconds(times.of(Stage.ALIGN)));
    stages.put("embed", seconds(times.of(Stage.EMBED)));
    stages.put("headshot", seconds(times.of(Stage.HEADSHOT)));
    stages.put("dedup", seconds(times.of(Stage.DEDUP)));
    return stages;
  }

  /** How long all looks for faces took, in first looks; 1 where no other was taken. */
  private static double looks(StageTimes times) {
    long all = times.of(Stage.DETECT).toNanos();
    long first = all - times.furtherLooks().toNanos();
    return first == 0 ? 0 : (double) all / first;
  }

  private static double outside(StageTimes times) {
    return 1 - (double) times.natives().toNanos() / times.total().toNanos();
  }

  private static double seconds(Duration time) {
    return rounded(time.toNanos() / NANOS);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  private void print(Map<String, Object> report) throws JsonProcessingException {
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(report));
  }
}
