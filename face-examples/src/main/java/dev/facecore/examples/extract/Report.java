package dev.facecore.examples.extract;

import dev.facecore.console.files.PathText;
import dev.facecore.console.terminal.VisibleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** What is said about a run that goes as it should. */
interface Report {
  /** Says nothing. */
  Report QUIET = new Quiet();

  Progress progress(int pictures, int done);

  void otherOptions(Path out);

  /**
   * Pictures that earlier runs made are not searched.
   *
   * @param pictures how many, by the folder of the results
   */
  void earlierResults(Map<Path, Integer> pictures);

  /** The work file may have been damaged since it was written. */
  void damaged(WorkFile work);

  void done(Album album, int failed, Path gallery);

  /** Who they are as compared with the run before, and which corrections were applied. */
  void people(AlbumPeople people);

  /** All people get new ids. */
  void unreadableEarlierPeople(Path out);

  void threshold(ThresholdSentence meaning);

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
    public void earlierResults(Map<Path, Integer> pictures) {}

    @Override
    public void damaged(WorkFile work) {}

    @Override
    public void done(Album album, int failed, Path gallery) {}

    @Override
    public void people(AlbumPeople people) {}

    @Override
    public void unreadableEarlierPeople(Path out) {}

    @Override
    public void threshold(ThresholdSentence meaning) {}

    @Override
    public void searchedBefore(int pictures) {}
  }

  /** For everybody else. */
  record Printed(PrintWriter output, PrintWriter errors) implements Report {
    @Override
    public Progress progress(int pictures, int done) {
      return Progress.over(pictures, done, errors);
    }

    @Override
    public void otherOptions(Path out) {
      output.println(
          "The images in "
              + VisibleText.of(PathText.of(out))
              + " were searched with other options or by another version: all are searched again.");
    }

    @Override
    public void earlierResults(Map<Path, Integer> pictures) {
      pictures.forEach(
          (folder, count) ->
              output.printf(
                  "%s contains results of faces: %d headshots and thumbnails there are not searched.%n",
                  VisibleText.of(PathText.of(folder)), count));
    }

    @Override
    public void damaged(WorkFile work) {
      if (work.damaged() == 0) return;
      errors.printf(
          "%s: damaged or unfinished records: %d; their images are searched again.%n",
          VisibleText.of(PathText.of(work.path())), work.damaged());
    }

    @Override
    public void done(Album album, int failed, Path gallery) {
      output.printf(
          "%d images, %d faces, %d people%s: %s%n",
          album.images(),
          album.faces(),
          album.people().size(),
          failed == 0 ? "" : ", " + failed + " images failed",
          VisibleText.of(PathText.of(gallery)));
    }

    @Override
    public void people(AlbumPeople people) {
      PeopleReport.print(people, output, errors);
    }

    @Override
    public void unreadableEarlierPeople(Path out) {
      errors.printf(
          "%s: people.json and faces.jsonl of the earlier run are damaged: every person gets a new"
              + " face_id and no name.%n",
          VisibleText.of(PathText.of(out)));
    }

    @Override
    public void threshold(ThresholdSentence meaning) {
      output.println(meaning.text());
      meaning.advice().ifPresent(output::println);
    }

    @Override
    public void searchedBefore(int pictures) {
      if (pictures == 0) return;
      output.println(pictures + " of the images were searched by an earlier run (see --restart).");
    }
  }
}
