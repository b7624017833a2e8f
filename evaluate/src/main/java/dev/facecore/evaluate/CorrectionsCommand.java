package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate corrections}: what do answers to an album's suggestions buy? */
@Command(
    name = "corrections",
    description =
        "Answers an album's suggestions by the truth, the most likely first: pairs joined falsely"
            + " and pairs split after so many answers (CSV: image, identity).",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class CorrectionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;
  @Mixin private ListedPictures pictures;

  @Parameters(index = "1", paramLabel = "CLUSTERS.csv", description = "Who is in each image.")
  private Path truth;

  @Mixin private MatchingSimilarity matching;

  @Option(
      names = "--least",
      paramLabel = "SIMILARITY",
      defaultValue = "0.2",
      converter = Numbers.Ratio.class,
      description = "Mean similarity from which two people are suggested, 0 to 1.")
  private double least;

  @Option(
      names = "--answers",
      paramLabel = "N",
      split = ",",
      defaultValue = "0,10,50,100",
      description = "After how many answers to look, ascending.")
  private List<Integer> answers;

  @Override
  public Integer call() throws IOException {
    List<Map<String, Object>> states = new ArrayList<>();
    Map<String, Object> report = new LinkedHashMap<>();
    try (FaceExtractor extractor = models.open()) {
      LabelledFaces labelled = LabelledFaces.listed(pictures.folder(), truth, extractor);
      report.put("images", labelled.faces().size());
      report.put("identities", labelled.peopleCount());
      AnsweredAlbum album =
          new AnsweredAlbum(labelled, matching.threshold(), extractor.readability(), least);
      int answered = 0;
      for (int count : answers) {
        boolean all = album.answer(count - answered);
        answered = count;
        states.add(album.state());
        if (!all) break;
      }
    }
    report.put("threshold", matching.threshold());
    report.put("least", least);
    report.put("states", states);
    JsonLine.print(spec, report);
    return 0;
  }
}
