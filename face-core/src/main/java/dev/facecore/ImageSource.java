package dev.facecore;

import dev.facecore.internal.check.Require;
import java.net.URI;
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
   * An http or https address, fetched under the rules of safe fetching: see {@link
   * FaceExtractorBuilder}.
   */
  static ImageSource url(String address) {
    return new Address(address);
  }

  /** See {@link ImageSource#url(String)}. */
  static ImageSource url(URI address) {
    return new Address(address.toString());
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

  /** An address as the caller gave it, not yet checked. */
  record Address(String address) implements ImageSource {
    public Address {
      Require.present("address", address);
    }

    @Override
    public String name() {
      return address;
    }
  }
}
