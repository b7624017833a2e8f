package dev.facecore.examples.cookbook;

import dev.facecore.Comparison;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;

/** Compares the largest face of one image with each face of another. */
final class CompareImages {
  private CompareImages() {}

  static boolean samePerson(FaceExtractor extractor, Path first, Path second) {
    Comparison faces = extractor.compare(ImageSource.file(first), ImageSource.file(second));
    System.out.println("similarity " + faces.similarity());
    faces.falseMatchRate().ifPresent(rate -> System.out.println("false match rate " + rate));
    return faces.samePerson();
  }
}
