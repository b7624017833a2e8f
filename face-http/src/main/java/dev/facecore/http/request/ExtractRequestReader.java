package dev.facecore.http.request;

import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.ExtractRequest.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a request as it streams in: images become bytes while they arrive, and what is wrong or too
 * much is refused without reading on. Thread-safe.
 */
public final class ExtractRequestReader {
  private final RequestLimits limits;
  private final JsonBodyReader json;
  private final FormBodyReader form;

  /**
   * Makes one.
   *
   * @param addresses how an address becomes a source; it is not fetched here
   */
  public ExtractRequestReader(RequestLimits limits, Function<String, ImageSource> addresses) {
    this.limits = limits;
    this.json = new JsonBodyReader(limits, addresses);
    this.form = new FormBodyReader(limits);
  }

  /**
   * Reads one request. Fields beside the images may be in the query whatever the body; one that is
   * there and in the body is given twice, and one that is not known is refused as in the body.
   *
   * @param query as sent; null where there is none
   * @throws Problem if it breaks a rule or is too large
   * @throws IOException if the sender stops sending
   */
  public ExtractRequest read(BodyType type, String query, InputStream body) throws IOException {
    RequestFields fields = new RequestFields(limits.minFaceSize());
    for (Map.Entry<String, String> field : QueryFields.of(query)) {
      fields.requireKnown(field.getKey());
      fields.set(field.getKey(), new TextField(field.getValue()));
    }
    InputStream counted = new LimitedInputStream(body, limits.maxRequestBytes());
    List<Image> images =
        switch (type.kind()) {
          case JSON -> json.read(counted, fields);
          case FORM -> form.read(counted, type.boundary(), fields);
          case PICTURE -> List.of(picture(counted));
        };
    return fields.request(images);
  }

  private Image picture(InputStream body) throws IOException {
    BoundedBytes encoded = new BoundedBytes(limits.maxImageBytes());
    body.transferTo(encoded);
    return Image.of("images[0]", encoded);
  }
}
