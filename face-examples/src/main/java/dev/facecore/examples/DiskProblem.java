package dev.facecore.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in words: exceptions of the file system often say a path only. */
final class DiskProblem {
  private DiskProblem() {}

  static String of(Exception failure) {
    IOException cause =
        failure instanceof UncheckedIOException unchecked
            ? unchecked.getCause()
            : (IOException) failure;
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be used; check its permissions.";
    }
    if (cause instanceof NoSuchFileException gone)
      return gone.getFile() + " is not there any more.";
    if (cause instanceof FileSystemException broken && broken.getReason() != null) {
      return broken.getFile() + " cannot be used: " + broken.getReason() + ".";
    }
    return "reading or writing failed: " + cause.getMessage();
  }
}
