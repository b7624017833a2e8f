package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Person;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the files of a result aside, then puts each in place of an earlier one as a whole. */
final class ResultFolder {
  static final String GALLERY = MadeFiles.GALLERY;

  /**
   * Of how many faces the page holds the pictures itself: some 60 MB, which browsers still like.
   */
  static final int FACES_IN_PAGE = 5000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final WorkFolder work;
  private final int facesInPage;

  /**
   * A folder of results.
   *
   * @param facesInPage with more faces than this the page shows files that lie beside it
   */
  ResultFolder(Path out, WorkFolder work, int facesInPage) {
    this.out = out;
    this.work = work;
    this.facesInPage = facesInPage;
  }

  void write(Album album) throws IOException {
    Set<String> before = MadeFiles.in(out);
    ResultNames names = new ResultNames(out, before);
    boolean isPageWhole = album.faces() <= facesInPage;
    Set<String> pictures = pictures(album, names, isPageWhole);
    try (StagingFolder staging = work.staging()) {
      writePeople(album, names, staging.path());
      try (ResultWriter files = new ResultWriter(out, staging.path(), album, names, isPageWhole)) {
        album.visit(files);
      }
      // Named before they are there, so that a run that is killed leaves none that nobody knows.
      Set<String> both = new LinkedHashSet<>(before);
      both.addAll(pictures);
      MadeFiles.write(work.path(), both);
      // Pictures first: no page is there before what it shows.
      for (String name : pictures) putInPlace(staging.path(), name);
      for (String name : List.of(MadeFiles.IMAGES, MadeFiles.FACES, MadeFiles.PEOPLE, GALLERY)) {
        putInPlace(staging.path(), name);
      }
    }
    for (String name : before) {
      if (!pictures.contains(name)) Files.deleteIfExists(out.resolve(name));
    }
    MadeFiles.write(work.path(), pictures);
  }

  private static Set<String> pictures(Album album, ResultNames names, boolean isPageWhole) {
    Set<String> pictures = new LinkedHashSet<>();
    for (int i = 0; i < album.people().size(); i++) pictures.add(names.headshot(i));
    for (int i = 0; !isPageWhole && i < album.faces(); i++) pictures.add(names.thumbnail(i));
    return pictures;
  }

  private static void writePeople(Album album, ResultNames names, Path folder) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < album.people().size(); i++) {
      Person person = album.people().get(i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("person", i);
      row.put("face_id", person.id().toString());
      row.put("image", album.image(person.face().imageIndex()));
      row.put("sightings", person.sightings().size());
      row.put("headshot", names.headshot(i));
      if (album.isUnclear(i)) row.put("unclear", true);
      if (album.name(i) != null) row.put("name", album.name(i));
      rows.add(row);
    }
    try (Writer people = Files.newBufferedWriter(folder.resolve(MadeFiles.PEOPLE))) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(people, rows);
    }
  }

  private void putInPlace(Path staging, String name) throws IOException {
    Path target = out.resolve(name);
    Files.createDirectories(target.getParent());
    Files.move(
        staging.resolve(name),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
