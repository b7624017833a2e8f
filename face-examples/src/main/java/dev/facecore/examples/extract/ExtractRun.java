package dev.facecore.examples.extract;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.console.files.PathText;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * From files to results. What is found goes through the work file even in a run that is never
 * stopped, so that one that is stopped and goes on ends in the same results.
 */
record ExtractRun(
    Path out,
    ExtractionOptions options,
    PictureSearch search,
    CorrectionsOption corrections,
    Report report) {
  /** How far below the threshold the people of a suggested pair may be. */
  private static final double SUGGESTED_BELOW = 0.15;

  /** Returns why images could not be read, by path. */
  Map<String, String> run(List<Path> files, WorkFolder folder, Path workFile) throws IOException {
    if (!Files.exists(workFile) && folder.hasOthers(workFile)) report.otherOptions(out);
    try (WorkFile work = WorkFile.open(workFile)) {
      report.damaged(work);
      List<Path> missing = files.stream().filter(file -> !has(work, file)).toList();
      int searchedBefore = files.size() - missing.size();
      Map<String, String> failures = searchMissing(missing, work, files.size(), searchedBefore);
      work.keepOnly(
          files.stream().map(PathText::of).filter(file -> !failures.containsKey(file)).toList());
      ThresholdTable thresholds = search.extractor().thresholds();
      Readability readability = search.extractor().readability();
      search.close(); // the models' memory is free for the rest
      double similarity = options.threshold().similarity(thresholds);
      FaceDeduplicator groups =
          FaceDeduplicator.of(options.dedup(), similarity, options.samePhotoDistinct())
              .withReadability(readability);
      AlbumFaces faces = AlbumFaces.read(files, failures, work, options);
      AlbumPeople people = people(faces, groups, similarity);
      Album album = new Album(faces, work, options, people);
      new ResultFolder(out, folder, ResultFolder.FACES_IN_PAGE).write(album);
      folder.deleteOthers(workFile);
      report.done(album, failures.size(), out.resolve(ResultFolder.GALLERY));
      report.people(people);
      report.threshold(
          new ThresholdSentence(thresholds, similarity, album.rawLengths(), groups.readability()));
      report.searchedBefore(searchedBefore);
      return failures;
    }
  }

  private AlbumPeople people(AlbumFaces faces, FaceDeduplicator groups, double similarity) {
    OptionalDouble leastSuggested =
        options.dedup() == DedupMode.CLUSTER
            ? OptionalDouble.of(Math.max(0, similarity - SUGGESTED_BELOW))
            : OptionalDouble.empty();
    EarlierPeople earlier;
    try {
      earlier = EarlierPeople.read(out);
    } catch (IOException e) {
      report.unreadableEarlierPeople(out);
      earlier = EarlierPeople.NONE;
    }
    return AlbumPeople.of(
        faces,
        groups,
        leastSuggested,
        corrections.value(),
        corrections.appliedTo(faces.byPlace()),
        earlier);
  }

  // Only what the work file is named after: whatever else changes searches nothing again.
  private ExtractionOptions searched() {
    return ExtractionOptions.DEFAULTS
        .withMinFaceSize(options.minFaceSize())
        .withDetectionSize(options.detectionSize());
  }

  private static boolean has(WorkFile work, Path file) {
    return work.has(PathText.of(file), FileStamp.of(file));
  }

  private Map<String, String> searchMissing(
      List<Path> missing, WorkFile work, int pictures, int done) {
    try (Progress progress = report.progress(pictures, done)) {
      return search.run(missing, searched(), work, progress);
    }
  }
}
