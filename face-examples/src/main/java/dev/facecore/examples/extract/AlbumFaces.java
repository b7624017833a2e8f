package dev.facecore.examples.extract;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.console.files.PathText;
import dev.facecore.examples.corrections.FacePlace;
import dev.facecore.examples.corrections.PlacedFaces;
import dev.facecore.internal.natives.ProgramMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The faces of a command line's images, in order, without their headshots.
 *
 * @param images their paths as text
 * @param failures why images could not be read, by path
 * @param faces their {@code imageIndex} counts the images
 */
record AlbumFaces(List<String> images, Map<String, String> failures, List<Face> faces) {
  /**
   * Reads them.
   *
   * @param failures by path; all other images are in the work file
   * @param options tell which faces are left out
   */
  static AlbumFaces read(
      List<Path> files, Map<String, String> failures, WorkFile work, ExtractionOptions options)
      throws IOException {
    List<String> images = files.stream().map(PathText::of).toList();
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      if (failures.containsKey(images.get(i))) continue;
      StoredPicture picture = work.read(images.get(i)).without(options);
      for (StoredFace face : picture.faces()) faces.add(face.forGrouping(i));
      ProgramMemory.trim();
    }
    return new AlbumFaces(images, failures, faces);
  }

  FacePlace place(int face) {
    return new FacePlace(images.get(faces.get(face).imageIndex()), faces.get(face).box());
  }

  /** The faces by image and box, numbered as here. */
  PlacedFaces byPlace() {
    PlacedFaces placed = new PlacedFaces();
    for (int i = 0; i < faces.size(); i++) placed.add(place(i), i);
    return placed;
  }
}
