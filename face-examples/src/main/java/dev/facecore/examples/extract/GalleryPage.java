package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.Box;
import dev.facecore.console.files.PathText;
import dev.facecore.console.terminal.VisibleText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page that shows the people and where each was seen; works from the disk, without internet. It
 * is written face by face.
 */
final class GalleryPage implements Closeable {
  private static final String DATA = "DATA";
  private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new HtmlEscapes());

  private final Path out;
  private final Album album;
  private final ResultNames names;
  private final boolean isWhole;
  private final Writer file;
  private final String end;
  private final JsonGenerator json;
  private final Map<String, String> failures = new LinkedHashMap<>();

  /**
   * Begins a page.
   *
   * @param out the folder in which it will lie
   * @param isWhole whether it holds its pictures itself, or shows files beside it
   */
  GalleryPage(Path file, Path out, Album album, ResultNames names, boolean isWhole)
      throws IOException {
    this.out = out.toAbsolutePath().normalize();
    this.album = album;
    this.names = names;
    this.isWhole = isWhole;
    String template = template();
    int data = template.indexOf(DATA);
    end = template.substring(data + DATA.length());
    this.file = Files.newBufferedWriter(file);
    this.file.write(template.substring(0, data));
    json = JSON.createGenerator(this.file).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeNumberField("images", album.images());
    json.writeArrayFieldStart("faces");
  }

  boolean isWhole() {
    return isWhole;
  }

  void failed(String image, String why) {
    failures.put(image, why);
  }

  void face(String image, StoredFace face, int number) throws IOException {
    int person = album.personOf(number);
    json.writeStartObject();
    json.writeNumberField("person", person);
    if (album.isUnclear(person)) json.writeBooleanField("unclear", true);
    json.writeStringField("image", VisibleText.of(image));
    json.writeStringField("link", link(image));
    json.writeNumberField("similarity", album.similarityOf(number));
    json.writeNumberField("confidence", face.confidence());
    Box part = face.thumbnail().part();
    json.writeFieldName("shape");
    json.writeArray(new double[] {part.width(), part.height()}, 0, 2);
    json.writeFieldName("box");
    json.writeArray(percent(face.box(), part), 0, 4);
    json.writeStringField("thumbnail", picture(face.thumbnail().jpeg(), names.thumbnail(number)));
    if (album.isKept(number)) {
      json.writeStringField("headshot", picture(face.headshot(), names.headshot(person)));
    }
    json.writeEndObject();
  }

  private String picture(byte[] jpeg, String beside) {
    return isWhole ? "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg) : beside;
  }

  // Relative, so that results and photographs can be moved together.
  private String link(String image) {
    Path file = PathText.path(image).toAbsolutePath().normalize();
    if (!file.getRoot().equals(out.getRoot())) return file.toUri().toString();
    return "./" + PathText.percentEncoded(out.relativize(file));
  }

  private static double[] percent(Box box, Box part) {
    return new double[] {
      hundredths(box.x() - part.x(), part.width()),
      hundredths(box.y() - part.y(), part.height()),
      hundredths(box.width(), part.width()),
      hundredths(box.height(), part.height())
    };
  }

  private static double hundredths(double length, double whole) {
    return Math.rint(1e4 * length / whole) / 1e2;
  }

  private static String template() throws IOException {
    try (InputStream stream =
        GalleryPage.class.getResourceAsStream("/dev/facecore/examples/gallery.html")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      json.writeEndArray();
      json.writeObjectFieldStart("failures");
      for (var failure : failures.entrySet()) {
        json.writeStringField(VisibleText.of(failure.getKey()), failure.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.close();
      file.write(end);
    }
  }
}
