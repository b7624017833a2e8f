package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import dev.facecore.internal.check.Require;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an album asks of arguments; what it refuses changes nothing. */
public final class AlbumArguments {
  private final AlbumContent content;

  /** Compares with what is in this album when an argument comes. */
  public AlbumArguments(AlbumContent content) {
    this.content = content;
  }

  /** Images that can be put. */
  public Map<String, List<Face>> images(Map<String, List<Face>> images) {
    Map<String, List<Face>> copies = new LinkedHashMap<>();
    Require.present("images", images)
        .forEach(
            (key, faces) -> copies.put(Require.present("key", key), Require.all("faces", faces)));
    for (String key : copies.keySet()) {
      if (content.contains(key)) {
        throw new IllegalArgumentException("key " + key + " is there already; use replace");
      }
    }
    requireOneModel(copies.values().stream().flatMap(List::stream).toList());
    return copies;
  }

  /** Faces that can be put. */
  public List<Face> faces(List<Face> faces) {
    List<Face> copies = Require.all("faces", faces);
    requireOneModel(copies);
    return copies;
  }

  private void requireOneModel(List<Face> faces) {
    if (faces.isEmpty()) return;
    Face first = content.faces().values().stream().findFirst().orElse(faces.get(0));
    // Refuses embeddings that cannot be compared.
    for (Face face : faces) first.embedding().similarity(face.embedding());
  }

  /** A person who is there. */
  public KnownPerson person(UUID person) {
    KnownPerson found = content.people().get(Require.present("person", person));
    if (found == null) throw new IllegalArgumentException("person " + person + " is not there");
    return found;
  }

  /** A face that is there. */
  public FaceRef face(String name, FaceRef ref) {
    if (content.faces().containsKey(Require.present(name, ref))) return ref;
    throw new IllegalArgumentException(ref + " is not in the album");
  }

  /** A face that is there, and not the one that was named before. */
  public FaceRef other(String name, FaceRef ref, FaceRef before) {
    if (!face(name, ref).equals(before)) return ref;
    throw new IllegalArgumentException(ref + " was named twice");
  }
}
