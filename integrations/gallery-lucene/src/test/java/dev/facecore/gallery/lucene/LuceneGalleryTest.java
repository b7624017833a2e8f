package dev.facecore.gallery.lucene;

import static dev.facecore.gallery.TestFaces.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.GalleryContract;
import dev.facecore.gallery.GalleryException;
import dev.facecore.gallery.PlainGallery;
import dev.facecore.gallery.TestFaces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneGalleryTest extends GalleryContract {
  private static final String NAME = "Ada Lovelace";

  @TempDir private Path scratch;
  private final TestFaces made = new TestFaces();

  @Override
  protected Gallery open(String model) {
    return LuceneGallery.open(scratch.resolve("gallery"), model);
  }

  @Test
  void what_is_forgotten_is_in_no_file_any_more() throws IOException {
    List<Embedding> faces = made.facesOfOne(3);
    try (Gallery gallery = open(MODEL)) {
      gallery.enrol(NAME, faces);
      // So many that Lucene has merged her faces into one segment with those of others.
      for (int i = 0; i < 15; i++) gallery.enrol("person " + i, made.facesOfOne(5));
      assertTrue(isStored(NAME.getBytes(StandardCharsets.UTF_8)), "the test finds what is there");
      for (Embedding face : faces) assertTrue(isStored(someBytes(face)), "the vector too");
      gallery.forget(NAME);
      assertFalse(isStored(NAME.getBytes(StandardCharsets.UTF_8)));
      for (Embedding face : faces) assertFalse(isStored(someBytes(face)));
      assertEquals(75, gallery.size());
    }
  }

  @Test
  void only_the_owner_may_read_the_folder_that_was_made() throws IOException {
    Assumptions.assumeTrue(
        scratch.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "files have no POSIX permissions here");
    Path folder = scratch.resolve("above").resolve("gallery");
    LuceneGallery.open(folder, MODEL).close();
    assertEquals("rwx------", permissions(folder));
    Path usual = Files.createDirectory(scratch.resolve("usual"));
    assertEquals(permissions(usual), permissions(folder.getParent()));
  }

  @Test
  void a_second_writer_is_told_and_readers_go_on() throws IOException {
    List<Embedding> faces = made.facesOfOne(1);
    try (Gallery gallery = open(MODEL);
        Directory folder = FSDirectory.open(scratch.resolve("gallery"))) {
      gallery.enrol(NAME, faces);
      try (Lock held = folder.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
        held.ensureValid();
        GalleryException refusal = assertThrows(GalleryException.class, () -> gallery.forget(NAME));
        assertEquals(
            "Another program is writing to this gallery; retry when it has finished.",
            refusal.getMessage());
        assertEquals(NAME, gallery.nearest(faces.get(0)).orElseThrow().person());
      }
      assertEquals(1, gallery.forget(NAME));
    }
  }

  @Test
  void a_damaged_gallery_and_a_file_in_its_place_are_named() throws IOException {
    try (Gallery gallery = open(MODEL)) {
      gallery.enrol(NAME, made.facesOfOne(1));
    }
    int damaged = 0;
    for (Path file : files()) {
      if (!file.getFileName().toString().startsWith("segments_")) continue;
      Files.write(file, new byte[] {1, 2, 3});
      damaged++;
    }
    assertEquals(1, damaged);
    assertTrue(refusal(scratch.resolve("gallery")).startsWith("The gallery is damaged"));
    Path file = Files.createFile(scratch.resolve("file"));
    assertTrue(refusal(file).startsWith("The gallery's folder cannot be read or written"));
  }

  @Test
  void the_graph_misses_at_most_one_face_in_a_hundred() {
    PlainGallery plain = new PlainGallery();
    List<Embedding> everyone = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) everyone.add(made.someone());
    int probes = 200;
    int found = 0;
    try (Gallery gallery = open(MODEL)) {
      gallery.enrol("everyone", everyone);
      plain.enrol("everyone", everyone);
      for (int i = 0; i < probes; i++) {
        Embedding probe = made.another(everyone.get(i));
        double nearest = gallery.nearest(probe).orElseThrow().similarity();
        if (Math.abs(nearest - plain.nearest(probe).similarity()) < 1e-6) found++;
      }
    }
    assertTrue(found >= 0.99 * probes, found + " of " + probes);
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }

  private static String refusal(Path folder) {
    return assertThrows(GalleryException.class, () -> LuceneGallery.open(folder, MODEL))
        .getMessage();
  }

  /** A few of a vector's values as Lucene writes them. */
  private static byte[] someBytes(Embedding face) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 100; i < 108; i++) bytes.putFloat(face.value(i));
    return bytes.array();
  }

  private boolean isStored(byte[] wanted) throws IOException {
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    for (Path file : files()) {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
        return true;
      }
    }
    return false;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(scratch.resolve("gallery"))) {
      return files.toList();
    }
  }
}
