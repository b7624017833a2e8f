package dev.facecore;

import dev.facecore.internal.check.Require;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells where an image comes from.
 *
 * <pre>{@code
 * ImageSource file = ImageSource.file(Path.of("team.jpg"));
 * ImageSource upload = ImageSource.bytes("upload 1", jpeg);
 * ImageSource frame = ImageSource.image("frame 7", bufferedImage);
 * ImageSource row = ImageSource.blocking("photo 12", deadline -> database.readPhoto(12));
 * }</pre>
 */
public sealed interface ImageSource {
  /** Returns a short name for messages and results. */
  String name();

  /** Returns a source that reads a file; the content tells the format, the name does not. */
  static ImageSource file(Path path) {
    return new LocalFile(path);
  }

  /**
   * Returns a source of an encoded image in memory.
   *
   * @param encoded not copied: leave it unchanged until the work is done
   */
  static ImageSource bytes(String name, byte[] encoded) {
    return new Encoded(name, encoded);
  }

  /**
   * Returns a source of pixels that are decoded already, such as a frame of a video.
   *
   * @param width 1 or more
   * @param height 1 or more
   * @param bgr row by row from the top, three bytes each: blue, green, red; not copied: leave it
   *     unchanged until the work is done
   * @throws IllegalArgumentException if there are more or fewer bytes than 3 a pixel
   */
  static ImageSource pixels(String name, int width, int height, byte[] bgr) {
    return new Pixels(name, width, height, bgr);
  }

  /**
   * Returns a source of a {@code BufferedImage} of any type; transparency is dropped.
   *
   * @param image not copied: leave it unchanged until the work is done
   */
  static ImageSource image(String name, BufferedImage image) {
    return new Image(name, image);
  }

  /**
   * Returns a source that loads an encoded image when its turn comes, without waiting for another
   * machine: the threads that process images call the loader.
   */
  static ImageSource of(String name, Loader loader) {
    return new Loaded(name, loader, false);
  }

  /**
   * Returns a source that loads an encoded image when its turn comes and waits for something else,
   * such as another machine: threads that do nothing else call the loader, up to 32 at once.
   */
  static ImageSource blocking(String name, Loader loader) {
    return new Loaded(name, loader, true);
  }

  /**
   * Returns whether loading waits for something other than the processor and the disk of this
   * machine.
   */
  default boolean blocks() {
    return false;
  }

  /** Loads an encoded image. Called once for each time that its source is given. */
  @FunctionalInterface
  interface Loader {
    /**
     * Returns the encoded image, which is not changed and not copied. Called by a thread of the
     * extractor, for several sources at once; what it throws otherwise than below ends the call of
     * the extractor.
     *
     * @param deadline that of the call of the extractor; the loader keeps to it
     * @throws IOException if it cannot be loaded: the failure of this image, with this message
     * @throws ImageException if it cannot be loaded: the failure of this image
     * @throws DeadlineException if the deadline passes
     */
    byte[] load(Deadline deadline) throws IOException;
  }

  /** A file on this machine. */
  record LocalFile(Path path) implements ImageSource {
    public LocalFile {
      Require.present("path", path);
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  /** Returns a source of an encoded image in memory. */
  record Encoded(String name, byte[] encoded) implements ImageSource {
    public Encoded {
      Require.present("name", name);
      Require.present("encoded", encoded);
    }
  }

  /** Decoded pixels in memory. */
  record Pixels(String name, int width, int height, byte[] bgr) implements ImageSource {
    public Pixels {
      Require.present("name", name);
      Require.present("bgr", bgr);
      Require.atLeast("width", width, 1);
      Require.atLeast("height", height, 1);
      long bytes = 3L * width * height;
      if (bgr.length != bytes) {
        throw new IllegalArgumentException(
            "bgr must have 3 bytes a pixel, " + bytes + ", got " + bgr.length);
      }
    }
  }

  /** An image of Java's. */
  record Image(String name, BufferedImage image) implements ImageSource {
    public Image {
      Require.present("name", name);
      Require.present("image", image);
    }
  }

  /** An image that a loader brings. */
  record Loaded(String name, Loader loader, boolean blocks) implements ImageSource {
    public Loaded {
      Require.present("name", name);
      Require.present("loader", loader);
    }
  }
}
