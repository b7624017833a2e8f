package dev.facecore.examples.cookbook;

import dev.facecore.Deadline;
import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import dev.facecore.stage.FaceDeduplicator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells how far a batch is, with a time limit, and groups its faces at the end. */
final class ShowProgress {
  private ShowProgress() {}

  static List<Person> people(FaceExtractor extractor, List<ImageSource> images) {
    List<Face> faces = new ArrayList<>();
    AtomicInteger done = new AtomicInteger();
    extractor.analyze(
        images,
        ExtractionOptions.DEFAULTS,
        Deadline.after(Duration.ofMinutes(10)), // then DeadlineException; the work stops
        image -> { // called on this thread, in the order of the images
          faces.addAll(image.faces());
          System.err.print("\r" + done.incrementAndGet() + " of " + images.size());
        });
    return FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false)
        .withReadability(extractor.readability())
        .group(faces);
  }
}
