package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a {@link FaceAlbum}, as it was when the album was asked. Immutable.
 *
 * @param id stays the same for as long as most of its faces do
 * @param name null where none was given
 * @param faces in order
 */
public record AlbumPerson(UUID id, @Nullable String name, List<FaceRef> faces) {
  /** Refuses missing parts; the list is copied. */
  public AlbumPerson {
    Require.present("id", id);
    faces = Require.all("faces", faces);
  }
}
