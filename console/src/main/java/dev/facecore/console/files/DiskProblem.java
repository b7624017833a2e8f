package dev.facecore.console.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, in words: exceptions of the file system often say a path only. */
public final class DiskProblem {
  private DiskProblem() {}

  /** Names the file and what is wrong with it. */
  public static String of(Exception failure) {
    IOException cause =
        failure instanceof UncheckedIOException unchecked
            ? unchecked.getCause()
            : (IOException) failure;
    return cause instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + reason(cause)
        : reason(cause);
  }

  /** Says what is wrong with a file that the caller names. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) return "Permission denied.";
    if (failure instanceof NoSuchFileException) return "It does not exist.";
    if (failure instanceof NotDirectoryException) return "It is not a folder.";
    if (failure instanceof FileAlreadyExistsException) return "It exists already.";
    boolean hasReason = failure instanceof FileSystemException file && file.getReason() != null;
    String reason = hasReason ? ((FileSystemException) failure).getReason() : failure.getMessage();
    return reason == null
        ? "Reading or writing failed."
        : reason + (reason.endsWith(".") ? "" : ".");
  }
}
