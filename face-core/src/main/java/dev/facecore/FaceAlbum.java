package dev.facecore;

import dev.facecore.internal.album.KnownPeople;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import dev.facecore.internal.album.LiveGroups;
import dev.facecore.internal.album.NearPeople;
import dev.facecore.internal.check.Require;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Faces that come over time, and people that somebody corrects: pictures are put, replaced and
 * removed by a key of the caller's.
 *
 * <p>At any moment {@link #people} are those of {@link DedupMode#CLUSTER} for all faces at once
 * under the same corrections, whatever the order of puts, removals and corrections. {@link #same}
 * joins two faces whatever their similarity; {@link #different} keeps them apart, also where others
 * would join them. Corrections name faces, so they hold however the rest is grouped; they go when
 * one of their faces goes.
 *
 * <p>A person keeps the identifier that most of its faces had; on a tie that of the named person,
 * then of the one that the album knew first. Where a named person is merged into one without a
 * name, the name stays.
 *
 * <p>Holds the faces in memory, without their headshots; it is biometric data. Only what a change
 * touches is grouped again. Not thread-safe: guard it where several threads use it.
 */
public final class FaceAlbum {
  private final double similarity;
  private final boolean samePhotoDistinct;
  private final Readability readability;
  private final LiveGroups groups;
  private final KnownPeople known = new KnownPeople();
  private final Map<String, Integer> pictures = new HashMap<>();
  private final List<Consumer<? super Change>> listeners = new ArrayList<>();
  private int numbers;

  private FaceAlbum(double similarity, boolean samePhotoDistinct, Readability readability) {
    this.similarity = similarity;
    this.samePhotoDistinct = samePhotoDistinct;
    this.readability = readability;
    groups = new LiveGroups(similarity, samePhotoDistinct, readability);
  }

  /**
   * An empty album; the arguments are those of {@link FaceDeduplicator#of} and {@link
   * FaceDeduplicator#withReadability}. With {@code samePhotoDistinct} two faces of one key are two
   * people, unless they are said to be the same.
   */
  public static FaceAlbum of(
      double similarity, boolean samePhotoDistinct, Readability readability) {
    Require.ratio("similarity", similarity);
    Require.present("readability", readability);
    return new FaceAlbum(similarity, samePhotoDistinct, readability);
  }

  /**
   * A person of the album.
   *
   * @param id stays the same for as long as most of its faces do
   * @param name null where none was given
   * @param faces in order
   */
  public record AlbumPerson(UUID id, @Nullable String name, List<FaceRef> faces) {}

  /**
   * Two people who may be one: answer with {@link #same} or {@link #different} of the faces.
   *
   * @param face the best face of the person {@code a}
   * @param other the best face of the person {@code b}
   * @param similarity the mean of all pairs of their faces
   */
  public record Suggestion(UUID a, UUID b, FaceRef face, FaceRef other, double similarity) {}

  /**
   * What happened to a person.
   *
   * @param others the people who were merged into it, or from whom its faces come
   */
  public record Change(Kind kind, UUID person, List<UUID> others) {
    /** What happened. */
    public enum Kind {
      /** A person who was not there before. */
      NEW,
      /** A new person, of faces that were others'. */
      SPLIT,
      /** Others, who are no longer there, are this person now. */
      MERGED,
      /** Faces came or went. */
      FACES,
      /** A name was given or taken. */
      RENAMED,
      /** No face is left. */
      GONE
    }
  }

  /** Calls this for every change, in the thread that made it, once the album has changed. */
  public void onChange(Consumer<? super Change> listener) {
    listeners.add(Require.present("listener", listener));
  }

  /**
   * Puts a picture's faces; none is allowed.
   *
   * @throws IllegalArgumentException if the key is there already, or a face was embedded by another
   *     model than those of the album; nothing has changed then
   */
  public void put(String key, List<Face> faces) {
    Require.present("key", key);
    List<Face> copies = checked(faces);
    if (pictures.containsKey(key)) {
      throw new IllegalArgumentException("key " + key + " is there already; use replace");
    }
    tell(known.update(List.of(), added(key, copies)));
  }

  /** Puts a picture's faces in the place of those that it had; what was said of these is gone. */
  public void replace(String key, List<Face> faces) {
    Require.present("key", key);
    checked(faces);
    remove(key);
    put(key, faces);
  }

  /** Removes a picture with its faces and all that was said of them; whether it was there. */
  public boolean remove(String key) {
    Integer count = pictures.remove(Require.present("key", key));
    if (count == null) return false;
    TreeSet<FaceRef> removed = new TreeSet<>();
    for (int face = 0; face < count; face++) removed.add(new FaceRef(key, face));
    tell(known.update(removed, groups.remove(removed)));
    return true;
  }

  /**
   * Says that two faces are one person.
   *
   * @throws IllegalArgumentException if a face is not there, or they were said to be different
   *     people, perhaps through others; both are named, and nothing has changed
   */
  public void same(FaceRef a, FaceRef b) {
    tell(known.update(List.of(), groups.same(present("a", a), other(a, b))));
  }

  /**
   * Says that two faces are two people.
   *
   * @throws IllegalArgumentException as by {@link #same}
   */
  public void different(FaceRef a, FaceRef b) {
    tell(known.update(List.of(), groups.different(present("a", a), other(a, b))));
  }

  /** Withdraws what was said of these two faces themselves. */
  public void withdraw(FaceRef a, FaceRef b) {
    tell(known.update(List.of(), groups.withdraw(present("a", a), other(a, b))));
  }

  /**
   * Names a person; null takes the name away.
   *
   * @throws IllegalArgumentException if there is no such person
   */
  public void name(UUID person, @Nullable String name) {
    KnownPerson found = known.get(Require.present("person", person));
    if (found == null) throw new IllegalArgumentException("person " + person + " is not there");
    found.name(name);
    tell(new Change(Change.Kind.RENAMED, person, List.of()));
  }

  /** The people in the order in which the album came to know them. */
  public List<AlbumPerson> people() {
    return known.all().stream().map(p -> new AlbumPerson(p.id(), p.name(), p.faces())).toList();
  }

  /** A face of the album, without its headshot and with an index of the album's for its picture. */
  public Face face(FaceRef ref) {
    return groups.faces().get(present("ref", ref));
  }

  /**
   * Pairs of people whose faces are on average at least this similar, but not enough to be one;
   * most likely first. A pair of which two faces were said to be different is not among them.
   *
   * @param least 0 to 1, below the album's similarity
   * @param limit how many at most, 1 to 1,000,000
   */
  public List<Suggestion> suggestions(double least, int limit) {
    Require.ratio("least", least);
    Require.between("limit", limit, 1, 1_000_000);
    NearPeople near = new NearPeople(groups, known, samePhotoDistinct, readability);
    return near.find(least, similarity, limit).stream()
        .map(p -> new Suggestion(p.a().id(), p.b().id(), p.face(), p.other(), p.similarity()))
        .toList();
  }

  private List<Face> checked(List<Face> faces) {
    List<Face> all = Require.all("faces", faces);
    if (all.isEmpty()) return all;
    boolean none = groups.faces().isEmpty();
    Face first = none ? all.get(0) : groups.faces().values().iterator().next();
    // Refuses embeddings that cannot be compared.
    for (Face face : all) first.embedding().similarity(face.embedding());
    return all;
  }

  private List<List<FaceRef>> added(String key, List<Face> faces) {
    pictures.put(key, faces.size());
    int number = numbers++;
    Map<FaceRef, Face> added = new TreeMap<>();
    for (int i = 0; i < faces.size(); i++) {
      Face f = faces.get(i);
      added.put(
          new FaceRef(key, i),
          new Face(
              number, f.box(), f.landmarks(), f.confidence(), f.quality(), f.embedding(), null));
    }
    return groups.add(added);
  }

  private FaceRef other(FaceRef a, FaceRef b) {
    if (present("b", b).equals(a)) throw new IllegalArgumentException(a + " was named twice");
    return b;
  }

  private FaceRef present(String name, FaceRef ref) {
    if (groups.faces().containsKey(Require.present(name, ref))) return ref;
    throw new IllegalArgumentException(ref + " is not in the album");
  }

  private void tell(List<KnownPeople.Change> changes) {
    for (KnownPeople.Change change : changes) {
      tell(new Change(Change.Kind.valueOf(change.kind().name()), change.person(), change.others()));
    }
  }

  private void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
