package dev.facecore.examples.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * How a file looked when it was read: one that looks the same later is taken to be the same.
 *
 * @param bytes its size; -1 where the file cannot be asked
 * @param modified in milliseconds since 1970
 */
record FileStamp(long bytes, long modified) {
  static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return new FileStamp(-1, 0);
    }
  }
}
