package dev.facecore.internal.models;

import dev.facecore.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where the files of one catalogue lie. */
interface WeightSource {
  /** The file's bytes, checked. */
  byte[] read(ModelEntry entry, ModelFile file);

  /** Beside a catalogue on the class path. */
  static WeightSource classPath(String folder) {
    return (entry, file) -> {
      String where = folder.substring(1) + file.name() + " of the artifact face-models";
      try (InputStream stream = WeightSource.class.getResourceAsStream(folder + file.name())) {
        if (stream == null) throw missing(entry, where);
        return checked(entry, file, where, stream.readAllBytes());
      } catch (IOException e) {
        throw unreadable(entry, where, e);
      }
    };
  }

  /** Beside a catalogue in a folder. */
  static WeightSource folder(Path folder) {
    return (entry, file) -> {
      Path path = folder.resolve(file.name());
      try {
        return checked(entry, file, path.toString(), Files.readAllBytes(path));
      } catch (NoSuchFileException e) {
        throw missing(entry, path.toString());
      } catch (IOException e) {
        throw unreadable(entry, path.toString(), e);
      }
    };
  }

  private static byte[] checked(ModelEntry entry, ModelFile file, String where, byte[] content) {
    String found = sha256(content);
    if (!found.equals(file.sha256())) {
      throw new ModelException(
          "The model file "
              + where
              + " is damaged or another one: its SHA-256 is "
              + found
              + ", the catalogue says "
              + file.sha256()
              + ". Take it again from "
              + entry.origin()
              + ".");
    }
    return content;
  }

  private static ModelException missing(ModelEntry entry, String where) {
    return new ModelException(
        "The model file " + where + " is missing. Put it there from " + entry.origin() + ".");
  }

  private static ModelException unreadable(ModelEntry entry, String where, IOException cause) {
    return new ModelException(
        "The model file "
            + where
            + " cannot be read ("
            + cause.getMessage()
            + "). Check its permissions, or take it "
            + "again from "
            + entry.origin()
            + ".",
        cause);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
