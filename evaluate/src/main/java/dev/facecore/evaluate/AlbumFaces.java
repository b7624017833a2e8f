package dev.facecore.evaluate;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * Every face of every picture below a folder, bystanders included, at the default settings.
 *
 * @param files the pictures' paths from the folder; a face's image index counts them
 * @param faces in the order of the pictures
 * @param central for each picture that has a face, which one is nearest to its centre, as an index
 *     into the faces
 */
record AlbumFaces(List<Path> files, List<Face> faces, List<Integer> central) {
  /** Finds them in all pictures; every one must be readable. */
  static AlbumFaces in(Path folder, FaceExtractor extractor, CommandLine command)
      throws IOException {
    List<Path> files = PictureFiles.below(List.of(folder), command);
    return in(folder, files.stream().map(folder::relativize).toList(), extractor);
  }

  /** Finds them in these pictures; every one must be readable. */
  static AlbumFaces in(Path folder, List<Path> files, FaceExtractor extractor) {
    List<ImageSource> sources = new ArrayList<>();
    for (Path file : files) sources.add(ImageSource.file(folder.resolve(file)));
    AlbumFaces found = new AlbumFaces(files, new ArrayList<>(), new ArrayList<>());
    extractor.analyze(sources, ExtractionOptions.DEFAULTS, OrderlyStop.deadline(), found::add);
    return found;
  }

  private void add(ImageAnalysis image) {
    Analysed.require(image);
    CentralFaces.in(image)
        .ifPresent(face -> central.add(faces.size() + image.faces().indexOf(face)));
    faces.addAll(image.faces());
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
