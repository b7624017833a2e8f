package dev.facecore.examples.extract;

import dev.facecore.ExtractionOptions;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An album of images that were all searched, and about which nothing was known. */
final class TestAlbum {
  private TestAlbum() {}

  static Album of(List<Path> files, WorkFile work, FaceDeduplicator groups) throws IOException {
    AlbumFaces faces = AlbumFaces.read(files, Map.of(), work, ExtractionOptions.DEFAULTS);
    CorrectedFaces applied = CorrectedFaces.of(Corrections.NONE, faces.byPlace());
    AlbumPeople people =
        AlbumPeople.of(
            faces, groups, OptionalDouble.empty(), Corrections.NONE, applied, EarlierPeople.NONE);
    return new Album(faces, work, ExtractionOptions.DEFAULTS, people);
  }
}
