package dev.facecore.examples.extract;

import dev.facecore.ExtractionOptions;
import dev.facecore.ImageAnalysis;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the work file: a picture that was searched, with all that the results need of it.
 *
 * @param image its path as found
 * @param stamp how its file looked
 */
record StoredPicture(String image, FileStamp stamp, int width, int height, List<StoredFace> faces) {
  /** Returns the same image without the faces that the options drop. */
  StoredPicture without(ExtractionOptions options) {
    List<StoredFace> kept =
        faces.stream()
            .filter(face -> face.quality() >= options.minQuality())
            .filter(face -> face.confidence() >= options.minConfidence())
            .toList();
    return new StoredPicture(image, stamp, width, height, kept);
  }

  /** Takes one thumbnail for each face, in their order. */
  static StoredPicture of(
      String path, ImageAnalysis image, FileStamp stamp, List<FaceThumbnail> thumbnails) {
    List<StoredFace> faces = new ArrayList<>(thumbnails.size());
    for (int i = 0; i < image.faces().size(); i++) {
      faces.add(StoredFace.of(image.faces().get(i), thumbnails.get(i)));
    }
    return new StoredPicture(path, stamp, image.width(), image.height(), faces);
  }
}
