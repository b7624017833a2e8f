package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is saved of an album, as it is read and written. Not thread-safe. */
final class SavedAlbum implements EntryReader.Target, AlbumFile.Records {
  private static final int CORRECTIONS_PER_RECORD = 1000;

  private final AlbumImages images = new AlbumImages();
  private final KnownPeople people = new KnownPeople();
  private final Corrections said = new Corrections();
  private final EntryReader reader = new EntryReader(this);
  private @Nullable AlbumSettings settings;
  private @Nullable AlbumGroups groups;
  private boolean ended;

  /** What {@link AlbumFile} will read. */
  SavedAlbum() {}

  /** An empty album. */
  static SavedAlbum empty(AlbumSettings settings) {
    SavedAlbum album = new SavedAlbum();
    album.settings(settings);
    return album;
  }

  AlbumSettings settings() {
    return settings;
  }

  AlbumImages images() {
    return images;
  }

  KnownPeople people() {
    return people;
  }

  Corrections said() {
    return said;
  }

  AlbumGroups groups() {
    return groups;
  }

  @Override
  public boolean read(byte[] content) {
    boolean before = ended;
    reader.read(content);
    return ended && !before;
  }

  /** To be called when all was read. */
  SavedAlbum restored() {
    if (settings == null || !people.restored(images.faces().keySet())) throw Damage.of(null);
    return this;
  }

  @Override
  public void settings(AlbumSettings read) {
    if (settings != null) throw new IllegalStateException("settings again");
    settings = read;
    groups = new AlbumGroups(read, images, said);
  }

  @Override
  public void image(int number, String key, Map<FaceRef, Face> faces) {
    images.restore(number, key, faces);
    if (ended) groups.putLater(faces);
  }

  @Override
  public void correction(FaceCorrection correction) {
    if (correction.a().equals(correction.b())) throw new IllegalArgumentException("one face");
    said.add(correction);
    if (ended) groups.correctLater(correction);
  }

  @Override
  public void person(UUID id, long number, @Nullable String name, List<FaceRef> faces) {
    people.restore(id, number, name, faces);
  }

  @Override
  public void groups(byte[] state) {
    groups.state(state);
  }

  @Override
  public void snapshotEnd() {
    if (ended || settings == null) throw new IllegalStateException("no snapshot ends here");
    ended = true;
    groups.snapshotEnd();
  }

  @Override
  public @Nullable String key(int number) {
    return images.key(number);
  }

  @Override
  public boolean contains(FaceRef face) {
    return images.faces().containsKey(face);
  }

  /** Writes a snapshot. */
  void write(AlbumFile.RecordTarget target) throws IOException {
    EntryWriter entries = new EntryWriter(images);
    target.record(entries.settings(settings).take());
    if (!images.faces().isEmpty()) {
      target.record(entries.model(images.anyFace().embedding()).take());
    }
    for (String key : images.keys().values()) {
      target.record(entries.image(key, images.of(key)).take());
    }
    for (KnownPerson person : people.all()) {
      target.record(entries.person(person, person.faces()).take());
    }
    int written = 0;
    for (FaceCorrection correction : said.all()) {
      entries.correction(correction);
      if (++written % CORRECTIONS_PER_RECORD == 0) target.record(entries.take());
    }
    target.record(entries.take());
    groups.save(part -> target.record(entries.groups(part).take()));
    target.record(entries.mark(EntryWriter.SNAPSHOT_END).take());
  }
}
