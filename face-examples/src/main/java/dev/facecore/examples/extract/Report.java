package dev.facecore.examples.extract;

import dev.facecore.ThresholdTable;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What is said about a run that goes as it should. */
interface Report {
  /** Says nothing. */
  Report QUIET = new Quiet();

  Progress progress(int pictures, int done);

  void otherOptions(Path out);

  void done(Album album, int failed, Path gallery);

  void threshold(ThresholdTable thresholds, double similarity, int faces);

  void searchedBefore(int pictures);

  /** For who looks at the exit status only. */
  record Quiet() implements Report {
    @Override
    public Progress progress(int pictures, int done) {
      return Progress.SILENT;
    }

    @Override
    public void otherOptions(Path out) {}

    @Override
    public void done(Album album, int failed, Path gallery) {}

    @Override
    public void threshold(ThresholdTable thresholds, double similarity, int faces) {}

    @Override
    public void searchedBefore(int pictures) {}
  }

  /** For everybody else. */
  record Printed(PrintWriter output) implements Report {
    @Override
    public Progress progress(int pictures, int done) {
      return Progress.over(pictures, done);
    }

    @Override
    public void otherOptions(Path out) {
      output.println(
          "The pictures in " + out + " were searched with other options: all are searched again.");
    }

    @Override
    public void done(Album album, int failed, Path gallery) {
      output.printf(
          "%d pictures, %d faces, %d people%s: %s%n",
          album.images(),
          album.faces(),
          album.people().size(),
          failed == 0 ? "" : ", " + failed + " pictures failed",
          gallery);
    }

    @Override
    public void threshold(ThresholdTable thresholds, double similarity, int faces) {
      output.println(ThresholdSentence.of(thresholds, similarity, faces));
    }

    @Override
    public void searchedBefore(int pictures) {
      if (pictures == 0) return;
      output.println(
          pictures + " of the pictures were searched by an earlier run (see --restart).");
    }
  }
}
