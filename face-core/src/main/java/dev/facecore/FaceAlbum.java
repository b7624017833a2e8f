package dev.facecore;

import dev.facecore.internal.album.AlbumArguments;
import dev.facecore.internal.album.AlbumContent;
import dev.facecore.internal.album.AlbumFolder;
import dev.facecore.internal.album.AlbumSettings;
import dev.facecore.internal.check.Require;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups faces that come over time into people, and obeys corrections. Images are put, replaced and
 * removed by a key of the caller's; an album is in memory, or in a folder.
 *
 * <pre>{@code
 * try (FaceExtractor extractor = FaceExtractor.create();
 *     FaceAlbum album = FaceAlbum.open(folder, extractor)) {
 *   album.put("beach.jpg", extractor.analyze(ImageSource.file(beach)).faces());
 * }
 * }</pre>
 *
 * <p>At any moment {@link #people} are those of {@link DedupMode#CLUSTER} for all faces at once
 * under the same corrections, whatever the order of puts, removals and corrections. {@link #same}
 * joins two faces whatever their similarity; {@link #different} keeps them apart, also where others
 * would join them. Corrections name faces, so they outlast any grouping; they go with their faces.
 *
 * <p>A person keeps the identifier that most of its faces had; on a tie that of the named person,
 * then of the one known first. Where a named person is merged into one without, the name stays.
 *
 * <p><b>In a folder</b> a change is on the disk when its method returns: a program that is killed
 * loses none. One object changes an album; any number of programs may {@link #read} it meanwhile.
 * What was removed is not in the files when the method returns. They are biometric data, which only
 * their owner may read.
 *
 * <p>Has all faces in memory, without their headshots. Not thread-safe. A change throws {@link
 * AlbumException} if it cannot be written, {@link UnsupportedOperationException} if the album was
 * opened by {@link #read}, and {@link IllegalStateException} after {@link #close}.
 */
public final class FaceAlbum implements AutoCloseable {
  private final AlbumContent content;
  private final AlbumArguments arguments;
  private final List<Consumer<? super AlbumChange>> listeners = new ArrayList<>();

  private FaceAlbum(AlbumContent content) {
    this.content = content;
    arguments = new AlbumArguments(content);
  }

  /**
   * Returns an empty album in memory; the arguments are those of {@link FaceDeduplicator#of} and
   * {@link FaceDeduplicator#withReadability}. With {@code samePhotoDistinct} two faces of one key
   * are two people, unless they are said to be the same.
   */
  public static FaceAlbum of(
      double similarity, boolean samePhotoDistinct, Readability readability) {
    AlbumSettings settings = new AlbumSettings(similarity, samePhotoDistinct, readability);
    return new FaceAlbum(AlbumFolder.inMemory(settings));
  }

  /**
   * Creates an empty album in a folder, which is made if it is not there; the other arguments are
   * those of {@link #of}, and are saved.
   *
   * @throws AlbumException if an album is in the folder already
   */
  public static FaceAlbum create(
      Path folder, double similarity, boolean samePhotoDistinct, Readability readability)
      throws IOException {
    Require.present("folder", folder);
    AlbumSettings settings = new AlbumSettings(similarity, samePhotoDistinct, readability);
    return new FaceAlbum(AlbumFolder.create(folder, settings));
  }

  /**
   * Opens the album of a folder for changes.
   *
   * @throws AlbumException if no album is in it, or one that is damaged, of a newer version, or
   *     open for changes already
   * @throws IOException if the folder is not there or cannot be read
   */
  public static FaceAlbum open(Path folder) throws IOException {
    return new FaceAlbum(AlbumFolder.open(Require.present("folder", folder)));
  }

  /**
   * Opens the album of a folder for changes, or creates it with the extractor's readability and the
   * threshold of {@link ExtractionOptions#DEFAULTS}. The extractor stays the caller's.
   *
   * @throws AlbumException as by {@link #open(Path)}, or if the album has faces of another model
   */
  public static FaceAlbum open(Path folder, FaceExtractor extractor) throws IOException {
    Require.present("folder", folder);
    return new FaceAlbum(AlbumFolder.open(folder, Require.present("extractor", extractor)));
  }

  /**
   * Reads the album of a folder as it is at this moment, also while another program changes it;
   * throws what {@link #open(Path)} does.
   */
  public static FaceAlbum read(Path folder) throws IOException {
    return new FaceAlbum(AlbumFolder.read(Require.present("folder", folder)));
  }

  /** Calls this for every change, in the thread that made it, once the album has changed. */
  public void onChange(Consumer<? super AlbumChange> listener) {
    listeners.add(Require.present("listener", listener));
  }

  /**
   * Puts an image's faces; none is allowed.
   *
   * @throws IllegalArgumentException if the key is there already, or a face was embedded by another
   *     model than those of the album; nothing has changed then
   */
  public void put(String key, List<Face> faces) {
    putAll(Map.of(Require.present("key", key), Require.present("faces", faces)));
  }

  /**
   * Puts the faces of several images in the order of the map: the same as one by one, only faster.
   *
   * @throws IllegalArgumentException as by {@link #put}; nothing has changed then
   */
  public void putAll(Map<String, List<Face>> images) {
    tell(content.put(arguments.images(images)));
  }

  /**
   * Puts an image's faces in the place of those that it had. A new face whose embedding is equal to
   * an old one, or whose box overlaps it by half of their union or more, is the same face: its
   * person and what was said of it stay. What was said of the others is gone.
   *
   * @throws IllegalArgumentException if a face was embedded by another model than those of the
   *     album; nothing has changed then
   */
  public void replace(String key, List<Face> faces) {
    Require.present("key", key);
    tell(content.replace(key, arguments.faces(faces)));
  }

  /** Removes an image with its faces and all that was said of them; whether it was there. */
  public boolean remove(String key) {
    if (!content.contains(Require.present("key", key))) return false;
    tell(content.remove(key));
    return true;
  }

  /**
   * Removes a person: its name, its faces and all that was said of them. Their images stay, with
   * the faces of others; to {@link #replace} one brings back what is found in it.
   *
   * @throws IllegalArgumentException if there is no such person
   */
  public void forget(UUID person) {
    tell(content.forget(arguments.person(person)));
  }

  /**
   * Says that two faces are one person.
   *
   * @throws IllegalArgumentException if a face is not there, or they were said to be different
   *     people, perhaps through others; both are named, and nothing has changed
   */
  public void same(FaceRef a, FaceRef b) {
    tell(content.same(arguments.face("a", a), arguments.other("b", b, a)));
  }

  /**
   * Says that two faces are two people. This also dismisses a suggestion for good: it stays
   * dismissed however the people are grouped, for as long as both faces are there.
   *
   * @throws IllegalArgumentException as by {@link #same}
   */
  public void different(FaceRef a, FaceRef b) {
    tell(content.different(arguments.face("a", a), arguments.other("b", b, a)));
  }

  /** Withdraws what was said of these two faces themselves. */
  public void withdraw(FaceRef a, FaceRef b) {
    tell(content.withdraw(arguments.face("a", a), arguments.other("b", b, a)));
  }

  /**
   * Names a person; null takes the name away.
   *
   * @throws IllegalArgumentException if there is no such person
   */
  public void name(UUID person, @Nullable String name) {
    tell(content.name(arguments.person(person), name));
  }

  /** Returns the people in the order in which the album came to know them. */
  public List<AlbumPerson> people() {
    return content.people().all().stream()
        .map(person -> new AlbumPerson(person.id(), person.name(), person.faces()))
        .toList();
  }

  /** Returns the keys of all images, in the order in which they were put. */
  public List<String> images() {
    return List.copyOf(content.keys());
  }

  /**
   * Returns a face, without its headshot and with an index of the album's for its image.
   *
   * @throws IllegalArgumentException if it is not in the album
   */
  public Face face(FaceRef ref) {
    return content.faces().get(arguments.face("ref", ref));
  }

  /** Returns the identity of the model whose faces the album has; null while it has no face. */
  public @Nullable String model() {
    return content.model();
  }

  /**
   * Returns pairs of people whose faces are on average at least this similar, but not enough to be
   * one; most likely first. A pair of which two faces were said to be different is not among them.
   *
   * @param least 0 to 1, below the album's similarity
   * @param limit how many at most, 1 to 1,000,000
   */
  public List<AlbumSuggestion> suggestions(double least, int limit) {
    Require.ratio("least", least);
    Require.between("limit", limit, 1, 1_000_000);
    return content.near(least, limit).stream()
        .map(p -> new AlbumSuggestion(p.a().id(), p.b().id(), p.face(), p.other(), p.similarity()))
        .toList();
  }

  /** Ends the changes, and lets others open the album; may be called twice. */
  @Override
  public void close() {
    content.close();
  }

  private void tell(List<AlbumChange> changes) {
    for (AlbumChange change : changes) listeners.forEach(listener -> listener.accept(change));
  }
}
