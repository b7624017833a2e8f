package dev.facecore.http.request;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.facecore.ImageSource;
import dev.facecore.http.Problem;
import dev.facecore.http.request.ExtractRequest.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the field {@code images}. */
final class ImageListReader {
  private static final Base64Variant BASE64 =
      Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(
          Base64Variant.PaddingReadBehaviour.PADDING_ALLOWED);

  private final RequestLimits limits;

  ImageListReader(RequestLimits limits) {
    this.limits = limits;
  }

  List<Image> read(Fields fields) throws IOException {
    if (!fields.is(JsonToken.START_ARRAY)) throw fields.wrong("must be an array");
    List<Image> images = new ArrayList<>();
    while (fields.parser().nextToken() != JsonToken.END_ARRAY) {
      if (images.size() == limits.maxImages()) {
        throw Problem.badRequest(
            "Too many images: at most " + limits.maxImages() + " are allowed in one request.");
      }
      images.add(image(fields, images.size()));
      fields.inside("");
    }
    if (images.isEmpty())
      throw Problem.badRequest("The field 'images' must hold at least one image.");
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
          if (!absent) image = Image.of(ImageSource.url(fields.text()));
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

  private Image encoded(Fields fields, String where) throws IOException {
    if (!fields.is(JsonToken.VALUE_STRING)) throw fields.wrong("must be a string");
    BoundedBytes bytes = new BoundedBytes(limits.maxImageBytes());
    try {
      fields.parser().readBinaryValue(BASE64, bytes);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // The parser stands within the string; its next token skips the rest.
      return Image.failed("The image is not valid base64.");
    }
    if (bytes.isExceeded()) {
      return Image.failed(
          "The image is larger than " + limits.maxImageBytes() + " bytes; send a smaller one.");
    }
    return Image.of(ImageSource.bytes(where, bytes.toByteArray()));
  }
}
