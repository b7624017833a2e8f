package dev.facecore.evaluate;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.Person;
import dev.facecore.console.files.PathText;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-evaluate bystanders}: are people found among all faces, and who is shown first? */
@Command(
    name = "bystanders",
    description =
        "People by cluster among all faces of IMAGES/PERSON/, bystanders included, with and without"
            + " the rule for unreadable faces: pairs of blurs of different images in one person,"
            + " agreement of the central faces with the truth, and who is seen most often.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class BystandersCommand implements Callable<Integer> {
  private static final int FIRST = 20;

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Mixin private PersonFolders pictures;

  @Mixin private MatchingSimilarity matching;

  @Option(
      names = "--blurred",
      paramLabel = "LENGTH",
      defaultValue = "2.3",
      converter = Numbers.Real.class,
      description = "A face whose raw embedding is shorter is a blur.")
  private double blurred;

  @Option(
      names = "--min-f1",
      paramLabel = "F1",
      defaultValue = "0",
      description = "Exit status 1 if the central faces' stays below it.")
  private double minF1;

  @Option(
      names = "--max-blurred-joins",
      paramLabel = "N",
      description = "Exit status 1 if more pairs of blurs are joined.")
  private int maxBlurredJoins = Integer.MAX_VALUE;

  @Option(
      names = "--max-blurs-first",
      paramLabel = "N",
      description = "Exit status 1 if more of the people seen most often are shown by a blur.")
  private int maxBlursFirst = Integer.MAX_VALUE;

  @Override
  public Integer call() throws IOException {
    AlbumFaces album;
    Readability rule;
    try (FaceExtractor extractor = models.open()) {
      rule = extractor.readability();
      album = album(extractor);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d images, %d faces, %d blurs; threshold %s%n",
        album.files().size(),
        album.faces().size(),
        album.faces().stream().filter(this::isBlur).count(),
        matching.threshold());
    out.println("similarity  blurred joins      F1  precision  recall  people  blurs of the first");
    print(out, "plain", GroupedAlbum.of(album, groups(Readability.NOT_MEASURED)));
    GroupedAlbum grouped = GroupedAlbum.of(album, groups(rule));
    print(out, "matching", grouped);
    list(out, album, grouped.seenMostOften(FIRST));
    return grouped.score().f1() >= minF1
            && grouped.joins(this::isBlur) <= maxBlurredJoins
            && blursFirst(grouped) <= maxBlursFirst
        ? 0
        : 1;
  }

  private AlbumFaces album(FaceExtractor extractor) throws IOException {
    if (pictures.only().isEmpty()) {
      return AlbumFaces.in(pictures.images(), extractor, spec.commandLine());
    }
    List<Path> listed = new ArrayList<>();
    for (Map<String, String> row : Csv.read(pictures.only().get())) {
      listed.add(Path.of(row.get("image")));
    }
    return AlbumFaces.in(pictures.images(), listed, extractor);
  }

  private FaceDeduplicator groups(Readability readability) {
    return FaceDeduplicator.of(DedupMode.CLUSTER, matching.threshold(), false)
        .withReadability(readability);
  }

  private boolean isBlur(Face face) {
    return face.embedding().rawLength() < blurred;
  }

  private long blursFirst(GroupedAlbum grouped) {
    return grouped.seenMostOften(FIRST).stream().filter(one -> isBlur(one.face())).count();
  }

  private void print(PrintWriter out, String name, GroupedAlbum grouped) {
    out.printf(
        Locale.ROOT,
        "%-10s %14d  %.4f     %.4f  %.4f  %6d  %18d%n",
        name,
        grouped.joins(this::isBlur),
        grouped.score().f1(),
        grouped.score().precision(),
        grouped.score().recall(),
        grouped.people().size(),
        blursFirst(grouped));
  }

  private static void list(PrintWriter out, AlbumFaces album, List<Person> people) {
    out.println("seen  length  the face that is shown");
    for (Person person : people) {
      out.printf(
          Locale.ROOT,
          "%4d  %6.2f  %s%n",
          person.sightings().size(),
          person.face().embedding().rawLength(),
          PathText.of(album.file(person.face())));
    }
  }
}
