package dev.facecore;

import java.util.List;
import java.util.UUID;

/**
 * What happened to a person of a {@link FaceAlbum}.
 *
 * @param kind what happened
 * @param person the identifier of the person
 * @param others the people who were merged into it, or from whom its faces come
 */
public record AlbumChange(Kind kind, UUID person, List<UUID> others) {
  /** What happened. */
  public enum Kind {
    /** A person who was not there before. */
    NEW,
    /** A new person, of faces that belonged to others. */
    SPLIT,
    /** Others, who are no longer there, are now this person. */
    MERGED,
    /** Faces came or went. */
    FACES,
    /** A name was given or taken. */
    RENAMED,
    /** No face is left. */
    GONE
  }

  /** Copies the list. */
  public AlbumChange {
    others = List.copyOf(others);
  }
}
