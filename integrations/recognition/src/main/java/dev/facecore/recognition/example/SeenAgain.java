package dev.facecore.recognition.example;

import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.gallery.AcceptanceRule;
import dev.facecore.gallery.Enroller;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.RecognisedFace;
import dev.facecore.gallery.Recogniser;
import dev.facecore.gallery.lucene.LuceneGallery;
import java.nio.file.Path;

/** Enrols a person from one image and looks for them in another: GALLERY NAME IMAGE IMAGE. */
public final class SeenAgain {
  private SeenAgain() {}

  public static void main(String[] arguments) {
    try (FaceExtractor extractor = FaceExtractor.create();
        Gallery gallery = LuceneGallery.open(Path.of(arguments[0]), extractor.model())) {
      Enroller enroller = new Enroller(extractor, gallery);
      enroller.enrol(arguments[1], ImageSource.file(Path.of(arguments[2])));
      AcceptanceRule rule = AcceptanceRule.falsePositiveRate(0.001);
      Recogniser recogniser = new Recogniser(extractor, gallery, rule);
      for (RecognisedFace face : recogniser.recognise(ImageSource.file(Path.of(arguments[3])))) {
        System.out.println(face.person().orElse("unknown"));
      }
    }
  }
}
