package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what there is a line or a file of for each picture and each face, in one pass. */
final class ResultWriter implements Album.Visitor, Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Album album;
  private final ResultNames names;
  private final FaceLine lines = new FaceLine();
  private final BufferedWriter images;
  private final BufferedWriter faces;
  private final GalleryPage page;

  /**
   * Writes into a folder what will lie in {@code out}.
   *
   * @param isPageWhole whether the page holds its pictures itself
   */
  ResultWriter(Path out, Path folder, Album album, ResultNames names, boolean isPageWhole)
      throws IOException {
    this.folder = folder;
    this.album = album;
    this.names = names;
    images = Files.newBufferedWriter(folder.resolve(MadeFiles.IMAGES));
    faces = Files.newBufferedWriter(folder.resolve(MadeFiles.FACES));
    page = new GalleryPage(folder.resolve(ResultFolder.GALLERY), out, album, names, isPageWhole);
  }

  @Override
  public void failed(String image, String why) throws IOException {
    writeImage(image, 0, 0, 0, why);
    page.failed(image, why);
  }

  @Override
  public void searched(StoredPicture picture, int firstFace) throws IOException {
    String image = picture.image();
    writeImage(image, picture.width(), picture.height(), picture.faces().size(), null);
    String quoted = JSON.writeValueAsString(image);
    for (int i = 0; i < picture.faces().size(); i++) {
      StoredFace face = picture.faces().get(i);
      int number = firstFace + i;
      int person = album.personOf(number);
      faces.append(lines.of(quoted, face, person));
      if (album.isKept(number)) {
        Files.write(folder.resolve(names.headshot(person)), face.headshot());
      }
      if (!page.isWhole()) {
        Files.write(folder.resolve(names.thumbnail(number)), face.thumbnail().jpeg());
      }
      page.face(image, face, number);
    }
  }

  private void writeImage(String image, int width, int height, int found, String error)
      throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("image", image);
    row.put("width", width);
    row.put("height", height);
    row.put("faces", found);
    row.put("error", error);
    images.write(JSON.writeValueAsString(row));
    images.write('\n');
  }

  @Override
  public void close() throws IOException {
    try (images;
        faces) {
      page.close();
    }
  }
}
