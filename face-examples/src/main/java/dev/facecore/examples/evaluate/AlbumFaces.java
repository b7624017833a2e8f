package dev.facecore.examples.evaluate;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.examples.console.OrderlyStop;
import dev.facecore.examples.extract.PictureFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * Every face of every picture below a folder, bystanders included, at the default settings.
 *
 * @param folder the folder
 * @param files the pictures' paths from there; a face's image index counts them
 * @param faces in the order of the pictures
 */
record AlbumFaces(Path folder, List<Path> files, List<Face> faces) {
  /** Finds them; every picture must be readable. */
  static AlbumFaces in(Path folder, FaceExtractor extractor, CommandLine command)
      throws IOException {
    List<Path> files = PictureFiles.below(List.of(folder), command);
    List<ImageSource> sources = new ArrayList<>();
    for (Path file : files) sources.add(ImageSource.file(file));
    List<Face> faces = new ArrayList<>();
    extractor.analyze(
        sources,
        ExtractionOptions.DEFAULTS,
        OrderlyStop.deadline(),
        image -> {
          image
              .failure()
              .ifPresent(
                  failure -> {
                    throw failure;
                  });
          faces.addAll(image.faces());
        });
    return new AlbumFaces(folder, files.stream().map(folder::relativize).toList(), faces);
  }

  /** The picture of a face. */
  Path file(Face face) {
    return files.get(face.imageIndex());
  }

  /**
   * Whose pictures a face is among: the first folder on the way to its picture, or the picture
   * itself where it lies in none.
   */
  Path owner(Face face) {
    return file(face).getName(0);
  }
}
