package dev.facecore.internal.album;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads records one after another. What a program that was stopped while it wrote leaves at the end
 * (the beginning of a record, and zeros where the file system had made room) counts as never
 * written; anything else that does not fit its checksums is damage.
 */
final class RecordReader {
  private static final int CHUNK = 1 << 20;

  private final InputStream in;
  private long end;

  /** Reads on from a position of the file. */
  RecordReader(InputStream in, long position) {
    this.in = in;
    end = position;
  }

  /** Where the last whole record ends. */
  long end() {
    return end;
  }

  /** The content of the next record; null after the last. */
  byte @Nullable [] next() throws IOException {
    byte[] head = in.readNBytes(RecordFrame.HEAD);
    if (head.length < RecordFrame.HEAD) return null;
    if (!RecordFrame.isHead(head)) {
      if (onlyZerosFollow()) return null;
      throw Damage.of(null);
    }
    int length = RecordFrame.length(head);
    // Memory grows with what is there, not with what the length claims.
    byte[] content = in.readNBytes(length);
    if (content.length < length) return null;
    if (!RecordFrame.fits(head, content)) {
      if (onlyZerosFollow()) return null;
      throw Damage.of(null);
    }
    end += RecordFrame.HEAD + length;
    return content;
  }

  private boolean onlyZerosFollow() throws IOException {
    byte[] rest = in.readNBytes(CHUNK);
    while (rest.length > 0) {
      for (byte one : rest) if (one != 0) return false;
      rest = in.readNBytes(CHUNK);
    }
    return true;
  }
}
