package dev.facecore.video;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-video people}: a video file in, everybody seen in it and when out. */
@Command(
    name = "people",
    description = "Writes the people in a video, when they are seen, and their best headshots.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class PeopleCommand implements Callable<Integer> {
  private static final double GAP_IN_STEPS = 2.5;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "VIDEO", description = "A video file.")
  private Path video;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the results go.")
  private Path out;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = TimeConverter.class,
      description = "Time between two frames that are searched, such as 500ms or 2s.")
  private Duration every;

  @Option(
      names = "--gap",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "Sightings at most this far apart form one range; 2.5 times --every by default, so that"
              + " one frame with the face turned away does not split it.")
  private Duration gap;

  @Option(
      names = "--threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "0.4",
      description = "Cosine similarity from which two faces are one person, 0 to 1.")
  private double threshold;

  @Override
  public Integer call() throws IOException {
    FaceDeduplicator deduplicator = deduplicator();
    if (!Files.isRegularFile(video)) throw wrongUsage("There is no file " + video);
    try (FrameReader frames = FrameReader.open(video, every);
        FaceExtractor extractor = FaceExtractor.create()) {
      FrameFaces seen = FrameFaces.read(frames, extractor, ExtractionOptions.DEFAULTS);
      List<VideoPerson> people =
          VideoPerson.group(
              seen.faces(),
              seen.times(),
              deduplicator.withReadability(extractor.readability()),
              gapSeconds());
      PeopleFolder.write(out, people);
      return summary(frames, seen, people);
    } catch (VideoException e) {
      throw new VideoException(video + ": " + e.getMessage(), e);
    }
  }

  private FaceDeduplicator deduplicator() {
    try {
      return FaceDeduplicator.of(DedupMode.CLUSTER, threshold, false);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private double gapSeconds() {
    return gap == null ? GAP_IN_STEPS * seconds(every) : seconds(gap);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private int summary(FrameReader frames, FrameFaces seen, List<VideoPerson> people) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%.1f seconds, %d frames, %d faces, %d people: %s%n",
            frames.seconds(),
            seen.times().size(),
            seen.faces().size(),
            people.size(),
            out.resolve(PeopleFolder.PEOPLE));
    if (!frames.isCutShort()) return CommandLine.ExitCode.OK;
    spec.commandLine()
        .getErr()
        .println(
            "face-video: "
                + video
                + ": The video ends early; the part before was searched. Copy the whole file again.");
    return CommandLine.ExitCode.SOFTWARE;
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
