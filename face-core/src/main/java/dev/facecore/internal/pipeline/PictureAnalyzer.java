package dev.facecore.internal.pipeline;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.Embedding;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.Headshot;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageException;
import dev.facecore.InferenceException;
import dev.facecore.StageTimes.Stage;
import dev.facecore.internal.align.FaceAligner;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.log.Log;
import dev.facecore.internal.looks.FaceSearch;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.opencv.core.CvException;

/**
 * One picture from encoded bytes to embedded faces, on the calling thread and, for its faces, on
 * idle workers. Thread-safe.
 */
final class PictureAnalyzer {
  // Faces of one picture are told apart by place first, so that their order never depends on the
  // detector's.
  private static final Comparator<Detection> FROM_LEFT_TO_RIGHT =
      Comparator.<Detection>comparingDouble(found -> found.box().x())
          .thenComparingDouble(found -> found.box().y())
          .thenComparingDouble(found -> -found.confidence());

  private final FaceSearch search;
  private final FaceEmbedder embedder;
  private final BiConsumer<Picture, ImageAnalysis> viewer;
  private final Spread spread;

  PictureAnalyzer(
      FaceDetector detector,
      FaceEmbedder embedder,
      BiConsumer<Picture, ImageAnalysis> viewer,
      Spread spread) {
    this.viewer = viewer;
    this.search = new FaceSearch(detector);
    this.embedder = embedder;
    this.spread = spread;
  }

  /** Never throws ImageException: a picture that cannot be read is an analysis with a failure. */
  ImageAnalysis analyze(
      LoadedPicture loaded, ExtractionOptions options, FaceCount count, Deadline deadline) {
    StageClock clock = loaded.clock();
    int size = FaceSearch.firstSize(options.detectionSize());
    try (DecodedImage picture = clock.time(Stage.DECODE, () -> loaded.image().decode(size))) {
      List<Detection> detections = detect(picture, options, clock, deadline);
      count.add(detections.size());
      clock.time(Stage.DECODE, () -> FaceAligner.prepare(picture, detections));
      List<TimedFace> faces =
          spread.map(detections, found -> face(loaded.index(), picture, found, options, deadline));
      faces.forEach(face -> clock.add(face.clock()));
      ImageAnalysis analysis =
          ImageAnalysis.of(
                  loaded.index(),
                  loaded.source(),
                  picture.width(),
                  picture.height(),
                  faces.stream().map(TimedFace::face).flatMap(Optional::stream).toList())
              .withTimes(clock.times());
      viewer.accept(picture, analysis);
      return analysis;
    } catch (ImageException e) {
      return loaded.failed(e);
    } catch (CvException | InferenceException | OutOfMemoryError e) {
      return loaded.failed(failure(e));
    } catch (Exception e) {
      // What OpenCV's bindings make of a C++ exception of another library, such as bad_alloc.
      if (e.getClass() == Exception.class) return loaded.failed(failure(e));
      throw e;
    }
  }

  // Native code may fail on one picture, for its size or by a defect; the others are not to blame.
  // The log says so loudly, because a broken network fails on all of them.
  private static ImageException failure(Throwable cause) {
    Log.warn(
        PictureAnalyzer.class,
        "Native code failed on one image; the others are not affected.",
        cause);
    return new ImageException(
        cause instanceof InferenceException
            ? cause.getMessage()
            : "Native code failed on the image; send a smaller one, or another format.",
        cause);
  }

  private List<Detection> detect(
      Picture picture, ExtractionOptions options, StageClock clock, Deadline deadline) {
    FaceSearch.Found found =
        clock.time(Stage.DETECT, () -> search.in(picture, options.detectionSize(), deadline));
    clock.addAgain(found.again());
    return found.faces().stream()
        .filter(face -> reaches(face.box(), options.minFaceSize()))
        .filter(face -> face.confidence() >= options.minConfidence())
        .sorted(FROM_LEFT_TO_RIGHT)
        .toList();
  }

  private static boolean reaches(Box box, int minFaceSize) {
    return box.width() >= minFaceSize && box.height() >= minFaceSize;
  }

  /** A face and the time it took; no face where its quality is too low. */
  private record TimedFace(Optional<Face> face, StageClock clock) {}

  private TimedFace face(
      int index, Picture picture, Detection found, ExtractionOptions options, Deadline deadline) {
    deadline.check();
    StageClock clock = new StageClock();
    AlignedFace aligned = clock.time(Stage.ALIGN, () -> AlignedFace.of(picture, found.landmarks()));
    Embedding embedding = clock.time(Stage.EMBED, () -> embedder.embed(aligned, deadline));
    double quality = embedder.quality(embedding);
    if (quality < options.minQuality()) return new TimedFace(Optional.empty(), clock);
    Headshot headshot =
        options.headshots()
            ? clock.time(Stage.HEADSHOT, () -> Headshot.of(picture, found.landmarks()))
            : null;
    Face face =
        new Face(
            index,
            found.box(),
            found.landmarks(),
            found.confidence(),
            quality,
            embedding,
            headshot);
    return new TimedFace(Optional.of(face), clock);
  }
}
