package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of a result folder this program made: only they are deleted, replaced, or left out of
 * a search, since users put files of their own beside them. A list in the work folder tells; where
 * it is missing or damaged, the results themselves do.
 */
final class MadeFiles {
  static final String GALLERY = "index.html";
  static final String PEOPLE = "people.json";
  static final String FACES = "faces.jsonl";
  static final String IMAGES = "images.jsonl";
  static final List<String> FIXED = List.of(GALLERY, PEOPLE, FACES, IMAGES);

  private static final String LIST = "made";
  private static final int MOST_LIST_BYTES = 256 << 20;
  private static final Pattern PICTURE =
      Pattern.compile(
          "headshots/person-\\d{5,10}(-\\d{1,4})?\\.jpg|thumbnails/face-\\d{7,10}(-\\d{1,4})?\\.jpg");
  private static final ObjectMapper JSON = new ObjectMapper();

  private MadeFiles() {}

  /** Whether a path within a result folder, with slashes, is called like a picture of ours. */
  static boolean isCalledLikeOurs(String name) {
    return PICTURE.matcher(name).matches();
  }

  /** Whether the files with fixed names are ours: all of them are there, or the list is. */
  static boolean areResults(Path out) {
    return isFile(out.resolve(WorkFolder.NAME).resolve(LIST))
        || FIXED.stream().allMatch(name -> isFile(out.resolve(name)));
  }

  /** The pictures of ours in a result folder, by their paths within it. */
  static Set<String> in(Path out) {
    try {
      return listed(out);
    } catch (IOException e) {
      return told(out);
    }
  }

  private static Set<String> listed(Path out) throws IOException {
    Path list = out.resolve(WorkFolder.NAME).resolve(LIST);
    if (!isFile(list)) throw new NoSuchFileException(list.toString());
    Set<String> names = new TreeSet<>();
    for (byte[] line : lines(list)) {
      String name =
          CheckedLine.content(line)
              .map(content -> new String(content, StandardCharsets.UTF_8))
              .filter(MadeFiles::isCalledLikeOurs)
              .orElseThrow(() -> new IOException("a damaged line"));
      names.add(name);
    }
    return names;
  }

  private static List<byte[]> lines(Path list) throws IOException {
    if (Files.size(list) > MOST_LIST_BYTES) throw new IOException("not a list of ours");
    byte[] all = Files.readAllBytes(list);
    List<byte[]> lines = new java.util.ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte next : all) {
      line.write(next);
      if (next != '\n') continue;
      lines.add(line.toByteArray());
      line.reset();
    }
    if (line.size() > 0) lines.add(line.toByteArray());
    return lines;
  }

  // Users may delete the work folder, and the first release wrote no list.
  private static Set<String> told(Path out) {
    Set<String> names = new TreeSet<>();
    if (!areResults(out) || !isFile(out.resolve(PEOPLE))) return names;
    try (InputStream people = Files.newInputStream(out.resolve(PEOPLE))) {
      for (JsonNode person : JSON.readTree(people)) {
        String headshot = person.path("headshot").asText();
        if (isCalledLikeOurs(headshot)) names.add(headshot);
      }
      if (showsThumbnailsBesideIt(out.resolve(GALLERY))) addThumbnails(out, names);
    } catch (JacksonException e) {
      names.clear();
    } catch (IOException e) {
      // What was read so far is known.
    }
    return names;
  }

  private static boolean showsThumbnailsBesideIt(Path gallery) throws IOException {
    try (InputStream page = Files.newInputStream(gallery)) {
      String head = new String(page.readNBytes(1 << 18), StandardCharsets.UTF_8);
      return head.contains("\"thumbnails/face-0000000.jpg\"");
    }
  }

  private static void addThumbnails(Path out, Set<String> names) throws IOException {
    long faces = 0;
    try (InputStream lines = Files.newInputStream(out.resolve(FACES))) {
      byte[] part = new byte[1 << 16];
      for (int read = lines.read(part); read >= 0; read = lines.read(part)) {
        for (int i = 0; i < read; i++) if (part[i] == '\n') faces++;
      }
    }
    for (int face = 0; face < faces; face++) names.add(ResultNames.thumbnailName(face));
  }

  /**
   * Keeps the list of the pictures.
   *
   * @param work the work folder
   */
  static void write(Path work, Collection<String> names) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (String name : new TreeSet<>(names)) {
      lines.writeBytes(CheckedLine.of(name.getBytes(StandardCharsets.UTF_8)));
    }
    OwnFile.replace(work.resolve(LIST), lines.toByteArray());
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
