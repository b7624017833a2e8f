package dev.facecore;

import dev.facecore.internal.check.Require;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Where a picture comes from. */
public sealed interface ImageSource {
  /** A short name for messages and results. */
  String name();

  /** A file on this machine; its name's ending says nothing, the content does. */
  static ImageSource file(Path path) {
    return new LocalFile(path);
  }

  /**
   * An encoded picture in memory.
   *
   * @param encoded not copied: leave it unchanged until the work is done
   */
  static ImageSource bytes(String name, byte[] encoded) {
    return new Encoded(name, encoded);
  }

  /**
   * Pixels that are decoded already, such as a frame of a video.
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
   * An image of Java's, in any of its types; transparency is dropped.
   *
   * @param image not copied: leave it unchanged until the work is done
   */
  static ImageSource image(String name, BufferedImage image) {
    return new Image(name, image);
  }

  /**
   * An encoded picture that is loaded when its turn comes, by the processor or from a fast disk:
   * the threads that work on pictures do it.
   */
  static ImageSource of(String name, Loader loader) {
    return new Loaded(name, loader, false);
  }

  /**
   * An encoded picture that is loaded when its turn comes, and whose loading waits for something
   * else, such as another machine: threads that do nothing else do it, up to 32 at once.
   */
  static ImageSource blocking(String name, Loader loader) {
    return new Loaded(name, loader, true);
  }

  /** Whether loading waits for something else than this machine's processor and disk. */
  default boolean blocks() {
    return false;
  }

  /** Loads an encoded picture. Called once for each time that its source is given. */
  @FunctionalInterface
  interface Loader {
    /**
     * Returns the encoded picture, which is not changed and not copied. Called by a thread of the
     * extractor, for several sources at once; what it throws otherwise than below ends the call of
     * the extractor.
     *
     * @param deadline that of the call of the extractor; the loader keeps to it
     * @throws IOException if it cannot be loaded: the failure of this picture, with this message
     * @throws ImageException if it cannot be loaded: the failure of this picture
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

  /** An encoded picture in memory. */
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
      Require.between("width", width, 1, Integer.MAX_VALUE);
      Require.between("height", height, 1, Integer.MAX_VALUE);
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

  /** A picture that a loader brings. */
  record Loaded(String name, Loader loader, boolean blocks) implements ImageSource {
    public Loaded {
      Require.present("name", name);
      Require.present("loader", loader);
    }
  }
}
