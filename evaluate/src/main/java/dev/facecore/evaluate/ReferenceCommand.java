package dev.facecore.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.Embedding;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code face-evaluate reference}: the same faces and embeddings as another implementation of the
 * same networks?
 */
@Command(
    name = "reference",
    description =
        "Compares with another implementation's faces (JSON: path to boxes, landmarks, embeddings).",
    mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
  private static final int DETECTION_SIZE = 640;
  private static final double SAME_FACE_OVERLAP = 0.8;
  private static final long MAX_PIXELS = 100_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "IMAGES",
      description = "The folder that the paths refer to.")
  private Path images;

  @Parameters(
      index = "1",
      paramLabel = "REFERENCE.json",
      description = "The other implementation's faces.")
  private Path reference;

  @Option(
      names = "--min-found",
      defaultValue = "0",
      description = "Exit status 1 below this share of faces found.")
  private double minFound;

  @Option(
      names = "--min-cosine",
      defaultValue = "-1",
      description = "Exit status 1 if any embedding agrees less.")
  private double minCosine;

  @Option(
      names = "--min-cosine-large",
      defaultValue = "-1",
      description = "The same for faces that shrink by half or more, which are averaged here.")
  private double minCosineLarge;

  /** The eyes' distance in an aligned face, in pixels. */
  private static final double ALIGNED_EYES = 35.24;

  /** A face that shrinks more is averaged before it is sampled; a little less for rounding. */
  private static final double SAMPLED_ALIKE = 1.9;

  private int faces;
  private int found;
  private int large;
  private double leastCosine = 1;
  private double leastCosineLarge = 1;

  @Override
  public Integer call() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(reference.toFile());
    try (FaceDetector detector = FaceModels.bundled().detector("retinaface");
        FaceEmbedder embedder = FaceModels.bundled().embedder("ArcFace")) {
      for (Map.Entry<String, JsonNode> picture : expected.properties()) {
        byte[] encoded = Files.readAllBytes(images.resolve(picture.getKey()));
        try (Picture decoded = Picture.decode(encoded, MAX_PIXELS)) {
          compare(decoded, picture.getValue(), detector, embedder);
        }
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("images", expected.size());
    report.put("faces", faces);
    report.put("found", found);
    report.put("least_cosine_from_reference_landmarks", leastCosine);
    report.put("large_faces", large);
    report.put("least_cosine_of_large_faces", leastCosineLarge);
    JsonLine.print(spec, report);
    boolean agrees = leastCosine >= minCosine && leastCosineLarge >= minCosineLarge;
    return faces > large && found >= minFound * faces && agrees ? 0 : 1;
  }

  private void compare(
      Picture picture, JsonNode expected, FaceDetector detector, FaceEmbedder embedder) {
    List<Detection> detections = detector.detect(picture, DETECTION_SIZE, Deadline.unlimited());
    for (JsonNode face : expected) {
      faces++;
      Box box = box(face.get("box"));
      if (detections.stream().anyMatch(seen -> seen.box().overlap(box) > SAME_FACE_OVERLAP))
        found++;
      FaceLandmarks landmarks = landmarks(face.get("landmarks"));
      AlignedFace aligned = AlignedFace.of(picture, landmarks);
      double cosine = cosine(embedder.embed(aligned, Deadline.unlimited()), face.get("embedding"));
      if (landmarks.leftEye().distanceTo(landmarks.rightEye()) < SAMPLED_ALIKE * ALIGNED_EYES) {
        leastCosine = Math.min(leastCosine, cosine);
      } else {
        large++;
        leastCosineLarge = Math.min(leastCosineLarge, cosine);
      }
    }
  }

  private static Box box(JsonNode corners) {
    double left = corners.get(0).asDouble();
    double top = corners.get(1).asDouble();
    return new Box(left, top, corners.get(2).asDouble() - left, corners.get(3).asDouble() - top);
  }

  private static FaceLandmarks landmarks(JsonNode points) {
    return new FaceLandmarks(
        point(points, 0), point(points, 1), point(points, 2), point(points, 3), point(points, 4));
  }

  private static Point point(JsonNode points, int index) {
    return new Point(points.get(index).get(0).asDouble(), points.get(index).get(1).asDouble());
  }

  private static double cosine(Embedding embedding, JsonNode expected) {
    float[] other = new float[expected.size()];
    for (int i = 0; i < other.length; i++) other[i] = (float) expected.get(i).asDouble();
    return embedding.similarity(Embedding.of(embedding.model(), other));
  }
}
