package dev.facecore.examples.people;

import dev.facecore.Comparison;
import dev.facecore.Deadline;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People by name, each with the faces of photographs of theirs. Immutable. */
public final class KnownPeople {
  private final ThresholdTable thresholds;
  private final Readability readability;
  private final double threshold;
  private final Map<String, List<Face>> faces;
  private final boolean isWhole;

  private KnownPeople(
      FaceExtractor extractor, double threshold, Map<String, List<Face>> faces, boolean isWhole) {
    thresholds = extractor.thresholds();
    readability = extractor.readability();
    this.threshold = threshold;
    this.faces = faces;
    this.isWhole = isWhole;
  }

  /** The most similar face of a person who is known. */
  public record Known(String name, Comparison.Match match) {}

  /**
   * Takes the largest face of each photograph. A photograph that cannot be read or shows no face is
   * printed and left out.
   *
   * @param photographs of each person, by name
   * @param extractor not used afterwards
   */
  public static KnownPeople of(
      Map<String, List<Path>> photographs,
      FaceExtractor extractor,
      ExtractionOptions options,
      PrintWriter errors) {
    List<String> names = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    photographs.forEach(
        (name, paths) ->
            paths.forEach(
                path -> {
                  names.add(name);
                  files.add(path);
                }));
    Map<String, List<Face>> faces = new LinkedHashMap<>();
    Deadline deadline = OrderlyStop.deadline();
    int[] used = {0};
    extractor.analyze(
        files.stream().map(ImageSource::file).toList(),
        options.withHeadshots(false),
        deadline,
        image -> {
          Optional<Face> largest = largest(image);
          if (largest.isPresent()) {
            faces
                .computeIfAbsent(names.get(image.index()), n -> new ArrayList<>())
                .add(largest.get());
            used[0]++;
          } else {
            errors.println(PathText.of(files.get(image.index())) + ": " + why(image));
          }
        });
    double threshold = options.threshold().similarity(extractor.thresholds());
    return new KnownPeople(extractor, threshold, faces, used[0] == files.size());
  }

  private static Optional<Face> largest(ImageAnalysis image) {
    return image.faces().stream().max(Comparator.comparingDouble(face -> face.box().area()));
  }

  private static String why(ImageAnalysis image) {
    return image.failure().map(Exception::getMessage).orElse("No face was found.");
  }

  /** Whether every photograph could be used. */
  public boolean isWhole() {
    return isWhole;
  }

  /** How many people have a face. */
  public int count() {
    return faces.size();
  }

  /** The person whose face is most similar among those who match; empty for a stranger. */
  public Optional<Known> find(Face face) {
    return faces.entrySet().stream()
        .flatMap(person -> match(face, person.getKey(), person.getValue()).stream())
        .max(Comparator.comparingDouble(known -> known.match().similarity()));
  }

  private Optional<Known> match(Face face, String name, List<Face> known) {
    return Comparison.of(face, known, threshold, thresholds, readability).matches().stream()
        .filter(Comparison.Match::samePerson)
        .findFirst()
        .map(match -> new Known(name, match));
  }
}
