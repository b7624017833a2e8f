package dev.facecore.examples.extract;

import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceExtractorBuilder;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.internal.natives.ProgramMemory;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Searches the pictures that are not in the work file yet and adds them to it. */
final class PictureSearch implements AutoCloseable {
  private final FaceExtractor extractor;
  private final Map<Integer, List<FaceThumbnail>> thumbnails = new ConcurrentHashMap<>();

  /** Opens the models. */
  PictureSearch(FaceExtractorBuilder builder) {
    extractor = OrderlyStop.open(builder.onPicture(this::cutThumbnails));
  }

  FaceExtractor extractor() {
    return extractor;
  }

  private void cutThumbnails(Picture picture, ImageAnalysis found) {
    thumbnails.put(
        found.index(),
        found.faces().stream().map(face -> FaceThumbnail.of(picture, face.box())).toList());
  }

  /**
   * Holds a few pictures in memory at a time, however many there are.
   *
   * @return why pictures could not be read, by path in the order given
   */
  Map<String, String> run(
      List<Path> files, ExtractionOptions options, WorkFile work, Progress progress) {
    List<FileStamp> stamps = files.stream().map(FileStamp::of).toList();
    Map<String, String> failures = new LinkedHashMap<>();
    extractor.analyze(
        files.stream().map(ImageSource::file).toList(),
        options,
        OrderlyStop.deadline(),
        image -> {
          if (image.failure().isPresent()) {
            failures.put(PathText.of(files.get(image.index())), image.failure().get().getMessage());
          } else {
            append(
                work,
                StoredPicture.of(
                    PathText.of(files.get(image.index())),
                    image,
                    stamps.get(image.index()),
                    thumbnails.remove(image.index())));
          }
          ProgramMemory.trim();
          progress.step();
        });
    return failures;
  }

  private static void append(WorkFile work, StoredPicture picture) {
    try {
      work.append(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    extractor.close();
  }
}
