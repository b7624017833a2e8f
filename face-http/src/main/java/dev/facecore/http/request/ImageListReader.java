package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonToken;
import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.ExtractRequest.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the field {@code images}. */
final class ImageListReader {
  private static final String DATA = "data:";

  private final RequestLimits limits;
  private final Base64Extractor pictures;
  private final Function<String, ImageSource> addresses;

  ImageListReader(
      RequestLimits limits, Base64Extractor pictures, Function<String, ImageSource> addresses) {
    this.limits = limits;
    this.pictures = pictures;
    this.addresses = addresses;
  }

  List<Image> read(Fields fields) throws IOException {
    if (!fields.is(JsonToken.START_ARRAY)) throw fields.wrong("must be an array");
    List<Image> images = new ArrayList<>();
    while (fields.parser().nextToken() != JsonToken.END_ARRAY) {
      limits.requireRoom(images.size());
      images.add(image(fields, images.size()));
      fields.inside("");
    }
    if (images.isEmpty())
      throw Problem.badRequest("The field 'images' must contain at least one image.");
    return images;
  }

  private Image image(Fields fields, int index) throws IOException {
    String where = "images[" + index + "]";
    if (!fields.is(JsonToken.START_OBJECT)) {
      throw Problem.badRequest(
          "The element '" + where + "' must be an object with image_url or image_base64.");
    }
    fields.inside(where + ".");
    Image image = null;
    int sources = 0;
    for (String field = fields.next(); field != null; field = fields.next()) {
      boolean absent = fields.isNull();
      switch (field) {
        case "image_url" -> {
          if (!absent) image = address(fields.text());
        }
        case "image_base64" -> {
          if (!absent) image = encoded(fields, where);
        }
        default -> throw fields.unknown();
      }
      if (!absent) sources++;
    }
    if (sources != 1) {
      throw Problem.badRequest(
          "The element '" + where + "' must have exactly one of image_url and image_base64.");
    }
    return image;
  }

  private Image address(String text) {
    return text.stripLeading().regionMatches(true, 0, DATA, 0, DATA.length())
        ? Image.failed("The image_url is a data URI; send it as image_base64.")
        : Image.of(addresses.apply(text));
  }

  private Image encoded(Fields fields, String where) throws IOException {
    String text = fields.text();
    Base64Text picture =
        pictures.take(text).orElseThrow(() -> fields.wrong("must be base64 or a data URI"));
    if (picture.fault().isPresent()) return Image.failed(picture.fault().get());
    return Image.of(where, picture.decoded());
  }
}
