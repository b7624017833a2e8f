package dev.facecore.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body of multipart/form-data as curl writes it. */
final class FormBody {
  static final String BOUNDARY = "------------------------d74496d66958873e";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  FormBody field(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  FormBody file(String name, Path file) {
    try {
      return file(name, file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FormBody file(String name, String filename, byte[] content) {
    return part(
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream"
            .formatted(name, filename),
        content);
  }

  private FormBody part(String head, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }
}
