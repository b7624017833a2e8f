package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.Box;
import dev.facecore.console.files.PathText;
import dev.facecore.console.terminal.VisibleText;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.examples.corrections.FacePlace;
import dev.facecore.stage.FaceDeduplicator.Suggestion;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that shows the people and where each was seen; works from the disk, without internet. It
 * is written face by face.
 */
final class GalleryPage implements Closeable {
  private static final String DATA = "DATA";
  private static final String SCRIPT = "CORRECTIONS";
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
    json.writeBooleanField("pairs", album.canKeepPairs());
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
    String visible = VisibleText.of(image);
    json.writeStringField("image", visible);
    // What is shown may not be what corrections must name.
    if (!visible.equals(image)) json.writeStringField("path", image);
    json.writeFieldName("at");
    writeBox(face.box());
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

  private void writeBox(Box box) throws IOException {
    double[] sides = {box.x(), box.y(), box.width(), box.height()};
    for (int i = 0; i < sides.length; i++) sides[i] = Math.rint(1e3 * sides[i]) / 1e3;
    json.writeArray(sides, 0, sides.length);
  }

  private void writePeople() throws IOException {
    json.writeObjectFieldStart("names");
    for (int person = 0; person < album.people().size(); person++) {
      if (album.name(person) != null) json.writeStringField(person + "", album.name(person));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("suggestions");
    for (Suggestion pair : album.suggestions()) {
      json.writeArray(new double[] {pair.a(), pair.b(), pair.similarity()}, 0, 3);
    }
    json.writeEndArray();
  }

  private void writeCorrections(Corrections said) throws IOException {
    json.writeObjectFieldStart("corrections");
    writePairs("same", said.same());
    writePairs("different", said.different());
    json.writeArrayFieldStart("names");
    for (Corrections.Naming naming : said.names()) {
      writePlace(naming.face());
      json.writeStringField("name", naming.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writePairs(String list, List<Corrections.Pair> pairs) throws IOException {
    json.writeArrayFieldStart(list);
    for (Corrections.Pair pair : pairs) {
      json.writeStartArray();
      writePlace(pair.a());
      json.writeEndObject();
      writePlace(pair.b());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writePlace(FacePlace place) throws IOException {
    json.writeStartObject();
    json.writeStringField("image", place.image());
    json.writeFieldName("box");
    writeBox(place.box());
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
    return resource("gallery.html").replace(SCRIPT, resource("gallery-corrections.js"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream =
        GalleryPage.class.getResourceAsStream("/dev/facecore/examples/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      json.writeEndArray();
      writePeople();
      writeCorrections(album.corrections());
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
