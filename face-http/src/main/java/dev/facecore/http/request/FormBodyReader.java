package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.ExtractRequest.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a body of multipart/form-data. Thread-safe. */
final class FormBodyReader {
  private static final Set<String> IMAGE_FIELDS = Set.of("images", "image", "file");

  /** In bytes; a number may have 1,000 digits. */
  private static final int LONGEST_VALUE = 1024;

  private final RequestLimits limits;

  FormBodyReader(RequestLimits limits) {
    this.limits = limits;
  }

  /** The images of a body; its other fields go to those of the request. */
  List<Image> read(InputStream body, String boundary, RequestFields fields) throws IOException {
    Multipart form = new Multipart(body, boundary);
    List<Image> images = new ArrayList<>();
    for (Optional<PartHead> part = form.next(); part.isPresent(); part = form.next()) {
      String name = part.get().name();
      if (IMAGE_FIELDS.contains(name)) {
        limits.requireRoom(images.size());
        BoundedBytes encoded = new BoundedBytes(limits.maxImageBytes());
        form.readContent(encoded);
        images.add(Image.of("images[" + images.size() + "]", encoded));
      } else {
        fields.requireKnown(name);
        fields.set(name, new TextField(value(form, name)));
      }
    }
    if (images.isEmpty()) {
      throw Problem.badRequest(
          "The field 'images' is required: send at least one file as images, image or file.");
    }
    return images;
  }

  private static String value(Multipart form, String name) throws IOException {
    BoundedBytes value = new BoundedBytes(LONGEST_VALUE);
    form.readContent(value);
    if (value.isExceeded()) {
      throw Problem.badRequest(
          "The field '" + name + "' is longer than " + LONGEST_VALUE + " bytes.");
    }
    return new String(value.toByteArray(), UTF_8);
  }
}
