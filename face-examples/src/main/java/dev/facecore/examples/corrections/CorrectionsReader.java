package dev.facecore.examples.corrections;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.facecore.Box;
import dev.facecore.examples.corrections.Corrections.Naming;
import dev.facecore.examples.corrections.Corrections.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads corrections from JSON, strictly: what is unknown or wrong is named and refused. */
final class CorrectionsReader {
  static final int VERSION = 1;
  static final int MOST_NAME_LENGTH = 200;

  private static final int MOST_PATH_LENGTH = 65_536;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxStringLength(MOST_PATH_LENGTH)
                  .maxNumberLength(100)
                  .build())
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser json;
  private final List<Pair> same = new ArrayList<>();
  private final List<Pair> different = new ArrayList<>();
  private final List<Naming> names = new ArrayList<>();

  private CorrectionsReader(JsonParser json) {
    this.json = json;
  }

  static Corrections read(byte[] text) throws CorrectionsException {
    try (JsonParser json = JSON.createParser(text)) {
      return new CorrectionsReader(json).read();
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new CorrectionsException(
          "is not the JSON of corrections: damaged at line "
              + (at == null ? 1 : at.getLineNr())
              + ", column "
              + (at == null ? 1 : at.getColumnNr())
              + "; save it again from index.html.");
    } catch (IOException e) {
      throw new AssertionError("bytes can be read", e);
    }
  }

  private Corrections read() throws IOException, CorrectionsException {
    if (json.nextToken() != JsonToken.START_OBJECT) throw wrong("must be a JSON object.");
    boolean hasVersion = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "version" -> {
          version();
          hasVersion = true;
        }
        case "same" -> pairs(field, same);
        case "different" -> pairs(field, different);
        case "names" -> namings();
        default -> throw unknown(field, "", "version, same, different or names");
      }
    }
    if (!hasVersion) throw wrong("has no \"version\"; add \"version\": " + VERSION + ".");
    if (json.nextToken() != null) throw wrong("has more after the JSON object.");
    return new Corrections(same, different, names);
  }

  private void version() throws IOException, CorrectionsException {
    boolean isKnown =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getText().equals(VERSION + "");
    if (!isKnown) {
      throw wrong(
          "version must be " + VERSION + ", got " + shown() + "; a newer faces may read it.");
    }
  }

  private void pairs(String list, List<Pair> pairs) throws IOException, CorrectionsException {
    requireArray(list);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String at = list + "[" + pairs.size() + "]";
      requireArray(at);
      List<FacePlace> faces = new ArrayList<>(2);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (faces.size() == 2) throw wrong(at + " must be two faces, got more.");
        faces.add(face(at + "[" + faces.size() + "]", false).face());
      }
      if (faces.size() < 2) throw wrong(at + " must be two faces, got " + faces.size() + ".");
      pairs.add(new Pair(faces.get(0), faces.get(1)));
    }
  }

  private void namings() throws IOException, CorrectionsException {
    requireArray("names");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      names.add(face("names[" + names.size() + "]", true));
    }
  }

  private Naming face(String at, boolean isNaming) throws IOException, CorrectionsException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(at + " must be an object with image and box, got " + shown() + ".");
    }
    String image = null;
    Box box = null;
    String name = null;
    boolean hasName = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("image")) {
        image = image(at);
      } else if (field.equals("box")) {
        box = box(at + ".box");
      } else if (field.equals("name") && isNaming) {
        name = name(at + ".name");
        hasName = true;
      } else {
        throw unknown(field, at, isNaming ? "image, box or name" : "image or box");
      }
    }
    if (image == null) throw wrong(at + ".image is missing.");
    if (box == null) throw wrong(at + ".box is missing.");
    if (isNaming && !hasName) throw wrong(at + ".name is missing; null takes a name away.");
    return new Naming(new FacePlace(image, box), name);
  }

  private String image(String at) throws IOException, CorrectionsException {
    if (json.currentToken() == JsonToken.VALUE_STRING && !json.getText().isEmpty()) {
      return json.getText();
    }
    throw wrong(at + ".image must be a path as in faces.jsonl, got " + shown() + ".");
  }

  private Box box(String at) throws IOException, CorrectionsException {
    double[] sides = new double[4];
    int count = 0;
    boolean isBox = json.currentToken() == JsonToken.START_ARRAY;
    while (isBox && json.nextToken() != JsonToken.END_ARRAY) {
      isBox = json.currentToken().isNumeric() && count < 4;
      if (isBox) sides[count++] = json.getDoubleValue();
      isBox = isBox && Double.isFinite(sides[count - 1]);
    }
    if (!isBox || count != 4 || !(sides[2] > 0) || !(sides[3] > 0)) {
      throw wrong(at + " must be four numbers [x, y, width, height], the last two above 0.");
    }
    return new Box(sides[0], sides[1], sides[2], sides[3]);
  }

  private String name(String at) throws IOException, CorrectionsException {
    if (json.currentToken() == JsonToken.VALUE_NULL) return null;
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      String name = json.getText().strip();
      boolean isName =
          !name.isEmpty()
              && name.length() <= MOST_NAME_LENGTH
              && name.chars().noneMatch(Character::isISOControl);
      if (isName) return name;
    }
    throw wrong(
        at
            + " must be null or a text of 1 to "
            + MOST_NAME_LENGTH
            + " characters in one line, got "
            + shown()
            + ".");
  }

  private void requireArray(String at) throws IOException, CorrectionsException {
    if (json.currentToken() == JsonToken.START_ARRAY) return;
    throw wrong(at + " must be an array, got " + shown() + ".");
  }

  private String shown() throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) return "an object";
    if (json.currentToken() == JsonToken.START_ARRAY) return "an array";
    String text = json.getText();
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }

  private static CorrectionsException unknown(String field, String at, String known) {
    return wrong(
        "has the unknown field '"
            + (field.length() > 60 ? field.substring(0, 60) + "…" : field)
            + "'"
            + (at.isEmpty() ? "" : " in " + at)
            + "; known are "
            + known
            + ".");
  }

  private static CorrectionsException wrong(String message) {
    return new CorrectionsException(message);
  }
}
