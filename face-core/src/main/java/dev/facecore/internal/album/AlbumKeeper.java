package dev.facecore.internal.album;

/** What confirms the changes of an album. Not thread-safe. */
interface AlbumKeeper {
  /** Refuses a change where none can be kept. */
  void change();

  /** Says that from now on the memory may be ahead of what is kept, until the change is. */
  void begin();

  /** Keeps a change, beside what is kept. */
  void add(byte[] record, AlbumFile.Snapshot all);

  /** Keeps all that there is and nothing that there was. */
  void forget(AlbumFile.Snapshot all);

  /** Ends the keeping; a change after this is refused. */
  void close(AlbumFile.Snapshot all);
}
