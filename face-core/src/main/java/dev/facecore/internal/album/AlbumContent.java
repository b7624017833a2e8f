package dev.facecore.internal.album;

import dev.facecore.AlbumChange;
import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is in an album. A change is made in memory, then confirmed by what keeps the album, and told
 * after that. Not thread-safe.
 */
public final class AlbumContent {
  /**
   * How many faces a record may have, which is made in memory; a snapshot is written as it goes.
   */
  private static final int MOST_IN_RECORD = 1000;

  private final SavedAlbum saved;
  private final AlbumImages images;
  private final KnownPeople known;
  private final Corrections said;
  private final AlbumGroups groups;
  private final AlbumKeeper keeper;

  AlbumContent(SavedAlbum saved, AlbumKeeper keeper) {
    this.saved = saved;
    this.keeper = keeper;
    images = saved.images();
    known = saved.people();
    said = saved.said();
    groups = saved.groups();
  }

  public AlbumSettings settings() {
    return saved.settings();
  }

  public boolean contains(String key) {
    return images.contains(key);
  }

  /** The keys of all images, in the order in which they were put. */
  public Collection<String> keys() {
    return images.keys().values();
  }

  /** All faces in order. */
  public Map<FaceRef, Face> faces() {
    return images.faces();
  }

  /** The identity of the model whose faces these are; null while there is none. */
  public @Nullable String model() {
    return images.faces().isEmpty() ? null : images.anyFace().embedding().model();
  }

  /** The people. */
  public KnownPeople people() {
    return known;
  }

  /** Pairs of people who are nearly alike enough to be one. */
  public List<NearPeople.Near> near(double least, int limit) {
    AlbumSettings settings = settings();
    return new NearPeople(
            groups.live(), known, settings.samePhotoDistinct(), settings.readability())
        .find(least, settings.similarity(), limit);
  }

  /** Puts images that are not there, in this order. */
  public List<AlbumChange> put(Map<String, List<Face>> put) {
    keeper.change();
    LiveGroups live = groups.live();
    keeper.begin();
    boolean first = images.faces().isEmpty();
    Map<FaceRef, Face> added = new TreeMap<>();
    put.forEach((key, faces) -> added.putAll(images.add(key, faces)));
    return confirm(
        live.add(added),
        added.size() <= MOST_IN_RECORD,
        entries -> {
          if (first && !added.isEmpty()) entries.model(images.anyFace().embedding());
          put.keySet().forEach(key -> entries.image(key, images.of(key)));
        });
  }

  /** Puts faces in the place of those that an image had; what is the same face stays so. */
  public List<AlbumChange> replace(String key, List<Face> faces) {
    if (!images.contains(key)) return put(Map.of(key, faces));
    keeper.change();
    if (isUnchanged(key, faces)) return List.of();
    LiveGroups live = groups.live();
    keeper.begin();
    Set<FaceRef> old = new TreeSet<>(images.of(key).keySet());
    Map<FaceRef, FaceRef> matched = Replacement.match(images.of(key), faces);
    List<FaceCorrection> kept =
        said.of(old).stream()
            .filter(c -> stays(c.a(), old, matched) && stays(c.b(), old, matched))
            .map(
                c ->
                    new FaceCorrection(
                        c.kind(),
                        matched.getOrDefault(c.a(), c.a()),
                        matched.getOrDefault(c.b(), c.b())))
            .toList();
    old.forEach(said::forget);
    TouchedGroups touched = new TouchedGroups().then(live.remove(old));
    images.remove(key);
    touched.then(live.add(images.add(key, faces)));
    for (FaceCorrection correction : kept) {
      said.add(correction);
      touched.then(groups.correct(correction));
    }
    PeopleUpdate update = PeopleUpdate.of(known, old, matched, touched.groups());
    keeper.rewrite(this::snapshot);
    return update.changes();
  }

  private static boolean stays(FaceRef face, Set<FaceRef> old, Map<FaceRef, FaceRef> matched) {
    return !old.contains(face) || matched.containsKey(face);
  }

  private boolean isUnchanged(String key, List<Face> faces) {
    Map<FaceRef, Face> there = images.of(key);
    return there.size() == faces.size()
        && IntStream.range(0, faces.size())
            .allMatch(i -> isSame(there.get(new FaceRef(key, i)), faces.get(i)));
  }

  private static boolean isSame(@Nullable Face there, Face face) {
    return there != null
        && there.equals(
            new Face(
                there.imageIndex(),
                face.box(),
                face.landmarks(),
                face.confidence(),
                face.quality(),
                face.embedding(),
                null));
  }

  /** Removes an image that is there. */
  public List<AlbumChange> remove(String key) {
    keeper.change();
    return removed(new TreeSet<>(images.of(key).keySet()), () -> images.remove(key));
  }

  /** Removes all faces of a person; their images stay. */
  public List<AlbumChange> forget(KnownPerson person) {
    keeper.change();
    Set<FaceRef> faces = new TreeSet<>(person.faces());
    return removed(faces, () -> faces.forEach(images::remove));
  }

  private List<AlbumChange> removed(Set<FaceRef> faces, Runnable inImages) {
    LiveGroups live = groups.live();
    keeper.begin();
    faces.forEach(said::forget);
    inImages.run();
    PeopleUpdate update = PeopleUpdate.of(known, faces, Map.of(), live.remove(faces));
    keeper.rewrite(this::snapshot);
    return update.changes();
  }

  public List<AlbumChange> same(FaceRef a, FaceRef b) {
    return correct(new FaceCorrection(FaceCorrection.Kind.SAME, a, b));
  }

  public List<AlbumChange> different(FaceRef a, FaceRef b) {
    return correct(new FaceCorrection(FaceCorrection.Kind.DIFFERENT, a, b));
  }

  public List<AlbumChange> withdraw(FaceRef a, FaceRef b) {
    return correct(new FaceCorrection(FaceCorrection.Kind.WITHDRAW, a, b));
  }

  private List<AlbumChange> correct(FaceCorrection correction) {
    keeper.change();
    groups.live();
    if (!said.add(correction)) return List.of();
    keeper.begin();
    return confirm(groups.correct(correction), true, entries -> entries.correction(correction));
  }

  /** Names a person; null takes the name away. */
  public List<AlbumChange> name(KnownPerson person, @Nullable String name) {
    keeper.change();
    String before = person.name();
    if (Objects.equals(before, name)) return List.of();
    person.name(name);
    if (before == null) {
      keeper.add(() -> new EntryWriter(images).person(person, List.of()).take(), this::snapshot);
    } else {
      keeper.rewrite(this::snapshot);
    }
    return List.of(new AlbumChange(AlbumChange.Kind.RENAMED, person.id(), List.of()));
  }

  private List<AlbumChange> confirm(
      List<List<FaceRef>> touched, boolean inRecord, Consumer<EntryWriter> change) {
    PeopleUpdate update = PeopleUpdate.of(known, List.of(), Map.of(), touched);
    if (inRecord && !update.lostName()) {
      keeper.add(
          () -> {
            EntryWriter entries = new EntryWriter(images);
            change.accept(entries);
            update.moved().forEach(entries::person);
            return entries.take();
          },
          this::snapshot);
    } else {
      keeper.rewrite(this::snapshot);
    }
    return update.changes();
  }

  private void snapshot(AlbumFile.RecordTarget target) throws IOException {
    saved.write(target);
  }

  /** Ends the work; a change after this is refused. */
  public void close() {
    keeper.close(this::snapshot);
  }
}
