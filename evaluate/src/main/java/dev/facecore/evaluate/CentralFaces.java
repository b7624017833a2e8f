package dev.facecore.evaluate;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.Point;
import dev.facecore.console.stop.OrderlyStop;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one face that each picture of a data set is about: the one nearest to the centre, as in LFW's
 * protocol.
 */
final class CentralFaces {
  private final Map<String, Face> faces = new HashMap<>();
  private final List<String> names;

  private CentralFaces(List<String> names) {
    this.names = names;
  }

  /** Finds them; every picture must be readable. */
  static CentralFaces in(Path folder, List<String> names, FaceExtractor extractor) {
    CentralFaces found = new CentralFaces(names);
    List<ImageSource> sources =
        names.stream().map(name -> ImageSource.file(folder.resolve(name))).toList();
    extractor.analyze(sources, ExtractionOptions.DEFAULTS, OrderlyStop.deadline(), found::add);
    return found;
  }

  private void add(ImageAnalysis image) {
    Analysed.require(image);
    in(image).ifPresent(face -> faces.put(names.get(image.index()), face));
  }

  /** That of one picture; empty where it has no face. */
  static Optional<Face> in(ImageAnalysis image) {
    Point centre = new Point(image.width() / 2.0, image.height() / 2.0);
    return image.faces().stream()
        .min(Comparator.comparingDouble(face -> middle(face).distanceTo(centre)));
  }

  private static Point middle(Face face) {
    return new Point(
        face.box().x() + face.box().width() / 2, face.box().y() + face.box().height() / 2);
  }

  Optional<Face> of(String name) {
    return Optional.ofNullable(faces.get(name));
  }

  List<String> without() {
    return names.stream().filter(name -> !faces.containsKey(name)).toList();
  }
}
