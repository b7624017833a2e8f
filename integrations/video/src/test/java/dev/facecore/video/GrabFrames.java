package dev.facecore.video;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import dev.facecore.stage.FaceDeduplicator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;

/** A recipe of the cookbook: the people in every 25th frame of a video. */
final class GrabFrames {
  private GrabFrames() {}

  static List<Person> people(FaceExtractor extractor, Path video) throws FrameGrabber.Exception {
    List<Face> faces = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      grabber.start();
      int number = 0;
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        if (number++ % 25 != 0) continue;
        ImageSource image = ImageSource.image("frame " + number, converter.convert(frame));
        for (Face face : extractor.analyze(image).faces()) faces.add(face.withImageIndex(number));
      }
    }
    return FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false)
        .withReadability(extractor.readability())
        .group(faces);
  }
}
