package dev.facecore.internal.album;

import java.util.function.Supplier;

/** What confirms the changes of an album. Not thread-safe. */
interface AlbumKeeper {
  /** Refuses a change where none can be kept. */
  void change();

  /** Says that from now on the memory may be ahead of what is kept, until the change is. */
  void begin();

  /** Keeps a change, beside what is kept; the record is asked for where it is needed only. */
  void add(Supplier<byte[]> record, AlbumFile.Snapshot all);

  /** Keeps all that there is and nothing that there was. */
  void rewrite(AlbumFile.Snapshot all);

  /** Ends the keeping; a change after this is refused. */
  void close(AlbumFile.Snapshot all);
}
