package dev.facecore.http.request;

import dev.facecore.ExtractionOptions;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;
import java.util.Optional;

/**
 * What a caller of {@code POST /extract-faces} asks for.
 *
 * @param images in the order given
 * @param options what to look for and how to group it
 * @param details whether the answer tells where and how
 */
public record ExtractRequest(List<Image> images, ExtractionOptions options, boolean details) {
  /** The list is copied. */
  public ExtractRequest {
    images = List.copyOf(images);
  }

  /** Whether a image is to be fetched from another server. */
  public boolean fetches() {
    return images.stream().flatMap(image -> image.source().stream()).anyMatch(ImageSource::blocks);
  }

  /**
   * One image: either a source, or why what was sent is none.
   *
   * @param source where the image comes from
   * @param error one sentence
   */
  public record Image(Optional<ImageSource> source, Optional<String> error) {
    static Image of(ImageSource source) {
      return new Image(Optional.of(source), Optional.empty());
    }

    /** The bytes of one, or that there are too many. */
    static Image of(String name, BoundedBytes encoded) {
      return encoded.isExceeded()
          ? failed(ImageException.tooLarge(encoded.limit()).getMessage())
          : of(ImageSource.bytes(name, encoded.toByteArray()));
    }

    static Image failed(String error) {
      return new Image(Optional.empty(), Optional.of(error));
    }
  }
}
