package dev.facecore.internal.image;

import dev.facecore.ImageException;

/** The formats that are decoded, and the sentences that refuse a picture in one of them. */
enum ImageFormat {
  JPEG("JPEG"),
  PNG("PNG"),
  BMP("BMP"),
  TIFF("TIFF"),
  WEBP("WebP");

  private final String title;

  ImageFormat(String title) {
    this.title = title;
  }

  ImageException endsEarly() {
    return new ImageException("The " + title + " data end early; send the whole file.");
  }

  ImageException damaged() {
    return new ImageException(
        "The "
            + title
            + " data are damaged and cannot be decoded; send the image again from its source.");
  }

  /** Refuses a kind of this format, such as "12-bit". */
  ImageException unsupported(String kind) {
    return new ImageException(
        title
            + " with "
            + kind
            + " is not supported; send the image as an ordinary 8-bit JPEG or PNG.");
  }
}
